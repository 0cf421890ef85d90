import { describeError, type Log } from "../../log.ts";
import type { Reply } from "../../reply/reply.ts";
import type { TurnFeedback } from "../../state/conversation-store.ts";
import type { SkillTurn, TurnSkill } from "../../turn-skill.ts";
import type { HappeningKind, HappeningPlace, OpenQuestion, Outcome, Settlement } from "./asked-question.ts";
import { readEraseWords } from "./erase-words.ts";
import { maskContacts } from "./mask-contacts.ts";
import { PartnerUse } from "./partner-use.ts";
import type { QuestionStore } from "./question-store.ts";
import { RecentWords } from "./recent-words.ts";
import { topicsOfWords } from "./topics-of-words.ts";
import { WaitingRows } from "./waiting-rows.ts";

/** An answer as its channel delivered it. */
export interface DeliveredAnswer {
  /** `Reply.turnId`. */
  turnId: string;
  conversationId: string;
  /** Ids by which a rating may name it. */
  targets: readonly string[];
}

/** Longest question that is kept, in characters. */
const MAX_TEXT_CHARS = 500;
const MAX_COMMENT_CHARS = 1000;
/** Told to the other processes, which may remember the words of what was disliked or said here. */
const DISLIKED = "sivuvirta_disliked";
const ERASED = "sivuvirta_erased";
const PARTNERS = "sivuvirta_partners";

/**
 * Keeps one row for each turn, with words only of what was refused, weak or disliked, and nothing of the person.
 *
 * Rows are written half a second after the first that waits, all in one transaction: a turn pays for none of it, and
 * the end of the process costs the rows of the last half second at most. What is in memory only is asked of, and forgotten
 * by, all processes that share the database.
 */
export class QuestionLog implements TurnSkill {
  readonly #store: QuestionStore;
  readonly #now: () => number;
  readonly #log: Log;
  readonly #words: RecentWords;
  readonly #partners: PartnerUse;
  readonly #rows: WaitingRows;

  constructor(store: QuestionStore, options: { now: () => number; log: Log }) {
    this.#store = store;
    this.#now = options.now;
    this.#log = options.log;
    this.#words = new RecentWords(options);
    this.#rows = new WaitingRows(store, options);
    const { database } = store;
    this.#partners = new PartnerUse((text) => {
      database.announce(PARTNERS, text).catch((error: unknown) => this.#noteLoss(error));
    });
    database.onAnnounced(PARTNERS, (text) => this.#partners.hear(text));
    database.onAnnounced(DISLIKED, (turn) => this.#tellWords(turn));
    database.onAnnounced(ERASED, (conversation) => {
      if (conversation !== "") this.#forget(conversation);
      else this.#forgetMissed().catch((error: unknown) => this.#noteLoss(error));
    });
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
    const row = {
      ...place,
      turn: reply.turnId,
      language: isQuestion ? language : reply.language,
      intent: reply.intent,
      outcome,
      topics: isQuestion ? topicsOfWords(words, seen) : [],
      ...(isKept && text !== undefined ? { text } : {}),
      created: this.#now(),
    };
    this.#rows.add({ asked: [row] });
  }

  /** Notes by which ids an answer may be rated. */
  noteDelivered({ turnId, conversationId, targets }: DeliveredAnswer): void {
    const created = this.#now();
    const rows = targets.map((target) => ({ turn: turnId, conversation: conversationId, target, created }));
    this.#rows.add({ targets: rows });
  }

  /** Notes a rating after it was kept; one of an answer that is not known here changes nothing. */
  async noteRating({ conversationId, target }: TurnFeedback): Promise<void> {
    if (target === undefined) return;
    await this.flush();
    const { database } = this.#store;
    await database.transact(async () => {
      const turn = await this.#store.turnOf(conversationId, target);
      if (turn === undefined) return;
      const rating = await this.#store.readRating(turn, conversationId);
      const comments = rating.comments.map((comment) => maskContacts(comment).slice(0, MAX_COMMENT_CHARS));
      const text = this.#words.read(turn);
      await this.#store.rate(turn, { ...rating, comments, text });
      if (text === undefined && rating.dislikes > 0) await database.announce(DISLIKED, turn);
    });
  }

  /** Notes something that happened beside answering. */
  noteHappening(kind: HappeningKind, place: HappeningPlace): void {
    this.#happen(kind, place);
  }

  /** Questions that wait, oldest first. */
  async readOpen(limit: number): Promise<OpenQuestion[]> {
    await this.flush();
    return this.#store.readOpen(limit);
  }

  async countOpen(): Promise<number> {
    await this.flush();
    return this.#store.countOpen();
  }

  /** Takes questions out of the queue. @returns How many still waited. */
  async settle(ids: readonly number[], as: Settlement): Promise<number> {
    await this.flush();
    return this.#store.settle(ids, { as, now: this.#now() });
  }

  /** Forgets what is kept in memory of a conversation, after writing what waits. Part of the caller's transaction. */
  async erase(conversation: string): Promise<void> {
    await this.flush();
    this.#forget(conversation);
    await this.#store.database.announce(ERASED, conversation);
  }

  async purge(): Promise<void> {
    await this.flush();
    this.#words.purge();
  }

  /** Writes what waits. Rows that cannot be written are logged and lost in the end: figures must not stop answers. */
  async flush(): Promise<void> {
    await this.#rows.flush();
  }

  #happen(kind: HappeningKind, { conversation, channel, language }: HappeningPlace): void {
    this.#rows.add({ happenings: [{ kind, conversation, channel, language, created: this.#now() }] });
  }

  /** Somebody disliked a turn in another process, which does not know its words. */
  #tellWords(turn: string): void {
    const text = this.#words.read(turn);
    if (text === undefined) return;
    this.#store.addWords(turn, text).catch((error: unknown) => this.#noteLoss(error));
  }

  #noteLoss(error: unknown): void {
    this.#log.error("questions.not-kept", { rows: 1, ...describeError(error) });
  }

  #forget(conversation: string): void {
    this.#words.erase(conversation);
    this.#partners.erase(conversation);
  }

  /** Forgets what was erased in another process without being heard here. */
  async #forgetMissed(): Promise<void> {
    const turns = this.#words.turns();
    if (turns.length === 0) return;
    await this.flush();
    const known = await this.#store.knownTurns(turns);
    for (const turn of turns) if (!known.has(turn)) this.#words.forget(turn);
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
