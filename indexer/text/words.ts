/** A word of a text with its place; `lower` is what everything is compared by. */
export interface Word {
  lower: string;
  /** Index of the first character in the text. */
  start: number;
  /** Index behind the last character. */
  end: number;
  /** `true` when the word begins with a capital letter. */
  isCapital: boolean;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;

/**
 * Splits a text into words: runs of letters and digits of any script; ä, ö and å stay what they are.
 *
 * A hyphen ends a word ("Kemi-Tornio" is two words), so that parts match alone and phrases match in order.
 *
 * @param text Any text; an empty one gives an empty list.
 * @returns Words in order with their places.
 *
 * @example
 * ```ts
 * splitWords("KIP:n ry").map((word) => word.lower); // ["kip", "n", "ry"]
 * ```
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const small = raw.toLowerCase();
    words.push({
      lower: small.includes("’") ? small.replace("’", "'") : small,
      start: match.index,
      end: match.index + raw.length,
      // A letter with a small form of its own is a capital; asking a regular expression takes longer.
      isCapital: small.charCodeAt(0) !== raw.charCodeAt(0),
    });
  }
  return words;
}
