import type { Language } from "../../knowledge/languages.ts";
import { bestEntries } from "../best-entries.ts";
import { doInSteps, type Rest } from "../pace.ts";
import { type BuildLexicalOptions, buildLexicalData, type LexicalEntry } from "./build-lexical-data.ts";
import { addPostings } from "./field.ts";
import type { LexicalData } from "./lexical-data.ts";
import { readLexicalData, readLexicalSteps, writeLexicalData } from "./lexical-file.ts";
import { RESCORING_PARAMETERS } from "./parameters.ts";
import { PassageRescorer } from "./passage-rescorer.ts";
import { type QuestionWord, TermLookup } from "./question-terms.ts";

export type { BuildLexicalOptions, LexicalEntry } from "./build-lexical-data.ts";

const MAX_TOP_K = 1000;
const MAX_QUESTION_LENGTH = 2000;

/** An entry found by its words. */
export interface LexicalHit {
  /** Position of the entry at build time, from 0. */
  readonly entry: number;
  /** Above 0; comparable within one search only. */
  readonly score: number;
}

/** How to search. */
export interface LexicalSearchOptions {
  /** Language of the question; decides which of its words are function words. */
  readonly language: Language;
  /** How many hits at most, 1 to 1000. @default {10} */
  readonly topK?: number;
  /** Tells whether an entry may be found at all; asked before ranking. @default {all may} */
  readonly isAllowed?: (entry: number) => boolean;
  /**
   * Concepts of the vocabulary the question names, with weights above 0; 1 is worth about half a matching word.
   * Unknown ids are ignored. @default {none}
   */
  readonly concepts?: readonly { readonly id: string; readonly weight: number }[];
}

/**
 * Finds passages by their words: BM25 over character 4-grams, stems and concepts, with a second look at the best.
 *
 * In: entries at build time, questions later. Out: positions of entries with scores. One search at a time: the
 * accumulators are reused.
 */
export class LexicalIndex {
  readonly #data: LexicalData;
  readonly #lookup: TermLookup;
  readonly #rescorer: PassageRescorer;
  readonly #scores: Float32Array;

  constructor(data: LexicalData) {
    this.#data = data;
    this.#lookup = new TermLookup(data);
    this.#rescorer = new PassageRescorer(data);
    this.#scores = new Float32Array(data.words.offsets.length - 1);
  }

  /** Reads back what `toBytes` wrote; throws an `Error` if the bytes are cut, changed or of another kind. */
  static fromBytes(bytes: Uint8Array): LexicalIndex {
    return new LexicalIndex(readLexicalData(bytes));
  }

  /** Reads back the same with rests between. */
  static async fromBytesInSteps(bytes: Uint8Array, rest: Rest): Promise<LexicalIndex> {
    const data = await doInSteps(readLexicalSteps(bytes), rest);
    await rest();
    return new LexicalIndex(data);
  }

  /** How many entries there are, found or not. */
  get size(): number {
    return this.#scores.length;
  }

  /**
   * Returns the entries whose words answer a question best, best first.
   *
   * @param question The user's own words; longer than 2,000 characters is cut. Without a word and without
   * concepts the result is empty.
   * @returns Hits by falling score; equal ones keep the order of the entries. Empty when nothing matches.
   * @throws {RangeError} If `topK` is not an integer from 1 to 1000.
   */
  search(question: string, options: LexicalSearchOptions): LexicalHit[] {
    const topK = options.topK ?? 10;
    if (!Number.isInteger(topK) || topK < 1 || topK > MAX_TOP_K) {
      throw new RangeError(`Cannot search: topK is ${topK}, it must be an integer from 1 to ${MAX_TOP_K}`);
    }
    const words = this.#lookup.analyseQuestion(question.slice(0, MAX_QUESTION_LENGTH), options.language);
    this.#scores.fill(0);
    this.#addWords(words);
    this.#addConcepts(options.concepts ?? []);
    const count = Math.max(topK, RESCORING_PARAMETERS.depth);
    const ranked = bestEntries(this.#scores, { count, isAllowed: options.isAllowed });
    return this.#rescorer.rescore(ranked, words).slice(0, topK);
  }

  /** Writes the index; see `fromBytes`. */
  toBytes(): Uint8Array {
    return writeLexicalData(this.#data);
  }

  #addWords(words: readonly QuestionWord[]): void {
    const { gramField, stemField } = this.#data;
    for (const { terms, part } of words) {
      for (const { term, weight } of terms.grams)
        addPostings(this.#scores, gramField, { term, weight: part * weight });
      for (const { term, weight } of terms.stems)
        addPostings(this.#scores, stemField, { term, weight: part * weight });
    }
  }

  #addConcepts(concepts: readonly { readonly id: string; readonly weight: number }[]): void {
    for (const { id, weight } of concepts) {
      const concept = this.#lookup.findConcept(id);
      if (concept === undefined) continue;
      addPostings(this.#scores, this.#data.conceptField, {
        term: concept.term,
        weight: weight * concept.weight,
      });
    }
  }
}

/**
 * Builds an index over entries.
 *
 * @param entries The passages, in any mix of languages; their order is what `LexicalHit.entry` refers to.
 *
 * @example
 * ```ts
 * const index = buildLexicalIndex([{ text: "Lentotuhka käy betoniin.", language: "fi" }]);
 * index.search("Mihin lentotuhkaa käytetään?", { language: "fi" }); // [{ entry: 0, score: … }]
 * ```
 */
export function buildLexicalIndex(
  entries: readonly LexicalEntry[],
  options: BuildLexicalOptions = {},
): LexicalIndex {
  return new LexicalIndex(buildLexicalData(entries, options));
}
