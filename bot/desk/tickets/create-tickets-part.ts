import type { Language } from "../../../knowledge/languages.ts";
import type { Actor } from "../actor.ts";
import type { DeskBase, DeskPart } from "../desk-parts.ts";
import { AskerTickets } from "./asker-tickets.ts";
import type { TicketHappening, TicketParts } from "./change-ticket.ts";
import { closeAnswered, eraseTickets, purgeTickets } from "./forget-tickets.ts";
import { FormStore } from "./form-store.ts";
import { readTicketNumber } from "./read-step.ts";
import type { AnswerSource, Ticket } from "./ticket.ts";
import { TicketDesk } from "./ticket-desk.ts";
import { createTicketDialogs } from "./ticket-dialogs.ts";
import { createTicketSkill } from "./ticket-skill.ts";
import { TicketStore } from "./ticket-store.ts";
import { createTicketsSection } from "./tickets-section.ts";

export interface TicketsPartOptions {
  /** A mail server is set: answers by e-mail are offered and sent. @default {false} */
  sendsMail?: boolean;
  /** Days after which closed tickets are deleted. @default {365} */
  ticketRetentionDays?: number;
  /** Deletes what every part keeps of a conversation, within a transaction. @default the tickets alone */
  eraseConversation?: (conversationId: string) => Promise<void>;
  /** Told of a new ticket, within its transaction: puts its card into the coordinators' channel. @default nobody is told */
  announce?: (ticket: Ticket) => void | Promise<void>;
  /** Told of each later step, within its transaction; `ticketLine` makes a line of it. @default nobody is told */
  announceStep?: (happening: TicketHappening) => void | Promise<void>;
}

/** What a FAQ entry begins with when it is written from a ticket. */
export interface FaqFromTicket {
  language: Language;
  question: string;
  /** Markdown; empty while the ticket has no answer. */
  answer: string;
  sources: AnswerSource[];
}

/** Tickets: questions that people answer. */
export interface TicketsPart extends Required<DeskPart> {
  /** What coordinators do with tickets. */
  desk: TicketDesk;
  /**
   * What `ticket:12` gives for a FAQ entry; reading it is noted in the audit log.
   *
   * @returns Nothing for anything else, and for tickets that are gone.
   */
  prefillFaq: (from: string, actor: Actor) => Promise<FaqFromTicket | undefined>;
  /** Notes that a message on `ticket:12` was given up; anything else is left alone. */
  noteUndelivered: (about: string) => Promise<void>;
  /** Notes that an entry was written from `ticket:12`; anything else is left alone. */
  noteFaq: (from: string, options: { entryId: string; actor: Actor }) => Promise<void>;
}

const RETENTION_DAYS = 365;

/** Puts the tickets together. */
export function createTicketsPart(base: DeskBase, options: TicketsPartOptions = {}): TicketsPart {
  const { sendsMail = false, ticketRetentionDays = RETENTION_DAYS, announce, announceStep } = options;
  const forms = new FormStore(base.database);
  const parts: TicketParts & { forms: FormStore } = {
    base,
    store: new TicketStore(base.database),
    forms,
    tell: ({ kind, ...rest }) =>
      kind === "created" ? announce?.(rest.ticket) : announceStep?.({ kind, ...rest }),
  };
  const eraseConversation =
    options.eraseConversation ?? ((conversationId: string) => eraseTickets(parts, conversationId));
  const desk = new TicketDesk(parts, { sendsMail, eraseConversation });
  const tickets = new AskerTickets(parts, forms);
  return {
    desk,
    section: createTicketsSection(desk, { sendsMail, now: base.now }),
    dialogs: createTicketDialogs(desk),
    skills: [createTicketSkill({ tickets, sendsMail })],
    erase: (conversationId) => eraseTickets(parts, conversationId),
    purge: () => purgeTickets(parts, ticketRetentionDays),
    tick: () => closeAnswered(parts),
    prefillFaq: (from, actor) => prefillFaq(ticketOf(from), { desk, actor }),
    noteUndelivered: async (about) => {
      const id = ticketOf(about);
      if (id !== undefined) await desk.noteUndelivered(id);
    },
    noteFaq: async (from, { entryId, actor }) => {
      const id = ticketOf(from);
      if (id !== undefined) await desk.noteFaq({ id, actor }, entryId);
    },
  };
}

function ticketOf(from: string): number | undefined {
  return from.startsWith("ticket:") ? readTicketNumber(from.slice("ticket:".length)) : undefined;
}

async function prefillFaq(
  id: number | undefined,
  { desk, actor }: { desk: TicketDesk; actor: Actor },
): Promise<FaqFromTicket | undefined> {
  const read = id === undefined ? undefined : await desk.read(id, actor);
  if (read === undefined || read.ticket.isErased) return undefined;
  const { language, question, answers } = read.ticket;
  const last = answers.at(-1);
  return { language, question, answer: last?.text ?? "", sources: last?.sources ?? [] };
}
