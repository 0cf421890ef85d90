import type { Language } from "../knowledge/languages.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import type { Reply } from "./reply/reply.ts";
import type { ReplyDraft } from "./skills/compose-reply.ts";
import type { IncomingTurn } from "./turn.ts";
import type { Memory } from "./understand/memory.ts";

/** A turn as skills beside question answering see it. */
export interface SkillTurn {
  turn: IncomingTurn;
  /** The person's words in one line, without a wish for a language; empty for a form. */
  words: string;
  /** Language of the words. */
  language: Language;
  /** Language of the answer. */
  replyLanguage: Language;
  memory: Memory;
  /** The knowledge that this person may see. */
  view: KnowledgeView;
}

/** What a skill made of a turn. */
export interface SkillOutcome {
  draft: ReplyDraft;
  /** What is remembered from now on. */
  memory: Memory;
}

/**
 * Something the assistant can do beside answering: take a question to a person, keep an alert. Each part is optional.
 */
export interface TurnSkill {
  /**
   * Takes a turn that is its own: its form, or words that ask for it. Asked before a question is answered.
   *
   * @returns Nothing for any other turn.
   */
  take?(turn: SkillTurn): Promise<SkillOutcome | undefined>;
  /** Adds what it has to offer to a finished answer, such as a suggestion; returns the draft as it is otherwise. */
  enrich?(draft: ReplyDraft, turn: SkillTurn): ReplyDraft | Promise<ReplyDraft>;
  /** Told of every answer, after it was made and before it is sent. */
  answered?(reply: Reply, turn: SkillTurn): void | Promise<void>;
}
