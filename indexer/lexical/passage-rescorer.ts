import { bestEntries, compareEntries, type ScoredEntry } from "../best-entries.ts";
import type { LexicalData } from "./lexical-data.ts";
import { RESCORING_PARAMETERS } from "./parameters.ts";
import type { QuestionWord } from "./question-terms.ts";
import { UNLIKE_ALL, WordComparer } from "./word-comparer.ts";

/**
 * Takes a second look at the best passages: how much of the question does a passage cover, and how close together.
 *
 * The first look adds up grams one by one, so scattered grams of many words can outweigh one word that truly is the
 * asked one. Here each word of the question is compared with each word of the passage, its best likeness counts, and
 * it counts again within the best stretch of two neighbouring blocks. Inflected forms and compounds are alike in part.
 */
export class PassageRescorer {
  readonly #data: LexicalData;
  readonly #comparer: WordComparer;
  /** What matching each word of the question is worth. */
  readonly #weights = new Float64Array(RESCORING_PARAMETERS.maxWords);
  /** Best likeness to each word of the question: in the whole passage, in this block, in the one before. */
  readonly #whole = new Float64Array(RESCORING_PARAMETERS.maxWords);
  #block = new Float64Array(RESCORING_PARAMETERS.maxWords);
  #previous = new Float64Array(RESCORING_PARAMETERS.maxWords);
  #wordCount = 0;

  constructor(data: LexicalData) {
    this.#data = data;
    this.#comparer = new WordComparer(data);
  }

  /**
   * Raises the scores of the best passages by what they cover of the question, and puts them in their new order.
   *
   * @param ranked Passages by falling first score; those too far behind the best keep score and place.
   * @param questionWords Words of the question; of a long one only the weightiest are compared.
   */
  rescore(ranked: readonly ScoredEntry[], questionWords: readonly QuestionWord[]): ScoredEntry[] {
    const count = countPromising(ranked);
    if (count === 0) return [];
    this.#begin(questionWords);
    const rescored = ranked
      .slice(0, count)
      .map(({ entry, score }) => ({ entry, score: score + this.#cover(entry) }))
      .sort(compareEntries);
    return [...rescored, ...ranked.slice(count)];
  }

  /**
   * Ranks every entry by what it covers alone, for when nothing else can be asked: a microsecond or two an entry, and
   * not as good as a second look after a first.
   *
   * @param options.count How many at most.
   */
  rankAll(
    questionWords: readonly QuestionWord[],
    options: { count: number; isAllowed?: ((entry: number) => boolean) | undefined },
  ): ScoredEntry[] {
    this.#begin(questionWords);
    const scores = new Float32Array(this.#data.words.offsets.length - 1);
    for (let entry = 0; entry < scores.length; entry++) scores[entry] = this.#cover(entry);
    return bestEntries(scores, options);
  }

  #begin(questionWords: readonly QuestionWord[]): void {
    const words = weightiest(questionWords);
    this.#comparer.begin(words);
    this.#wordCount = words.length;
    words.forEach((word, index) => {
      this.#weights[index] = worthOf(word);
    });
  }

  /** What an entry covers as a whole and in its best stretch of two blocks, each weighted. */
  #cover(entry: number): number {
    const { offsets, values } = this.#data.words;
    const { blockLengthInWords, coverageWeight, stretchWeight } = RESCORING_PARAMETERS;
    const end = offsets[entry + 1] ?? 0;
    this.#clear(this.#whole);
    this.#clear(this.#block);
    this.#clear(this.#previous);
    let bestStretch = 0;
    let hadMatch = false;
    for (let position = offsets[entry] ?? 0; position < end; ) {
      const blockEnd = Math.min(end, position + blockLengthInWords);
      let hasMatch = false;
      for (; position < blockEnd; position++) {
        const row = this.#comparer.compare(values[position] ?? 0);
        if (row === UNLIKE_ALL) continue;
        this.#raiseBlock(row);
        hasMatch = true;
      }
      if (hasMatch) bestStretch = Math.max(bestStretch, this.#worthOfStretch());
      // Most blocks match nothing, and two empty ones need no changing of places.
      if (hasMatch || hadMatch) this.#nextBlock();
      hadMatch = hasMatch;
    }
    return coverageWeight * this.#worthOfWhole() + stretchWeight * bestStretch;
  }

  #raiseBlock(row: number): void {
    const { rowStarts, words, likenesses } = this.#comparer;
    const end = rowStarts[row + 1] ?? 0;
    for (let index = rowStarts[row] ?? 0; index < end; index++) {
      const word = words[index] ?? 0;
      const likeness = likenesses[index] ?? 0;
      if (likeness > (this.#block[word] ?? 0)) this.#block[word] = likeness;
      if (likeness > (this.#whole[word] ?? 0)) this.#whole[word] = likeness;
    }
  }

  #nextBlock(): void {
    const emptied = this.#previous;
    this.#previous = this.#block;
    this.#block = emptied;
    this.#clear(emptied);
  }

  /** Quicker than `fill`, since a question has few words. */
  #clear(likenesses: Float64Array): void {
    for (let word = 0; word < this.#wordCount; word++) likenesses[word] = 0;
  }

  #worthOfWhole(): number {
    let sum = 0;
    for (let word = 0; word < this.#wordCount; word++) {
      sum += (this.#weights[word] ?? 0) * (this.#whole[word] ?? 0);
    }
    return sum;
  }

  #worthOfStretch(): number {
    let sum = 0;
    for (let word = 0; word < this.#wordCount; word++) {
      sum += (this.#weights[word] ?? 0) * Math.max(this.#block[word] ?? 0, this.#previous[word] ?? 0);
    }
    return sum;
  }
}

/** How many of the first passages are near enough to the best to overtake it. */
function countPromising(ranked: readonly ScoredEntry[]): number {
  const { depth, minShareOfBest } = RESCORING_PARAMETERS;
  const leastScore = minShareOfBest * (ranked[0]?.score ?? 0);
  const behind = ranked.findIndex(({ score }, index) => index >= depth || score < leastScore);
  return behind < 0 ? ranked.length : behind;
}

function worthOf(word: QuestionWord): number {
  return word.part * word.terms.idf;
}

function weightiest(words: readonly QuestionWord[]): readonly QuestionWord[] {
  const { maxWords } = RESCORING_PARAMETERS;
  if (words.length <= maxWords) return words;
  return words.toSorted((left, right) => worthOf(right) - worthOf(left)).slice(0, maxWords);
}
