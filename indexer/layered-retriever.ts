import { analysePassage, analyseText } from "./analyse-text.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import type { Passage } from "./passage.ts";
import type { PassageRetriever, RetrievedPassage, RetrieveOptions } from "./retriever.ts";

/** What a {@link LayeredRetriever} is put together from. */
export interface LayeredRetrieverParts {
  base: PassageRetriever;
  /** Entries of the base that still count, rising; they come first in the numbering of the whole. */
  kept: readonly number[];
  /** Number of passages of the base. */
  size: number;
  /** Finds what was added; its entries come after the kept ones. */
  added: PassageRetriever;
  /** In how many passages of the base each stem and concept occurs. */
  counts: { stems: ReadonlyMap<string, number>; concepts: ReadonlyMap<string, number> };
  lexicon: Lexicon;
  /** Whether an embedding model searches the base too: then its best passage may share no word with the question. */
  hasModel?: boolean;
}

/**
 * Searches an index and a few passages beside it as if they were one.
 *
 * Scores of two indexes cannot be compared: a word that is rare in one may be common in the other. What was added is
 * placed by how much of the question it covers, each word weighed by its rarity in the base, against what the best
 * passage of the base covers.
 */
export class LayeredRetriever implements PassageRetriever {
  readonly #parts: LayeredRetrieverParts;
  /** Position in the whole of each entry of the base; -1 where it is gone. */
  readonly #positions: Int32Array;

  constructor(parts: LayeredRetrieverParts) {
    this.#parts = parts;
    this.#positions = new Int32Array(parts.size).fill(-1);
    parts.kept.forEach((entry, position) => {
      this.#positions[entry] = position;
    });
  }

  /** See `Retriever.retrieve`. */
  async retrieve(question: string, options: RetrieveOptions): Promise<RetrievedPassage[]> {
    const { base, added, kept } = this.#parts;
    const isAllowed = (passage: Passage, entry: number) =>
      this.#positions[entry] !== -1 && options.isAllowed?.(passage, entry) !== false;
    const [ofBase, ofAdded] = await Promise.all([
      base.retrieve(question, { ...options, isAllowed }),
      added.retrieve(question, options),
    ]);
    const old = ofBase.map((hit) => ({ ...hit, entry: this.#positions[hit.entry] as number }));
    const found = ofAdded.map((hit) => ({ ...hit, entry: hit.entry + kept.length }));
    if (found.length === 0) return old;
    return this.#merge(question, { old, found, options }).slice(0, options.topK ?? 10);
  }

  #merge(
    question: string,
    hits: { old: RetrievedPassage[]; found: RetrievedPassage[]; options: RetrieveOptions },
  ): RetrievedPassage[] {
    const { old, found, options } = hits;
    const isOld = ({ entry }: RetrievedPassage) => entry < this.#parts.kept.length;
    const weights = this.#weigh(question, options);
    const best = this.#parts.hasModel
      ? (old.find(({ passage }) => this.#cover(passage, weights) > 0) ?? old[0])
      : old[0];
    const scale =
      best === undefined || best.score === 0 ? 0 : this.#cover(best.passage, weights) / best.score;
    return [
      ...old.map((hit) => ({ ...hit, score: hit.score * scale })),
      ...found.map((hit) => ({ ...hit, score: this.#cover(hit.passage, weights) })),
    ].sort(
      // What is equal stays in the order of the base, also where nothing of it shares a word with the question.
      (one, other) => other.score - one.score || (isOld(one) && isOld(other) ? 0 : one.entry - other.entry),
    );
  }

  /** What each stem and concept of the question says, by its rarity in the base. */
  #weigh(question: string, { language }: RetrieveOptions): Map<string, number> {
    const { lexicon, counts, size } = this.#parts;
    const { stems, concepts } = analyseText(question, { language, lexicon });
    const rarity = (count = 0) => Math.log(1 + size / (1 + count));
    return new Map([
      ...[...stems].map((stem): [string, number] => [`stem ${stem}`, rarity(counts.stems.get(stem))]),
      ...[...concepts.keys()].map((id): [string, number] => [id, rarity(counts.concepts.get(id))]),
    ]);
  }

  #cover(passage: Passage, weights: ReadonlyMap<string, number>): number {
    const { sentences, headings } = analysePassage(passage, this.#parts.lexicon);
    const texts = [headings, ...sentences];
    let sum = 0;
    for (const [key, weight] of weights) {
      const isMet = key.startsWith("stem ")
        ? texts.some(({ stems }) => stems.has(key.slice(5)))
        : texts.some(({ concepts }) => concepts.has(key));
      if (isMet) sum += weight;
    }
    return sum;
  }
}
