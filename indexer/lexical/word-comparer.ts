import type { LexicalData } from "./lexical-data.ts";
import { RESCORING_PARAMETERS } from "./parameters.ts";
import type { QuestionWord } from "./question-terms.ts";

/** What `WordComparer.compare` gives for a word form that is like no word of the question. */
export const UNLIKE_ALL = -1;

/**
 * Tells how alike two words are from the grams they share.
 *
 * @param shared How many grams of the found word stand in the asked one.
 * @param gramCounts How many grams each has.
 * @returns 0 (unlike) to 1 (equal); a compound that contains the asked word is near 0.8.
 *
 * @example "tuhka" (5 grams) and "tuhkaa" (6 grams) share 4
 * ```ts
 * gramLikeness(4, { asked: 5, found: 6 }); // 0.727…
 * ```
 */
export function gramLikeness(shared: number, gramCounts: { asked: number; found: number }): number {
  const dice = (2 * shared) / (gramCounts.asked + gramCounts.found);
  const contained = (RESCORING_PARAMETERS.containedLikeness * shared) / gramCounts.asked;
  const likeness = Math.min(1, Math.max(dice, contained));
  return likeness < RESCORING_PARAMETERS.minLikeness ? 0 : likeness;
}

/**
 * Compares the word forms of an index with the words of one question after the other.
 *
 * A form is compared once per question, however many passages hold it. The words of the question are bits of a
 * number kept for each gram and stem, so a form that shares nothing costs one look-up for each of its grams.
 * What a form is like is a row: the pairs `words[n]`, `likenesses[n]` from `rowStarts[row]` to
 * `rowStarts[row + 1]`. Everything lies in flat, reused arrays, because this is the inner loop of a search.
 */
export class WordComparer {
  /** Where each row begins; valid until the next `begin`. */
  readonly rowStarts: number[] = [0];
  /** Positions in the question's words, rising within a row. */
  readonly words: number[] = [];
  /** Likeness to each of these, above 0 to 1. */
  readonly likenesses: number[] = [];
  readonly #data: LexicalData;
  readonly #gramBits: Uint32Array;
  readonly #stemBits: Uint32Array;
  /** For each word form the question it was last compared for, and its row then. */
  readonly #comparedFor: Uint32Array;
  readonly #rows: Int32Array;
  readonly #sharedCounts = new Uint32Array(32);
  #asked: readonly QuestionWord[] = [];
  #question = 0;
  #rowCount = 0;

  constructor(data: LexicalData) {
    this.#data = data;
    this.#gramBits = new Uint32Array(data.gramNumbers.size);
    this.#stemBits = new Uint32Array(data.stemNumbers.size);
    this.#comparedFor = new Uint32Array(data.wordStems.length);
    this.#rows = new Int32Array(data.wordStems.length);
  }

  /** Takes up a question of at most 31 words; the rows of the one before are forgotten. */
  begin(asked: readonly QuestionWord[]): void {
    for (const { terms } of this.#asked) {
      for (const { term } of terms.grams) this.#gramBits[term] = 0;
      for (const { term } of terms.stems) this.#stemBits[term] = 0;
    }
    asked.forEach(({ terms }, index) => {
      for (const { term } of terms.grams) this.#gramBits[term] = (this.#gramBits[term] ?? 0) | (1 << index);
      for (const { term } of terms.stems) this.#stemBits[term] = (this.#stemBits[term] ?? 0) | (1 << index);
    });
    this.#asked = asked;
    this.#rowCount = 0;
    this.#question = (this.#question + 1) >>> 0;
    if (this.#question === 0) this.#comparedFor.fill(this.#question++);
  }

  /** Gives the row of a word form, or `UNLIKE_ALL`. */
  compare(form: number): number {
    if (this.#comparedFor[form] === this.#question) return this.#rows[form] ?? UNLIKE_ALL;
    this.#comparedFor[form] = this.#question;
    const sameStem = this.#stemBits[this.#data.wordStems[form] ?? 0] ?? 0;
    const shared = this.#countShared(form) | sameStem;
    const row = shared === 0 ? UNLIKE_ALL : this.#writeRow(form, { shared, sameStem });
    this.#rows[form] = row;
    return row;
  }

  /** Counts the grams shared with each asked word; returns the bits of the words that share any. */
  #countShared(form: number): number {
    const { offsets, values } = this.#data.wordGrams;
    const end = offsets[form + 1] ?? 0;
    let shared = 0;
    for (let index = offsets[form] ?? 0; index < end; index++) {
      let bits = this.#gramBits[values[index] ?? 0] ?? 0;
      shared |= bits;
      for (; bits !== 0; bits &= bits - 1) {
        const word = 31 - Math.clz32(bits & -bits);
        this.#sharedCounts[word] = (this.#sharedCounts[word] ?? 0) + 1;
      }
    }
    return shared;
  }

  #writeRow(form: number, { shared, sameStem }: { shared: number; sameStem: number }): number {
    const { offsets } = this.#data.wordGrams;
    const found = (offsets[form + 1] ?? 0) - (offsets[form] ?? 0);
    const start = this.rowStarts[this.#rowCount] ?? 0;
    let end = start;
    for (let bits = shared; bits !== 0; bits &= bits - 1) {
      const word = 31 - Math.clz32(bits & -bits);
      const asked = this.#asked[word]?.terms.gramCount ?? 1;
      const isSame = ((sameStem >>> word) & 1) === 1;
      const likeness = isSame ? 1 : gramLikeness(this.#sharedCounts[word] ?? 0, { asked, found });
      this.#sharedCounts[word] = 0;
      if (likeness === 0) continue;
      this.words[end] = word;
      this.likenesses[end++] = likeness;
    }
    if (end === start) return UNLIKE_ALL;
    this.rowStarts[this.#rowCount + 1] = end;
    return this.#rowCount++;
  }
}
