import { describeError, type Log } from "../../log.ts";
import type { Reply } from "../../reply/reply.ts";
import type { TurnFeedback } from "../../state/conversation-store.ts";
import type { SkillTurn, TurnSkill } from "../../turn-skill.ts";
import type {
  AskedQuestion,
  Happening,
  HappeningKind,
  HappeningPlace,
  OpenQuestion,
  Outcome,
  Settlement,
} from "./asked-question.ts";
import { readEraseWords } from "./erase-words.ts";
import { maskContacts } from "./mask-contacts.ts";
import { PartnerUse } from "./partner-use.ts";
import type { AnswerTarget, QuestionStore } from "./question-store.ts";
import { RecentWords } from "./recent-words.ts";
import { topicsOfWords } from "./topics-of-words.ts";

/** An answer as its channel delivered it. */
export interface DeliveredAnswer {
  /** `Reply.turnId`. */
  turnId: string;
  conversationId: string;
  /** Ids by which a rating may name it. */
  targets: readonly string[];
}

/** How long rows wait in memory, in milliseconds: what the end of the process may cost. */
const FLUSH_AFTER_IN_MS = 500;
/** Longest question that is kept, in characters. */
const MAX_TEXT_CHARS = 500;
const MAX_COMMENT_CHARS = 1000;

/**
 * Keeps one row for each turn, with words only of what was refused, weak or disliked, and nothing of the person.
 *
 * Rows are written half a second after the first that waits, all in one transaction: a turn pays for none of it, and
 * the end of the process costs the rows of the last half second at most.
 */
export class QuestionLog implements TurnSkill {
  readonly #store: QuestionStore;
  readonly #now: () => number;
  readonly #log: Log;
  readonly #words: RecentWords;
  readonly #partners = new PartnerUse();
  #asked: AskedQuestion[] = [];
  #targets: AnswerTarget[] = [];
  #happenings: Happening[] = [];
  #timer: NodeJS.Timeout | undefined;
  /** Grows with every change of what waits in the queue. */
  version = 0;

  constructor(store: QuestionStore, options: { now: () => number; log: Log }) {
    this.#store = store;
    this.#now = options.now;
    this.#log = options.log;
    this.#words = new RecentWords(options);
  }

  /** Notes a finished answer; part of the pipeline. */
  answered(reply: Reply, seen: SkillTurn): void {
    const { turn, words, language } = seen;
    // Whoever has just erased all must not leave a trace by that.
    const isErasure = turn.form?.kind === "erase" || readEraseWords(words) === "confirmed";
    if (reply.turnId === undefined || isErasure) return;
    const place = { conversation: turn.conversationId, channel: turn.channel, language: reply.language };
    if (this.#partners.isUse(seen)) this.#happen("partners.opened", place);
    if (this.#partners.noteAnswer(reply, turn.conversationId)) this.#happen("partners.shown", place);
    const outcome = outcomeOf(reply, seen);
    const isQuestion = outcome !== "courtesy" && words !== "";
    const text = isQuestion ? maskContacts(words).slice(0, MAX_TEXT_CHARS).toWellFormed() : undefined;
    const isKept = outcome === "refused" || outcome === "weak";
    if (text !== undefined && !isKept) this.#words.add(reply.turnId, { ...place, text });
    this.#asked.push({
      ...place,
      turn: reply.turnId,
      language: isQuestion ? language : reply.language,
      intent: reply.intent,
      outcome,
      topics: isQuestion ? topicsOfWords(words, seen) : [],
      ...(isKept && text !== undefined ? { text } : {}),
      created: this.#now(),
    });
    this.#flushSoon();
  }

  /** Notes by which ids an answer may be rated. */
  noteDelivered({ turnId, conversationId, targets }: DeliveredAnswer): void {
    const created = this.#now();
    for (const target of targets)
      this.#targets.push({ turn: turnId, conversation: conversationId, target, created });
    this.#flushSoon();
  }

  /** Notes a rating after it was kept; one of an answer that is not known here changes nothing. */
  noteRating({ conversationId, target }: TurnFeedback): void {
    if (target === undefined) return;
    this.flush();
    const turn = this.#store.turnOf(conversationId, target);
    if (turn === undefined) return;
    const rating = this.#store.readRating(turn, conversationId);
    const comments = rating.comments.map((comment) => maskContacts(comment).slice(0, MAX_COMMENT_CHARS));
    this.#store.rate(turn, { ...rating, comments, text: this.#words.read(turn) });
    this.version += 1;
  }

  /** Notes something that happened beside answering. */
  noteHappening(kind: HappeningKind, place: HappeningPlace): void {
    this.#happen(kind, place);
    this.#flushSoon();
  }

  /** Questions that wait, oldest first. */
  readOpen(limit: number): OpenQuestion[] {
    this.flush();
    return this.#store.readOpen(limit);
  }

  countOpen(): number {
    this.flush();
    return this.#store.countOpen();
  }

  /** Takes questions out of the queue. @returns How many still waited. */
  settle(ids: readonly number[], as: Settlement): number {
    this.flush();
    this.version += 1;
    return this.#store.settle(ids, { as, now: this.#now() });
  }

  /** Forgets what is kept in memory of a conversation, after writing what waits. */
  erase(conversation: string): void {
    this.flush();
    this.#words.erase(conversation);
    this.#partners.erase(conversation);
    this.version += 1;
  }

  purge(): void {
    this.flush();
    this.#words.purge();
    this.version += 1;
  }

  /** Writes what waits. Rows that cannot be written are logged and lost: figures must not stop answers. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#isWaiting()) return;
    const rows = { asked: this.#asked, targets: this.#targets, happenings: this.#happenings };
    this.#asked = [];
    this.#targets = [];
    this.#happenings = [];
    this.version += 1;
    try {
      this.#store.add(rows);
    } catch (error) {
      this.#log.error("questions.not-kept", { rows: rows.asked.length, ...describeError(error) });
    }
  }

  #happen(kind: HappeningKind, { conversation, channel, language }: HappeningPlace): void {
    this.#happenings.push({ kind, conversation, channel, language, created: this.#now() });
  }

  #isWaiting(): boolean {
    return this.#asked.length + this.#targets.length + this.#happenings.length > 0;
  }

  #flushSoon(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.flush(), FLUSH_AFTER_IN_MS);
    this.#timer.unref();
  }
}

/** A form that searches partners asks something; every other form and courtesy is no question. */
function outcomeOf(reply: Reply, { turn }: SkillTurn): Outcome {
  const isForm = turn.form !== undefined && turn.form.kind !== "partners";
  if (isForm || reply.intent === "smalltalk") return "courtesy";
  if (reply.intent === "handoff") return "handed-over";
  if (reply.refused) return "refused";
  return reply.isWeak ? "weak" : "answered";
}
