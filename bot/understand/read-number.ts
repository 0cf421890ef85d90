import { NUMBER_WORD, readNumberWord } from "./number-words.ts";

/**
 * A number in digits ("10 000", "1,2", "10.000") or a word, and words that multiply it. It begins where its digits begin, so
 * that a long row of them is looked at once.
 */
export const NUMBER = `(?:(?<!\\d)\\d{1,3}(?:[\\s\u00A0\u202F.,]\\d{3})+(?:[.,]\\d{1,2})?(?![\\d])|(?<!\\d)\\d+(?:[.,]\\d+)?|(?<!\\p{L})(?:${NUMBER_WORD})(?!\\p{L}))`;
export const MULTIPLIER =
  "(?:\\s*(?:hundred|sataa|hundra)(?!\\p{L}))?(?:\\s*(?:k(?=\\s|t)|thousand|tuhat(?:ta)?|tuhanne\\p{L}*|tusen(?:tals)?)(?!\\p{L}))?(?:\\s*(?:mn|milj\\.?|miljoona\\p{L}*|miljon(?:er)?|millions?|m(?=\\s))(?!\\p{L}))?";

const FACTORS: [RegExp, number][] = [
  [/(?:hundred|sataa|hundra)(?!\p{L})/iu, 100],
  [/(?<!\p{L})k$|thousand|tuhat|tuhanne|tusen/iu, 1000],
  [/mn|milj|million|(?<!\p{L})m$/iu, 1_000_000],
];

/**
 * Reads a number as people write it.
 *
 * @param text A match of {@link NUMBER}.
 * @param multiplier A match of {@link MULTIPLIER}; may be empty.
 * @returns Nothing when there is no number in the text, or one too large to reckon with.
 *
 * @example
 * ```ts
 * readNumber("1,2", " milj."); // 1200000
 * readNumber("10 000", ""); // 10000
 * ```
 */
export function readNumber(text: string, multiplier: string): number | undefined {
  const value = readFigure(text.trim());
  if (value === undefined) return undefined;
  const factor = FACTORS.reduce(
    (product, [pattern, by]) => (pattern.test(multiplier.trim()) ? product * by : product),
    1,
  );
  const number = value * factor;
  return Number.isFinite(number) ? number : undefined;
}

function readFigure(text: string): number | undefined {
  if (!/\d/.test(text)) return readNumberWord(text);
  const bare = text.replace(/[\s\u00A0\u202F]/g, "");
  // "10.000" and "10,000" are ten thousand; "1.5", "1,25" and "0,250" are fractions.
  const [, whole = bare, fraction] = /^(.*)[.,](\d{1,2}|\d{4,}|(?<=^0[.,])\d+)$/.exec(bare) ?? [];
  const value = Number(`${whole.replace(/[.,]/g, "")}.${fraction ?? 0}`);
  return Number.isFinite(value) ? value : undefined;
}
