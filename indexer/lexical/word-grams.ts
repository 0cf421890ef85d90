const EDGE = "_".charCodeAt(0);
const GRAM_LENGTH = 4;

/** Marks the key of a whole short word, so that "talo" the word and "talo" within "taloissa" stay apart. */
const WHOLE_WORD = 0x9e3779b1;

/**
 * Gives the keys of a word's character 4-grams, the unit in which inflected and compound words still match.
 *
 * Word edges count as a letter: "kipsi" gives `_kip`, `kips`, `ipsi` and `psi_`. A word of at most four letters
 * gives one key, for the whole of it. A key is a 30-bit number computed from the letters, not a string: small
 * integers are the cheapest keys there are, and among 100,000 grams about five pairs share one, harmlessly.
 *
 * @param word One word in lower case.
 * @returns Keys in the order of the word, repeated when the gram is; empty only for an empty word.
 *
 * @example
 * ```ts
 * wordGrams("kipsi").length; // 4
 * wordGrams("tuhk").length; // 1
 * ```
 */
export function wordGrams(word: string): number[] {
  if (word.length === 0) return [];
  if (word.length <= GRAM_LENGTH) return [mixUnits(word, 0, word.length) & 0x3fffffff];
  const keys: number[] = [];
  for (let start = -1; start + GRAM_LENGTH <= word.length + 1; start++) {
    keys.push(gramKey(word, start));
  }
  return keys;
}

function mixUnits(word: string, start: number, end: number): number {
  let key = WHOLE_WORD;
  for (let position = start; position < end; position++) key = mix(key, word.charCodeAt(position));
  return finish(key);
}

function gramKey(word: string, start: number): number {
  let key = 0;
  for (let position = start; position < start + GRAM_LENGTH; position++) {
    const outside = position < 0 || position >= word.length;
    key = mix(key, outside ? EDGE : word.charCodeAt(position));
  }
  return finish(key) & 0x3fffffff;
}

function mix(key: number, unit: number): number {
  const mixed = Math.imul(key ^ unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

function finish(key: number): number {
  const mixed = Math.imul(key, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
