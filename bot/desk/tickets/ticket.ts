import { z } from "zod";
import { LANGUAGES } from "../../../knowledge/languages.ts";

/** How far a ticket has come. */
export const TICKET_STATES = ["open", "assigned", "answered", "closed"] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** What can happen to a ticket. */
export const EVENT_KINDS = [
  "created",
  "assigned",
  "answered",
  "closed",
  "reopened",
  "noted",
  "helped",
  "added",
  "faq",
  "erased",
  "expired",
  "undelivered",
] as const;
export type TicketEventKind = (typeof EVENT_KINDS)[number];

/** A turn of the conversation that the asker agreed to send. */
export const sentTurnSchema = z.object({ asked: z.string(), answered: z.string(), refused: z.boolean() });
export type SentTurn = z.infer<typeof sentTurnSchema>;

/** What an answer rests on, as the coordinator names it. */
export const answerSourceSchema = z.object({
  title: z.string(),
  url: z.string().optional(),
  year: z.number().int().optional(),
});
export type AnswerSource = z.infer<typeof answerSourceSchema>;

/** What a coordinator answered. */
export const ticketAnswerSchema = z.object({
  /** Markdown. */
  text: z.string(),
  sources: z.array(answerSourceSchema),
  /** Id of whoever answered. */
  by: z.string(),
  /** Name of whoever answered, for the desk. */
  byName: z.string(),
  /** Whether the asker sees the name. */
  showsName: z.boolean(),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type TicketAnswer = z.infer<typeof ticketAnswerSchema>;

/** What is kept of a ticket as JSON. */
export const ticketContentSchema = z.object({
  question: z.string(),
  turns: z.array(sentTurnSchema),
  /** Name of the asker, where they agreed to tell it. */
  name: z.string().optional(),
  /** Address for an answer by e-mail, where one is wished for. */
  email: z.string().optional(),
  /** The question came from a group: all there read the answer. */
  isShared: z.boolean(),
  /** What the asker told later, oldest first. */
  additions: z.array(z.object({ text: z.string(), at: z.number() })),
  answers: z.array(ticketAnswerSchema),
  /** Name of whoever has it, for the desk. */
  assigneeName: z.string().optional(),
  /** FAQ entry that was written from it. */
  faqEntry: z.string().optional(),
  /** What was personal is gone. */
  isErased: z.boolean(),
});
export type TicketContent = z.infer<typeof ticketContentSchema>;

export const ticketStateSchema = z.enum(TICKET_STATES);
export const ticketLanguageSchema = z.enum(LANGUAGES);
export const eventKindSchema = z.enum(EVENT_KINDS);

/** A question that a person is asked to answer. */
export interface Ticket extends TicketContent {
  /** Number that people say. */
  id: number;
  /** Key of the conversation that the answer returns to; empty when it was erased. */
  conversationId: string;
  /** Id of the asker as the channel knows them. */
  person?: string;
  state: TicketState;
  /** Rises by one with each change. */
  revision: number;
  /** Language the asker wants to be answered in. */
  language: z.infer<typeof ticketLanguageSchema>;
  /** Id of the coordinator who has it. */
  assignee?: string;
  /** Milliseconds since 1970. */
  created: number;
  /** Milliseconds since 1970. */
  changed: number;
}

/** What is told of an event beside its kind: names and short texts. */
export const eventDetailSchema = z.object({
  /** Name of whoever did it, as the channel told it. */
  name: z.string().optional(),
  /** Note, or reason. */
  text: z.string().optional(),
  entry: z.string().optional(),
});
export type TicketEventDetail = z.infer<typeof eventDetailSchema>;

/** One step in the life of a ticket. */
export interface TicketEvent {
  kind: TicketEventKind;
  /** Id of whoever did it. */
  actor: string;
  /** Milliseconds since 1970. */
  at: number;
  detail: TicketEventDetail;
}

/** Longest question, addition, note and reason, in characters. */
export const MAX_QUESTION_CHARS = 1500;
/** Longest answer, in characters; a form of Teams carries no more than 2,000 a field. */
export const MAX_ANSWER_CHARS = 8000;
/** Longest beginning of an earlier question and answer that is sent along, in characters. */
export const MAX_TURN_CHARS = 300;
/** Tickets of one conversation that wait for an answer at the same time. */
export const MOST_WAITING = 5;
/** Additions of the asker to one ticket. */
export const MOST_ADDITIONS = 10;
