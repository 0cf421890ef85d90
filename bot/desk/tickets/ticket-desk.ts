import { transact } from "../../state/transact.ts";
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
  readonly #eraseConversation: (conversationId: string) => void;

  /**
   * @param options.sendsMail A mail server is set.
   * @param options.eraseConversation Deletes what every part keeps of a conversation. @default nothing
   */
  constructor(
    parts: TicketParts,
    options: { sendsMail: boolean; eraseConversation?: (conversationId: string) => void },
  ) {
    this.#parts = parts;
    this.#sendsMail = options.sendsMail;
    this.#eraseConversation = options.eraseConversation ?? (() => undefined);
  }

  /** The newest tickets that fit, newest first; without their details. */
  list(query: TicketQuery = {}): Ticket[] {
    return this.#parts.store.list(query);
  }

  /** How many tickets wait for an answer. */
  countWaiting(): number {
    return this.#parts.store.countWaiting();
  }

  /** Whether the asker has an answer already, so that closing needs no reason. */
  isAnswered(id: number): boolean {
    return this.#parts.store.read(id)?.state === "answered";
  }

  /** Reads a ticket with all that happened to it, and notes in the audit log who did. */
  read(id: number, actor: Actor): { ticket: Ticket; events: TicketEvent[] } | undefined {
    const { base, store } = this.#parts;
    return transact(base.database, () => {
      const ticket = store.read(id);
      if (ticket === undefined) return undefined;
      base.audit.add({ actor, action: "ticket.read", subject: `ticket:${id}` });
      return { ticket, events: store.events(id) };
    });
  }

  /** Gives a ticket to the actor, also one that somebody else has; one they have already stays as it is. */
  assign({ id, revision, actor }: TicketStep): TicketResult {
    const now = this.#parts.store.read(id);
    if (now?.state === "assigned" && now.assignee === actor.id) return { kind: "done", ticket: now };
    return changeTicket(this.#parts, {
      id,
      revision,
      actor,
      kind: "assigned",
      from: ["open", "assigned"],
      alter: () => ({ state: "assigned", assignee: actor.id, assigneeName: actor.name }),
    });
  }

  /**
   * Answers: the asker gets it in their conversation, and by e-mail where they wished for it.
   *
   * Sending the same words again changes nothing: the button was pressed twice.
   */
  answer({ id, revision, actor }: TicketStep, { text, sources, showsName }: WrittenAnswer): TicketResult {
    const { base, store } = this.#parts;
    const now = store.read(id);
    const last = now?.answers.at(-1);
    if (now?.state === "answered" && last?.by === actor.id && last.text === text) {
      return { kind: "done", ticket: now };
    }
    const answer = { text, sources: [...sources], showsName, by: actor.id, byName: actor.name };
    return changeTicket(this.#parts, {
      id,
      revision,
      actor,
      kind: "answered",
      from: ["open", "assigned"],
      alter: (ticket) => ({
        state: "answered",
        assignee: actor.id,
        assigneeName: actor.name,
        answers: [...ticket.answers, { ...answer, at: base.now() }],
      }),
      afterwards: (ticket) => this.#send(ticket, { notice: answerNotice(ticket), mail: answerMail(ticket) }),
    });
  }

  /** Closes a ticket; the asker of one that was not answered gets the reason. */
  close({ id, revision, actor }: TicketStep, reason: string): TicketResult {
    const wasAnswered = this.isAnswered(id);
    return changeTicket(this.#parts, {
      id,
      revision,
      actor,
      kind: "closed",
      from: ["open", "assigned", "answered"],
      alter: () => ({ state: "closed" }),
      detail: reason === "" ? {} : { text: reason },
      afterwards: (ticket) => {
        if (wasAnswered) return;
        const details = { reason, at: ticket.changed };
        this.#send(ticket, { notice: closedNotice(ticket, details), mail: closedMail(ticket, details) });
      },
    });
  }

  /** Takes a ticket up again, to answer once more. */
  reopen({ id, revision, actor }: TicketStep): TicketResult {
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
  note({ id, actor }: Omit<TicketStep, "revision">, text: string): TicketResult {
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
  noteFaq({ id, actor }: Omit<TicketStep, "revision">, entry: string): TicketResult {
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
  eraseAsker({ id, revision, actor }: TicketStep): TicketResult {
    const { base, store } = this.#parts;
    return transact(base.database, (): TicketResult => {
      const ticket = store.read(id);
      if (ticket === undefined || ticket.isErased) return { kind: "missing" };
      if (ticket.revision !== revision) return { kind: "conflict", ticket };
      base.audit.add({ actor, action: "ticket.erase", subject: `ticket:${id}` });
      this.#eraseConversation(ticket.conversationId);
      return { kind: "done", ticket: store.read(id) ?? ticket };
    });
  }

  /** Notes that a message to the asker was given up: the conversation is gone, or the mail was refused. */
  noteUndelivered(id: number): TicketResult {
    return changeTicket(this.#parts, {
      id,
      actor: HOUSE,
      kind: "undelivered",
      from: ["open", "assigned", "answered", "closed"],
      alter: () => ({}),
    });
  }

  #send(ticket: Ticket, { notice, mail }: { notice: ReturnType<typeof answerNotice>; mail: typeof notice }) {
    const { notices } = this.#parts.base;
    const about = `ticket:${ticket.id}`;
    notices.add({ conversationId: ticket.conversationId, reply: notice, about });
    if (ticket.email !== undefined && this.#sendsMail) {
      notices.add({ conversationId: `mail:${ticket.email}`, reply: mail, about });
    }
  }
}
