import { unitOf } from "../../understand/amount-words.ts";
import { readNumberWord } from "../../understand/number-words.ts";
import { MULTIPLIER, NUMBER, readNumber } from "../../understand/read-number.ts";

/** A number in a text with the unit behind it. */
export interface Figure {
  /** Every value that the characters may mean: "1.500" is 1500 in one place and 1.5 in another. */
  values: readonly number[];
  /** One name per unit, whatever the language; absent where none follows. */
  unit?: string;
  /** Where it stands. */
  start: number;
  /** Where it ends, unit included; absent for a year that a date holds. */
  end?: number;
}

const FIGURE = new RegExp(`(?<![\\p{L}\\d.,])(${NUMBER})(${MULTIPLIER})`, "giu");

/** Units beside those of the side-stream table. */
const UNITS: readonly [RegExp, string][] = [
  [/^(?:%|percent|per cent|prosent\p{L}*|procent\p{L}*)/iu, "%"],
  [/^(?:€|eur(?:oa?|os)?(?!\p{L})|euro\p{L}*)/iu, "EUR"],
  [/^(?:ha(?!\p{L})|hectare\p{L}*|hehtaari\p{L}*|hektar\p{L}*)/iu, "ha"],
  [/^(?:km2|km²|neliökilometr\p{L}*|kvadratkilometer\p{L}*|square kilomet\p{L}*)/iu, "km²"],
  [/^(?:kg(?!\p{L})|kilo(?:n|a|s|gram\p{L}*)?(?!\p{L}))/iu, "kg"],
  [/^(?:km(?!\p{L})|kilometr\p{L}*|kilometer\p{L}*)/iu, "km"],
  [/^(?:mw(?!\p{L})|megawatti?(?:a|n)?(?!\p{L}))/iu, "MW"],
  [/^(?:kw(?!\p{L}))/iu, "kW"],
  [/^(?:°\s?c|degrees?|astet\p{L}*|grader)/iu, "°C"],
];
const WORD = /^[\s\u00A0\u202F-]{0,2}([\p{L}%€°³\d]+(?:[ ](?:(?:kilo)?met\p{L}+|hours?|cent))?)/u;

/**
 * Reads the numbers of a text, in digits and in words, as the three languages write them.
 *
 * @param text Words without dates and phone numbers.
 *
 * @example
 * ```ts
 * readFigures("22 tuhatta tonnia")[0]; // { values: [22000], unit: "t", start: 0 }
 * ```
 */
export function readFigures(text: string): Figure[] {
  return [...text.matchAll(FIGURE)].flatMap((match): Figure[] => {
    const [all, digits = "", multiplier = ""] = match;
    if (isArticle(digits)) return [];
    // Digits too many to be a number are one that stands nowhere: it must not pass for none.
    const read = readNumber(digits, multiplier) ?? (/\d/.test(digits) ? Number.NaN : undefined);
    if (read === undefined) return [];
    const values = [read, ...otherReadings(digits).flatMap((other) => readNumber(other, multiplier) ?? [])];
    const found = unitBehind(text.slice(match.index + all.length));
    const scaled = found === undefined ? values : values.map((value) => value * found.factor);
    const end = match.index + all.length + (found?.length ?? 0);
    return [{ values: scaled, start: match.index, end, ...(found && { unit: found.unit }) }];
  });
}

/** "One" and "yksi" are more often articles than numbers. */
function isArticle(digits: string): boolean {
  return !/\d/.test(digits) && readNumberWord(digits) === 1;
}

/** "22.000" is twenty-two thousand in Swedish and Finnish, and a measurement in English. */
function otherReadings(digits: string): string[] {
  return /^\d{1,3}[.,]\d{3}$/.test(digits) ? [`${digits.replace(",", ".")}0`] : [];
}

function unitBehind(rest: string): { unit: string; factor: number; length: number } | undefined {
  const [all = "", word = ""] = WORD.exec(rest) ?? [];
  if (word === "") return undefined;
  const own = UNITS.find(([pattern]) => pattern.test(word));
  if (own !== undefined) return { unit: own[1], factor: 1, length: lengthOf(own[0]) };
  const whole = unitOf(word);
  const [first = ""] = word.split(" ");
  const table = whole ?? unitOf(first);
  if (table === undefined) return undefined;
  const length = whole === undefined ? all.length - word.length + first.length : all.length;
  return { unit: table.dimension, factor: table.factor, length };

  function lengthOf(pattern: RegExp): number {
    return all.length - word.length + (pattern.exec(word)?.[0].length ?? 0);
  }
}

/** Whether a number stands among others with the same unit; one without a unit may have it elsewhere. */
export function hasFigure(figure: Figure, among: readonly Figure[]): boolean {
  return among.some(
    (other) =>
      (figure.unit === undefined || other.unit === undefined || figure.unit === other.unit) &&
      figure.values.some((value) => other.values.some((known) => isSame(value, known))),
  );
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.abs(other) * 1e-9;
}
