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
  /**
   * Rank of the person alone, for what they do; what they are told goes by `reader`, which is lower where others read
   * along. @default that of `reader`
   */
  rank?: Reader;
  /** Who the person is on the channel; absent where the channel does not tell. */
  person?: TurnPerson;
  /** Others read the answer too: a group chat or a channel. */
  isShared?: boolean;
}

/** A person as the channel knows them. */
export interface TurnPerson {
  /** `teams:TENANT/OBJECT` in small letters, `visitor:USER` of a web chat, else channel and id. */
  id: string;
  /** Name as the channel tells it. */
  name?: string;
}

/** Forms that a person may fill in on a card. */
export const FORM_KINDS = ["partners", "ticket", "submission", "alert", "introduction", "erase"] as const;

/** What a person filled in on a card. */
export interface FilledForm {
  kind: (typeof FORM_KINDS)[number];
  /** Answers by the ids of the form's fields; those left empty are absent. */
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
