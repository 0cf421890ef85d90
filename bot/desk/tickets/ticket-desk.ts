import type { Reply } from "../../reply/reply.ts";
import { type Actor, HOUSE } from "../actor.ts";
import { answerMail, answerNotice, closedMail, closedNotice } from "./answer-notice.ts";
import { changeTicket, type TicketParts, type TicketResult } from "./change-ticket.ts";
import type { AnswerSource, Ticket, TicketEvent } from "./ticket.ts";
import type { TicketQuery } from "./ticket-store.ts";

/** Which ticket a coordinator changes, in the form they saw. */
export interface TicketStep {
  id: number;
  /** Revision that the coordinator saw; another one by now is a conflict. */
  revision: number;
  actor: Actor;
}

/** What a coordinator writes as the answer. */
export interface WrittenAnswer {
  /** Markdown. */
  text: string;
  sources: readonly AnswerSource[];
  /** The asker sees the coordinator's name. */
  showsName: boolean;
}

/**
 * What coordinators do with tickets. Each change is one transaction with its event, its audit entry and the message
 * to the asker; rank is checked by whoever calls.
 */
export class TicketDesk {
  readonly #parts: TicketParts;
  readonly #sendsMail: boolean;
  readonly #eraseConversation: (conversationId: string) => Promise<void>;

  /**
   * @param options.sendsMail A mail server is set.
   * @param options.eraseConversation Deletes what every part keeps of a conversation. @default nothing
   */
  constructor(
    parts: TicketParts,
    options: { sendsMail: boolean; eraseConversation?: (conversationId: string) => Promise<void> },
  ) {
    this.#parts = parts;
    this.#sendsMail = options.sendsMail;
    this.#eraseConversation = options.eraseConversation ?? (async () => undefined);
  }

  /** The newest tickets that fit, newest first; without their details. */
  async list(query: TicketQuery = {}): Promise<Ticket[]> {
    return this.#parts.store.list(query);
  }

  /** How many tickets wait for an answer. */
  async countWaiting(): Promise<number> {
    return this.#parts.store.countWaiting();
  }

  /** Whether the asker has an answer already, so that closing needs no reason. */
  async isAnswered(id: number): Promise<boolean> {
    return (await this.#parts.store.read(id))?.state === "answered";
  }

  /** Reads a ticket with all that happened to it, and notes in the audit log who did. */
  async read(id: number, actor: Actor): Promise<{ ticket: Ticket; events: TicketEvent[] } | undefined> {
    const { base, store } = this.#parts;
    return base.database.transact(async () => {
      const ticket = await store.read(id);
      if (ticket === undefined) return undefined;
      await base.audit.add({ actor, action: "ticket.read", subject: `ticket:${id}` });
      return { ticket, events: await store.events(id) };
    });
  }

  /** Gives a ticket to the actor, also one that somebody else has; one they have already stays as it is. */
  async assign({ id, revision, actor }: TicketStep): Promise<TicketResult> {
    return changeTicket(this.#parts, {
      id,
      revision,
      actor,
      kind: "assigned",
      from: ["open", "assigned"],
      isMade: ({ state, assignee }) => state === "assigned" && assignee === actor.id,
      alter: () => ({ state: "assigned", assignee: actor.id, assigneeName: actor.name }),
    });
  }

  /**
   * Answers: the asker gets it in their conversation, and by e-mail where they wished for it.
   *
   * Sending the same words again changes nothing: the button was pressed twice.
   */
  async answer({ id, revision, actor }: TicketStep, written: WrittenAnswer): Promise<TicketResult> {
    const { text, sources, showsName } = written;
    const answer = { text, sources: [...sources], showsName, by: actor.id, byName: actor.name };
    const isSame = (last: Ticket["answers"][number] | undefined) =>
      last?.by === actor.id && last.text === text;
    return changeTicket(this.#parts, {
      id,
      revision,
      actor,
      kind: "answered",
      from: ["open", "assigned"],
      isMade: ({ state, answers }) => state === "answered" && isSame(answers.at(-1)),
      alter: (ticket) => ({
        state: "answered",
        assignee: actor.id,
        assigneeName: actor.name,
        answers: [...ticket.answers, { ...answer, at: this.#parts.base.now() }],
      }),
      afterwards: (ticket) => this.#send(ticket, { notice: answerNotice(ticket), mail: answerMail(ticket) }),
    });
  }

  /** Closes a ticket; the asker of one that was not answered gets the reason. */
  async close({ id, revision, actor }: TicketStep, reason: string): Promise<TicketResult> {
    // The revision tells whether it still is.
    const wasAnswered = await this.isAnswered(id);
    return changeTicket(this.#parts, {
      id,
      revision,
      actor,
      kind: "closed",
      from: ["open", "assigned", "answered"],
      alter: () => ({ state: "closed" }),
      detail: reason === "" ? {} : { text: reason },
      afterwards: async (ticket) => {
        if (wasAnswered) return;
        const details = { reason, at: ticket.changed };
        await this.#send(ticket, {
          notice: closedNotice(ticket, details),
          mail: closedMail(ticket, details),
        });
      },
    });
  }

  /** Takes a ticket up again, to answer once more. */
  async reopen({ id, revision, actor }: TicketStep): Promise<TicketResult> {
    return changeTicket(this.#parts, {
      id,
      revision,
      actor,
      kind: "reopened",
      from: ["answered", "closed"],
      alter: () => ({ state: "assigned", assignee: actor.id, assigneeName: actor.name }),
    });
  }

  /** Adds a note that only coordinators see. */
  async note({ id, actor }: Omit<TicketStep, "revision">, text: string): Promise<TicketResult> {
    return changeTicket(this.#parts, {
      id,
      actor,
      kind: "noted",
      from: ["open", "assigned", "answered", "closed"],
      alter: () => ({}),
      detail: { text },
    });
  }

  /** Notes the FAQ entry that was written from a ticket. */
  async noteFaq({ id, actor }: Omit<TicketStep, "revision">, entry: string): Promise<TicketResult> {
    return changeTicket(this.#parts, {
      id,
      actor,
      kind: "faq",
      from: ["open", "assigned", "answered", "closed"],
      alter: () => ({ faqEntry: entry }),
      detail: { entry },
    });
  }

  /** Deletes, at the asker's wish, all that is kept of them and of their conversation. */
  async eraseAsker({ id, revision, actor }: TicketStep): Promise<TicketResult> {
    const { base, store } = this.#parts;
    return base.database.transact(async (): Promise<TicketResult> => {
      const ticket = await store.read(id);
      if (ticket === undefined || ticket.isErased) return { kind: "missing" };
      if (ticket.revision !== revision) return { kind: "conflict", ticket };
      await base.audit.add({ actor, action: "ticket.erase", subject: `ticket:${id}` });
      await this.#eraseConversation(ticket.conversationId);
      return { kind: "done", ticket: (await store.read(id)) ?? ticket };
    });
  }

  /** Notes that a message to the asker was given up: the conversation is gone, or the mail was refused. */
  async noteUndelivered(id: number): Promise<TicketResult> {
    return changeTicket(this.#parts, {
      id,
      actor: HOUSE,
      kind: "undelivered",
      from: ["open", "assigned", "answered", "closed"],
      alter: () => ({}),
    });
  }

  async #send(ticket: Ticket, { notice, mail }: { notice: Reply; mail: Reply }): Promise<void> {
    const { notices } = this.#parts.base;
    const about = `ticket:${ticket.id}`;
    await notices.add({ conversationId: ticket.conversationId, reply: notice, about });
    if (ticket.email !== undefined && this.#sendsMail) {
      await notices.add({ conversationId: `mail:${ticket.email}`, reply: mail, about });
    }
  }
}
