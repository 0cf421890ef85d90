import { READERS, type Reader } from "../knowledge/languages.ts";
import { type AnalysedText, analysePassage } from "./analyse-text.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import { isForReader, type Passage } from "./passage.ts";

/** In how many passages each stem and each concept occurs. */
export interface WordCounts {
  stems: Record<string, number>;
  concepts: Record<string, number>;
  /** How many of them are not for a rank; ranks that meet every passage are absent. */
  hidden?: Partial<Record<Reader, Omit<WordCounts, "hidden">>>;
}

/** Passages and the counts of their words. */
export interface CountedPassages {
  passages: readonly Passage[];
  counts: WordCounts;
}

/** Counts once, when an index is built, how common each stem and concept is, and how common in what a rank does not meet. */
export function countWords(passages: readonly Passage[], lexicon: Lexicon): WordCounts {
  const counter = new PassageCounter(lexicon);
  for (const passage of passages) counter.add(passage, 1);
  return counter.counts;
}

/**
 * The same, from the counts of passages of which most are still there: only those that came or went are analysed.
 *
 * @param former Counted with the same vocabulary; nothing counts all anew.
 *
 * @example
 * ```ts
 * const counts = countWords([stays, goes], lexicon);
 * recountWords([stays, comes], { former: { passages: [stays, goes], counts }, lexicon }); // countWords([stays, comes], lexicon)
 * ```
 */
export function recountWords(
  passages: readonly Passage[],
  { former, lexicon }: { former: CountedPassages | undefined; lexicon: Lexicon },
): WordCounts {
  if (former === undefined) return countWords(passages, lexicon);
  const { came, gone } = compare(former.passages, passages);
  if (came.length + gone.length > passages.length) return countWords(passages, lexicon);
  const counter = new PassageCounter(lexicon, former.counts);
  for (const passage of gone) counter.add(passage, -1);
  for (const passage of came) counter.add(passage, 1);
  return counter.counts;
}

/** Passages that are in one list alone; one that is twice in one and once in the other is there once. */
function compare(
  before: readonly Passage[],
  after: readonly Passage[],
): { came: Passage[]; gone: Passage[] } {
  const left = Map.groupBy(before, (passage) => JSON.stringify(passage));
  const came = after.filter((passage) => left.get(JSON.stringify(passage))?.pop() === undefined);
  return { came, gone: [...left.values()].flat() };
}

class PassageCounter {
  readonly #lexicon: Lexicon;
  readonly #all: WordCounter;
  readonly #hidden = new Map<Reader, WordCounter>();

  constructor(lexicon: Lexicon, begun: WordCounts = { stems: {}, concepts: {} }) {
    this.#lexicon = lexicon;
    this.#all = new WordCounter(begun);
    for (const reader of READERS) {
      const hidden = begun.hidden?.[reader];
      if (hidden !== undefined) this.#hidden.set(reader, new WordCounter(hidden));
    }
  }

  /** Counts a passage so many times; below 0 takes it away again. */
  add(passage: Passage, times: number): void {
    const { whole } = analysePassage(passage, this.#lexicon);
    this.#all.add(whole, times);
    for (const reader of READERS) {
      if (isForReader(passage, reader)) continue;
      const counter = this.#hidden.get(reader) ?? new WordCounter();
      counter.add(whole, times);
      this.#hidden.set(reader, counter);
    }
  }

  get counts(): WordCounts {
    const hidden = [...this.#hidden]
      .filter(([, counter]) => !counter.isEmpty)
      .map(([reader, counter]) => [reader, counter.counts] as const);
    return { ...this.#all.counts, ...(hidden.length === 0 ? {} : { hidden: Object.fromEntries(hidden) }) };
  }
}

class WordCounter {
  readonly #stems: Map<string, number>;
  readonly #concepts: Map<string, number>;

  constructor({ stems, concepts }: Omit<WordCounts, "hidden"> = { stems: {}, concepts: {} }) {
    this.#stems = new Map(Object.entries(stems));
    this.#concepts = new Map(Object.entries(concepts));
  }

  /** Counts the words of one passage, each once. */
  add({ stems, concepts }: AnalysedText, times: number): void {
    for (const stem of stems) addTo(this.#stems, stem, times);
    for (const id of concepts.keys()) addTo(this.#concepts, id, times);
  }

  get isEmpty(): boolean {
    return this.#stems.size === 0 && this.#concepts.size === 0;
  }

  get counts(): Omit<WordCounts, "hidden"> {
    return { stems: Object.fromEntries(this.#stems), concepts: Object.fromEntries(this.#concepts) };
  }
}

function addTo(counts: Map<string, number>, word: string, times: number): void {
  const count = (counts.get(word) ?? 0) + times;
  if (count === 0) counts.delete(word);
  else counts.set(word, count);
}
