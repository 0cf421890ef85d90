import type { Language, Reader } from "../knowledge/languages.ts";
import type { Reply } from "./reply/reply.ts";

/** One message of a person, stripped of everything that belongs to its channel. */
export interface IncomingTurn {
  channel: "teams" | "web-chat" | "command-line";
  /** Key of the conversation in every store; unique over channels. */
  conversationId: string;
  /** The person's words, at most {@link MAX_QUESTION_CHARS} characters; longer texts are cut by the pipeline. */
  text: string;
  /** A card form that was filled in; `text` is empty then. */
  form?: FilledForm;
  /** Language of the page or client, used only when the words themselves do not tell. */
  preferredLanguage?: Language;
  /** Rank of the person, from the channel's identity. */
  reader: Reader;
}

/** What a person filled in on a card. */
export interface FilledForm {
  kind: "partners";
  /** Answers by the ids of `bot/reply/partner-form.ts`; those left empty are absent. */
  fields: Record<string, string>;
}

/** What happens while a turn is answered, for channels that show it. */
export interface TurnProgress {
  /** The words are understood; the sources are searched from now on. `language` is that of the answer. */
  searching(language: Language): void;
  /** The checked beginning of the answer as Markdown: all that was told before, and more. */
  writing(text: string): void;
}

/**
 * Answers one turn; the one door from every channel and command into the assistant.
 *
 * @param progress Told of what happens meanwhile; its calls may be ignored.
 */
export type AnswerTurn = (turn: IncomingTurn, progress?: TurnProgress) => Promise<Reply>;

/** Longest question that is read; the rest is left out and the reply says so. */
export const MAX_QUESTION_CHARS = 2000;
