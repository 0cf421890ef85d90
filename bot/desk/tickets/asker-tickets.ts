import { randomUUID } from "node:crypto";
import type { Language } from "../../../knowledge/languages.ts";
import type { Actor } from "../actor.ts";
import { changeTicket, noteStep, type TicketParts, type TicketResult } from "./change-ticket.ts";
import type { FormStore, ShownForm } from "./form-store.ts";
import { MOST_ADDITIONS, MOST_WAITING, type SentTurn, type Ticket } from "./ticket.ts";

/** Whoever asks, in events and in the audit log: these outlive what is kept of the person. */
export const ASKER_ID = "asker";

/** What the asker sends of a form that was shown. */
export interface SentQuestion {
  question: string;
  /** Turns of the form that go along. */
  turns: readonly SentTurn[];
  /** Name of the asker, where they tell it. */
  name?: string;
  language: Language;
  email?: string;
}

/** Where and by whom a ticket is asked for. */
export interface AskerContext {
  conversationId: string;
  /** Has {@link ASKER_ID} and no name. */
  actor: Actor;
  /** Id of the asker, where the channel tells one. */
  person?: string;
  isShared: boolean;
}

/** How sending a form ended: `twice` is a form that became a ticket before. */
export type SendResult = { kind: "sent" | "twice"; ticket: Ticket } | { kind: "too-many" };

/** What askers do with their tickets; each sees those of their own conversation only. */
export class AskerTickets {
  readonly #parts: TicketParts;
  readonly #forms: FormStore;

  constructor(parts: TicketParts, forms: FormStore) {
    this.#parts = parts;
    this.#forms = forms;
  }

  /** Keeps what a form shows. @returns The key that the form carries. */
  async show(form: ShownForm, conversationId: string): Promise<string> {
    const key = randomUUID();
    await this.#forms.add(form, { key, conversationId, at: this.#parts.base.now() });
    return key;
  }

  /** What the form of a key showed, or the number of the ticket it became. */
  shown(key: string, conversationId: string): ReturnType<FormStore["read"]> {
    return this.#forms.read(key, conversationId);
  }

  async cancel(key: string, conversationId: string): Promise<void> {
    if ((await this.#forms.read(key, conversationId)) !== undefined) await this.#forms.remove(key);
  }

  /** Makes the ticket of a form; the same form sent again gives the same ticket. */
  async send(key: string, { sent, asker }: { sent: SentQuestion; asker: AskerContext }): Promise<SendResult> {
    const { base, store, tell } = this.#parts;
    const { conversationId, actor, person, isShared } = asker;
    return base.database.transact(async (): Promise<SendResult> => {
      const shown = await this.#forms.read(key, conversationId);
      const known = shown !== undefined && "ticket" in shown ? await store.read(shown.ticket) : undefined;
      if (known !== undefined) return { kind: "twice", ticket: known };
      if ((await store.countWaiting(conversationId)) >= MOST_WAITING) return { kind: "too-many" };
      const ticket = await store.add(
        {
          ...sent,
          turns: [...sent.turns],
          conversationId,
          ...(person === undefined ? {} : { person }),
          isShared,
          additions: [],
          answers: [],
          isErased: false,
        },
        base.now(),
      );
      await this.#forms.noteSent(key, ticket.id);
      await noteStep(this.#parts, { kind: "created", ticket, actor });
      await tell?.({ kind: "created", ticket, actor });
      return { kind: "sent", ticket };
    });
  }

  /** The conversation's tickets, newest first, at most ten. */
  async list(conversationId: string): Promise<Ticket[]> {
    return this.#parts.store.ofConversation(conversationId, 10);
  }

  /** A ticket of the conversation by its number. */
  async read(id: number, conversationId: string): Promise<Ticket | undefined> {
    const ticket = await this.#parts.store.read(id);
    return ticket?.conversationId === conversationId ? ticket : undefined;
  }

  /** The answer was of use: the ticket is closed. */
  async noteHelped(id: number, { conversationId, actor }: AskerContext): Promise<TicketResult> {
    if ((await this.read(id, conversationId)) === undefined) return { kind: "missing" };
    return changeTicket(this.#parts, {
      id,
      actor,
      kind: "helped",
      from: ["answered"],
      alter: () => ({ state: "closed" }),
    });
  }

  /** The answer was not enough: whoever had the ticket has it again. */
  async reopen(id: number, { conversationId, actor }: AskerContext): Promise<TicketResult> {
    if ((await this.read(id, conversationId)) === undefined) return { kind: "missing" };
    return changeTicket(this.#parts, {
      id,
      actor,
      kind: "reopened",
      from: ["answered", "closed"],
      alter: ({ assignee }) => ({ state: assignee === undefined ? "open" : "assigned" }),
    });
  }

  /** Adds what the asker tells later; sent twice it is kept once. One that was answered is opened again by it. */
  async add(id: number, { text, asker }: { text: string; asker: AskerContext }): Promise<TicketResult> {
    const { database, now } = this.#parts.base;
    return database.transact(async (): Promise<TicketResult> => {
      const known = await this.read(id, asker.conversationId);
      if (known === undefined) return { kind: "missing" };
      if (known.additions.at(-1)?.text === text) return { kind: "done", ticket: known };
      if (known.additions.length >= MOST_ADDITIONS) return { kind: "conflict", ticket: known };
      const at = now();
      return changeTicket(this.#parts, {
        id,
        actor: asker.actor,
        kind: "added",
        from: ["open", "assigned", "answered", "closed"],
        alter: ({ assignee, additions }) => ({
          state: assignee === undefined ? "open" : "assigned",
          additions: [...additions, { text, at }],
        }),
      });
    });
  }
}
