import type { UnderstoodAnswer } from "./answer-in-topic.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import type { SkillTurn } from "./turn-skill.ts";

/** Answers that are kept for each view of the knowledge; the one that was longest not asked for goes first. */
const MOST_KEPT = 300;
/** An answer that was made while a part was out of reach must not stay for long. */
const LIFE_IN_MS = 600_000;

/** An answer with the time it was made. */
interface Kept {
  answer: Promise<UnderstoodAnswer>;
  made: number;
}

/**
 * Answers that were given just now, for the next person who asks the same in the same situation: coordinators know how
 * often that happens, and the samples under a greeting are pressed again and again.
 *
 * What an answer depends on is its key: the view (so what the reader may see, and the version of the knowledge with what was
 * written at the desk), the words, both languages, what was talked of before, and the day. So an answer from here is the one
 * that would be made again, to the letter. Nothing tells who asked.
 *
 * @example
 * ```ts
 * const answers = new AnswerCache();
 * await answers.get(seen, answerInTopic);
 * ```
 */
export class AnswerCache {
  readonly #views = new WeakMap<KnowledgeView, Map<string, Kept>>();
  readonly #now: () => number;

  /** @param options.now Clock, in milliseconds since 1970. @default {Date.now} */
  constructor(options: { now?: () => number } = {}) {
    this.#now = options.now ?? Date.now;
  }

  /**
   * Gives the kept answer to a question, or has it made. Several who ask at once wait for one answer.
   *
   * @param make Makes the answer of the turn and of nothing else; one that fails is not kept.
   */
  async get(
    seen: SkillTurn,
    make: (seen: SkillTurn) => Promise<UnderstoodAnswer>,
  ): Promise<UnderstoodAnswer> {
    const kept = this.#answersOf(seen.view);
    const now = this.#now();
    const key = keyOf(seen, now);
    const known = kept.get(key);
    kept.delete(key);
    const current =
      known !== undefined && now - known.made < LIFE_IN_MS && now >= known.made
        ? known
        : { answer: make(seen), made: now };
    // At the end of the order again, as the one asked for last.
    kept.set(key, current);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? "");
    try {
      const answer = await current.answer;
      // What was said earlier belongs to the conversation, not to the answer.
      const { recent } = seen.memory;
      const { recent: _others, ...memory } = answer.memory;
      return { ...answer, memory: { ...memory, ...(recent && { recent }) } };
    } catch (error) {
      if (kept.get(key) === current) kept.delete(key);
      throw error;
    }
  }

  #answersOf(view: KnowledgeView): Map<string, Kept> {
    const known = this.#views.get(view);
    if (known !== undefined) return known;
    const answers = new Map<string, Kept>();
    this.#views.set(view, answers);
    return answers;
  }
}

function keyOf({ words, language, replyLanguage, memory, turn }: SkillTurn, now: number): string {
  const { recent: _recent, ...context } = memory;
  const day = new Date(now).toISOString().slice(0, 10);
  return JSON.stringify([words, language, replyLanguage, turn.reader, day, context]);
}
