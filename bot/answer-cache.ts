import { LRUCache } from "lru-cache";
import type { AnswerInTopic } from "./answer-in-topic.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import type { SkillTurn } from "./turn-skill.ts";
import type { Memory } from "./understand/memory.ts";

/** Questions whose answers are kept for each view of the knowledge; the one that was longest not asked goes first. */
const MOST_KEPT = 600;
/** Answers to the same words in different situations. */
const MOST_SITUATIONS = 2;
/** An answer that was made while a part was out of reach must not stay for long. */
const LIFE_IN_MS = 600_000;

/** An answer, when it was made, and what it was made from of what was talked of before, as JSON by field. */
interface Kept {
  answer: AnswerInTopic;
  made: number;
  remembered: readonly (readonly [field: keyof Memory, json: string | undefined])[];
}

/**
 * Answers that were given just now, for the next person who asks the same: coordinators know how often that happens, and
 * the samples under a greeting are pressed again and again.
 *
 * An answer depends on the view (so on what the reader may see, and on the version of the knowledge with what was written at
 * the desk), the words, both languages, the day, and on those fields of the memory that were looked at while it was made,
 * which are noted. So an answer from here is the one that would be made again, to the letter. Nothing tells who asked.
 *
 * @example
 * ```ts
 * const answers = new AnswerCache();
 * await answers.get(seen, findInTopic);
 * ```
 */
export class AnswerCache {
  readonly #views = new WeakMap<KnowledgeView, LRUCache<string, Kept[]>>();
  readonly #now: () => number;

  /** @param options.now Clock, in milliseconds since 1970. @default {Date.now} */
  constructor(options: { now?: () => number } = {}) {
    this.#now = options.now ?? Date.now;
  }

  /**
   * Gives the kept answer to a question, or has it made.
   *
   * @param make Makes the answer of the turn and of nothing else; one that fails is not kept.
   */
  async get(seen: SkillTurn, make: (seen: SkillTurn) => Promise<AnswerInTopic>): Promise<AnswerInTopic> {
    const answers = this.#answersOf(seen.view);
    const now = this.#now();
    const key = keyOf(seen, now);
    const fresh = (answers.get(key) ?? []).filter(({ made }) => made <= now && now - made < LIFE_IN_MS);
    const known = fresh.find(({ remembered }) => isSame(remembered, seen.memory));
    if (known !== undefined) {
      answers.set(key, fresh);
      return known.answer;
    }
    const { memory, fields } = watchMemory(seen.memory);
    const answer = await make({ ...seen, memory });
    const remembered = [...fields].map((field) => [field, JSON.stringify(seen.memory[field])] as const);
    answers.set(key, [{ answer, made: now, remembered }, ...fresh].slice(0, MOST_SITUATIONS));
    return answer;
  }

  #answersOf(view: KnowledgeView): LRUCache<string, Kept[]> {
    const known = this.#views.get(view);
    if (known !== undefined) return known;
    const answers = new LRUCache<string, Kept[]>({ max: MOST_KEPT });
    this.#views.set(view, answers);
    return answers;
  }
}

/** Has every answer made anew. */
export const NO_CACHE: Pick<AnswerCache, "get"> = { get: (seen, make) => make(seen) };

function keyOf({ words, language, replyLanguage, turn }: SkillTurn, now: number): string {
  return JSON.stringify([
    words,
    language,
    replyLanguage,
    turn.reader,
    new Date(now).toISOString().slice(0, 10),
  ]);
}

function isSame(remembered: Kept["remembered"], memory: Memory): boolean {
  return remembered.every(([field, json]) => JSON.stringify(memory[field]) === json);
}

/** A memory that notes which of its fields are looked at; one that is read as a whole notes all. */
function watchMemory(memory: Memory): { memory: Memory; fields: ReadonlySet<keyof Memory> } {
  const fields = new Set<keyof Memory>();
  const noteAll = () => {
    for (const field of Object.keys(memory)) fields.add(field as keyof Memory);
  };
  const watched = new Proxy(memory, {
    get: (target, field) => {
      if (typeof field === "string") fields.add(field as keyof Memory);
      return Reflect.get(target, field);
    },
    has: (target, field) => {
      if (typeof field === "string") fields.add(field as keyof Memory);
      return Reflect.has(target, field);
    },
    ownKeys: (target) => {
      noteAll();
      return Reflect.ownKeys(target);
    },
  });
  return { memory: watched, fields };
}
