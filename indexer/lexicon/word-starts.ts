const SLOTS = 1 << 13;

/**
 * Remembers how words begin, in a few kilobytes: tells of most other words, without looking them up, that they are
 * none of these. Stemming leaves the first three letters as they are, but for a doubled second one.
 */
export class WordStarts {
  readonly #three = new Uint8Array(SLOTS);
  readonly #two = new Uint8Array(SLOTS);

  add(word: string): void {
    if (word.length < 3) this.#two[slotOf(word, 2)] = 1;
    else this.#three[slotOf(word, 3)] = 1;
  }

  /** `false` only if no word was added that this word, or its stem, could be. */
  mayHold(word: string): boolean {
    if (this.#three[slotOf(word, 3)] === 1 || this.#two[slotOf(word, 2)] === 1) return true;
    return word.charCodeAt(1) === word.charCodeAt(2);
  }
}

/** Letters beyond the end count as 0. */
function slotOf(word: string, letters: number): number {
  let slot = 0;
  for (let at = 0; at < letters; at++)
    slot = Math.imul(slot, 61) + (at < word.length ? word.charCodeAt(at) : 0);
  return (slot ^ (slot >>> 13)) & (SLOTS - 1);
}
