const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

/** Per UTF-16 unit: 0 not looked at yet, 1 part of a word, 2 not part of a word. */
const unitClasses = new Uint8Array(0x10000);

/**
 * Splits a text into its words, in lower case and in reading order.
 *
 * A word is an unbroken run of letters, digits and combining marks of any script; everything else separates.
 * Accents stay (`ä`, `ö` and `å` are letters of their own here, not decorated `a` and `o`), and a letter
 * written as base plus mark is joined first, so both ways of writing `ä` give one word. Hand-written because
 * it runs over every character of the knowledge: a regular expression takes about twice as long.
 *
 * @param text Any text; an empty one gives an empty list.
 * @returns Words of one UTF-16 unit or more, none empty.
 *
 * @example
 * ```ts
 * tokenize("Lentotuhka 12 000 t/a, PÖLY!"); // ["lentotuhka", "12", "000", "t", "a", "pöly"]
 * ```
 */
export function tokenize(text: string): string[] {
  const lowered = text.normalize("NFC").toLowerCase();
  const words: string[] = [];
  let start = -1;
  for (let position = 0; position < lowered.length; position++) {
    const width = wordCharacterWidth(lowered, position);
    if (width === 0) {
      if (start >= 0) words.push(lowered.slice(start, position));
      start = -1;
    } else {
      if (start < 0) start = position;
      position += width - 1;
    }
  }
  if (start >= 0) words.push(lowered.slice(start));
  return words;
}

/** UTF-16 units (1 or 2) of the word character at a position, or 0 when a separator stands there. */
function wordCharacterWidth(text: string, position: number): 0 | 1 | 2 {
  const unit = text.charCodeAt(position);
  if (unit >= 0xd800 && unit <= 0xdbff) {
    const isWord = WORD_CHARACTER.test(String.fromCodePoint(text.codePointAt(position) ?? unit));
    return isWord ? 2 : 0;
  }
  if (unitClasses[unit] === 0) unitClasses[unit] = WORD_CHARACTER.test(String.fromCharCode(unit)) ? 1 : 2;
  return unitClasses[unit] === 1 ? 1 : 0;
}
