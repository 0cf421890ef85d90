import { transact } from "../../state/transact.ts";
import { HOUSE } from "../actor.ts";
import { noteStep, type TicketParts } from "./change-ticket.ts";
import type { FormStore } from "./form-store.ts";
import type { Ticket } from "./ticket.ts";

const DAY_IN_MS = 86_400_000;
/** A form that nobody sent within a week is not sent any more. */
const FORM_DAYS = 7;
/** An answer that nobody objected to for two weeks was of use. */
const ANSWERED_DAYS = 14;

/**
 * Deletes what is personal in a conversation's tickets; that there were tickets, and when, stays for the figures.
 *
 * An answer that is on its way by e-mail is not sent any more.
 */
export function eraseTickets(parts: TicketParts & { forms: FormStore }, conversationId: string): void {
  const { base, store, forms } = parts;
  transact(base.database, () => {
    for (const ticket of store.ofConversation(conversationId)) {
      if (ticket.email !== undefined) base.notices.erase(`mail:${ticket.email}`);
      const erased = store.write(withoutPerson(ticket), base.now());
      store.blankEvents(ticket.id);
      if (erased !== undefined) noteStep(parts, { kind: "erased", ticket: erased, actor: HOUSE });
    }
    forms.erase(conversationId);
  });
}

function withoutPerson(ticket: Ticket): Ticket {
  const { person: _person, name: _name, email: _email, ...rest } = ticket;
  return {
    ...rest,
    conversationId: "",
    state: "closed",
    question: "",
    turns: [],
    additions: [],
    answers: [],
    isErased: true,
  };
}

/** Closes answered tickets that nobody came back to for two weeks. */
export function closeAnswered(parts: TicketParts): void {
  const { base, store } = parts;
  transact(base.database, () => {
    for (const ticket of store.unchangedSince(base.now() - ANSWERED_DAYS * DAY_IN_MS, "answered")) {
      const closed = store.write({ ...ticket, state: "closed" }, base.now());
      if (closed !== undefined) noteStep(parts, { kind: "expired", ticket: closed, actor: HOUSE });
    }
  });
}

/** Deletes closed tickets after `retentionDays`, and forms that were never sent after a week. */
export function purgeTickets(
  { base, store, forms }: TicketParts & { forms: FormStore },
  retentionDays: number,
): void {
  transact(base.database, () => {
    for (const { id } of store.unchangedSince(base.now() - retentionDays * DAY_IN_MS, "closed"))
      store.remove(id);
    forms.purge(base.now() - FORM_DAYS * DAY_IN_MS);
  });
}
