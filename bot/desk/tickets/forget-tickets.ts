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
export async function eraseTickets(
  parts: TicketParts & { forms: FormStore },
  conversationId: string,
): Promise<void> {
  const { base, store, forms } = parts;
  await base.database.transact(async () => {
    for (const ticket of await store.ofConversation(conversationId)) {
      if (ticket.email !== undefined) await base.notices.erase(`mail:${ticket.email}`);
      const erased = await store.write(withoutPerson(ticket), base.now());
      await store.blankEvents(ticket.id);
      if (erased !== undefined) await noteStep(parts, { kind: "erased", ticket: erased, actor: HOUSE });
    }
    await forms.erase(conversationId);
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
export async function closeAnswered(parts: TicketParts): Promise<void> {
  const { base, store } = parts;
  await base.database.transact(async () => {
    for (const ticket of await store.unchangedSince(base.now() - ANSWERED_DAYS * DAY_IN_MS, "answered")) {
      const closed = await store.write({ ...ticket, state: "closed" }, base.now());
      if (closed !== undefined) await noteStep(parts, { kind: "expired", ticket: closed, actor: HOUSE });
    }
  });
}

/** Deletes closed tickets after `retentionDays`, and forms that were never sent after a week. */
export async function purgeTickets(
  { base, store, forms }: TicketParts & { forms: FormStore },
  retentionDays: number,
): Promise<void> {
  await base.database.transact(async () => {
    await store.removeUnchangedSince(base.now() - retentionDays * DAY_IN_MS, "closed");
    await forms.purge(base.now() - FORM_DAYS * DAY_IN_MS);
  });
}
