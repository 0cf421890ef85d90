const MARKS = /\p{M}/gu;
const PLAIN = /^[a-z0-9']*$/;

/**
 * Writes a word as it is compared in a search box: without dots, rings and accents, subscripts as digits.
 *
 * @param word One lower-case word.
 *
 * @example
 * ```ts
 * foldWord("sågspån"); // "sagspan"
 * ```
 */
export function foldWord(word: string): string {
  return PLAIN.test(word) ? word : word.normalize("NFKD").replace(MARKS, "");
}
