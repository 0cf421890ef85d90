import type { Language } from "../../../knowledge/languages.ts";
import type { Intent } from "../../reply/reply.ts";
import type { IncomingTurn } from "../../turn.ts";

/**
 * What came of a turn. `courtesy`: it was no question, such as a greeting or a form; `handed-over`: a person was asked
 * for.
 */
export const OUTCOMES = ["answered", "weak", "refused", "handed-over", "courtesy"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Channel = IncomingTurn["channel"];
export const CHANNELS = ["teams", "web-chat", "command-line"] as const satisfies readonly Channel[];

/** One turn as it is kept: nothing of the person, and words only where somebody should look at them. */
export interface AskedQuestion {
  /** `Reply.turnId`. */
  turn: string;
  /** Key of the conversation, for erasing and for counting conversations. */
  conversation: string;
  channel: Channel;
  language: Language;
  intent: Intent;
  outcome: Outcome;
  /** Ids of concepts that the words name: parks, materials, facts. */
  topics: readonly string[];
  /** The question with addresses and numbers of people masked; absent for what was plainly answered. */
  text?: string;
  /** Milliseconds since 1970. */
  created: number;
}

/** Why a question waits in the queue. */
export const REASONS = ["refused", "weak", "disliked"] as const;
export type Reason = (typeof REASONS)[number];

/** A question that somebody should look at. */
export interface OpenQuestion {
  id: number;
  language: Language;
  /** Empty where the words are no longer known: of an answer that was disliked long after it was given. */
  text: string;
  reasons: readonly Reason[];
  /** What people wrote when they disliked the answer. */
  comments: readonly string[];
  created: number;
}

/** How a question left the queue: an answer was written, it was seen to, or needs nothing. */
export type Settlement = `faq:${string}` | "done" | "unneeded";

/** Something that happened beside answering, for the figures. */
export const HAPPENINGS = ["partners.shown", "partners.opened", "introduction.asked"] as const;
export type HappeningKind = (typeof HAPPENINGS)[number];

/** Where something happened. */
export interface HappeningPlace {
  conversation: string;
  channel: Channel;
  language: Language;
}

/** A happening as it is kept. */
export interface Happening extends HappeningPlace {
  kind: HappeningKind;
  created: number;
}
