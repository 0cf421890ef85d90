import type { Dimension, QuantityRange } from "../query/stream-query.ts";
import type { Span } from "./question-spans.ts";
import { MULTIPLIER, NUMBER, readNumber } from "./read-number.ts";

/** Units as people write them, with the size of one in the base unit of its dimension. */
const UNITS: [RegExp, Dimension, number][] = [
  [/^(?:mt|megaton\p{L}*)$/iu, "mass", 1_000_000],
  [/^(?:kt|kiloton\p{L}*)$/iu, "mass", 1000],
  [/^(?:kg|kilo\p{L}*)$/iu, "mass", 0.001],
  [/^(?:t|tn|tons?|tonn\p{L}*)$/iu, "mass", 1],
  [/^twh$/iu, "energy", 1_000_000],
  [/^(?:gwh|gigawat\p{L}*)$/iu, "energy", 1000],
  [/^(?:mwh|megawat\p{L}*)$/iu, "energy", 1],
  [/^kwh$/iu, "energy", 0.001],
  [/^(?:m3|m³|kuutio\p{L}*|kubik\p{L}*|cubic met\p{L}*)$/iu, "volume", 1],
];
const UNIT =
  "(?:cubic met\\p{L}+|megawatt? ?hours?|[kmgt]wh|kt|mt|kg|tn|tonn?e?s?|tonni\\p{L}*|ton|kiloton\\p{L}*|kilogram\\p{L}*|kilo(?:a|n|s)?|kuutio\\p{L}*|kubik\\p{L}*|gigawatti\\p{L}*|megawatti\\p{L}*|gigawatt\\p{L}*|m3|m³|t)(?![\\p{L}\\d])";
const PER_YEAR =
  "(?:\\s*(?:/\\s*(?:v|vuosi|a|år|year|yr)(?!\\p{L})|(?:a|per|in a) (?:year|annum|år)(?!\\p{L})|vuodessa|vuosittain|om året|årligen|annually|yearly))?";
const FIGURE = `(${NUMBER})(${MULTIPLIER})`;
const WITH_UNIT = `${FIGURE}\\s*(${UNIT})${PER_YEAR}`;

const ABOVE =
  "more than|over|above|exceeding|greater than|larger than|bigger than|upwards of|in excess of|>|yli|enemmän kuin|suurempi\\p{L}* kuin|isompi\\p{L}* kuin|över|mer än|större än|fler än|överstig\\p{L}*";
const FROM =
  "at least|no less than|not less than|min(?:imum)?(?: of)?|>=|≥|from|starting (?:at|from)|vähintään|ainakin|vähinään|minst|åtminstone|från(?: och med)?";
const BELOW =
  "less than|under|below|smaller than|fewer than|<|alle|vähemmän kuin|pienempi\\p{L}* kuin|under|mindre än|färre än|understig\\p{L}*";
const TO =
  "at most|no more than|not more than|max(?:imum)?(?: of)?|up to|<=|≤|enintään|korkeintaan|högst|maximalt|upp till|inte mer än";

interface Found {
  range: QuantityRange;
  span: Span;
}

/**
 * Finds the comparison of an amount in a question: "yli 10 000 t", "mellan 5 och 20 tusen ton", "over 10 kt".
 *
 * @param text A question, in any of the three languages.
 * @returns The bounds in t, MWh or m3 and where they stand; nothing when no amount with a unit is compared.
 *
 * @example
 * ```ts
 * readQuantity("over 10 kt")?.range; // { dimension: "mass", min: 10000, isMinExcluded: true }
 * ```
 */
export function readQuantity(text: string): Found | undefined {
  return readRange(text) ?? readBound(text) ?? readExact(text);
}

/** "mellan 5 och 20 tusen ton", "10 000–50 000 t", "5:n ja 20 tuhannen tonnin välillä". */
const RANGE = new RegExp(
  `(?:(between|mellan|from|från|väliltä|välillä)\\s+)?${FIGURE}\\s*(${UNIT})?(?:\\s*:?n)?\\s*(–|—|-|\\.\\.|to|till|and|och|ja|–)\\s*${WITH_UNIT}(\\s*(?:väli\\p{L}*|välis\\p{L}*))?`,
  "iu",
);

function readRange(text: string): Found | undefined {
  const match = RANGE.exec(text);
  if (match === null) return undefined;
  const [
    whole,
    opening,
    low = "",
    lowBy = "",
    lowUnit,
    joint = "",
    high = "",
    highBy = "",
    unit = "",
    closing,
  ] = match;
  // "10 t and 20 t" are two amounts unless "between" or a dash makes them one range.
  if (opening === undefined && closing === undefined && !/^(?:–|—|-|\.\.|to|till)$/.test(joint))
    return undefined;
  const known = unitOf(unit);
  const top = readNumber(high, highBy);
  // "5-20 thousand": the multiplier and the unit of the second number hold for the first as well.
  const bottom = readNumber(low, lowBy.trim() === "" && lowUnit === undefined ? highBy : lowBy);
  if (known === undefined || top === undefined || bottom === undefined) return undefined;
  const lowFactor = (lowUnit === undefined ? undefined : unitOf(lowUnit)?.factor) ?? known.factor;
  return {
    range: { dimension: known.dimension, min: bottom * lowFactor, max: top * known.factor },
    span: [match.index, match.index + whole.length],
  };
}

const BOUNDS: [keyof QuantityRange & ("min" | "max"), boolean, string, string][] = [
  ["min", true, ABOVE, "(?:suurem\\p{L}*|isom\\p{L}*|ylittäv\\p{L}*)"],
  [
    "min",
    false,
    FROM,
    "(?:or more|or above|or over|and above|and over|tai enemmän|tai yli|eller mer|eller över|och uppåt)",
  ],
  ["max", true, BELOW, "(?:pienem\\p{L}*|alittav\\p{L}*)"],
  ["max", false, TO, "(?:or less|or under|or below|tai vähemmän|tai alle|eller mindre)"],
];
const PATTERNS = BOUNDS.map(([bound, isExcluded, before, after]) => ({
  bound,
  isExcluded,
  before: new RegExp(`(?<!\\p{L})(?:${before})\\s*${WITH_UNIT}`, "iu"),
  after: new RegExp(`(?<![\\p{L}\\d])${WITH_UNIT}\\s+${after}(?:\\s+(?:kuin|than|än))?`, "iu"),
}));

function readBound(text: string): Found | undefined {
  let found: Found | undefined;
  for (const { bound, isExcluded, before, after } of PATTERNS) {
    const match = after.exec(text) ?? before.exec(text);
    if (match === null) continue;
    const limit = toLimit(match);
    if (limit === undefined || (found !== undefined && overlaps(found.span, match))) continue;
    const range: QuantityRange = {
      dimension: limit.dimension,
      ...found?.range,
      [bound]: limit.value,
      ...(isExcluded ? (bound === "min" ? { isMinExcluded: true } : { isMaxExcluded: true }) : {}),
    };
    const end = match.index + match[0].length;
    const span: Span =
      found === undefined
        ? [match.index, end]
        : [Math.min(found.span[0], match.index), Math.max(found.span[1], end)];
    found = { range, span };
  }
  return found;
}

function overlaps([start, end]: Span, match: RegExpExecArray): boolean {
  return match.index < end && match.index + match[0].length > start;
}

const EXACT = new RegExp(`(?<![\\p{L}\\d])(?:exactly|tasan|täsmälleen|exakt|precis)\\s+${WITH_UNIT}`, "iu");

function readExact(text: string): Found | undefined {
  const match = EXACT.exec(text);
  const limit = match === null ? undefined : toLimit(match);
  if (match === null || limit === undefined) return undefined;
  const { dimension, value } = limit;
  return { range: { dimension, min: value, max: value }, span: [match.index, match.index + match[0].length] };
}

function toLimit(match: RegExpExecArray): { dimension: Dimension; value: number } | undefined {
  const known = unitOf(match[3] ?? "");
  const value = readNumber(match[1] ?? "", match[2] ?? "");
  if (known === undefined || value === undefined) return undefined;
  return { dimension: known.dimension, value: value * known.factor };
}

function unitOf(text: string): { dimension: Dimension; factor: number } | undefined {
  const found = UNITS.find(([pattern]) => pattern.test(text.trim()));
  return found === undefined ? undefined : { dimension: found[1], factor: found[2] };
}

const UNLESS_YEAR = "(?!(?:19|20)\\d\\d(?!\\d))";
const PLAIN_BOUNDS = PATTERNS.map(({ bound, isExcluded }, at) => ({
  bound,
  isExcluded,
  pattern: new RegExp(
    `(?<!\\p{L})(?:${BOUNDS[at]?.[2]})\\s*${UNLESS_YEAR}(\\d{1,3}(?:[\\s.,]\\d{3})+|\\d{3,})(${MULTIPLIER})(?![\\p{L}\\d])`,
    "iu",
  ),
}));

/** "Lime streams over 10 000": without a unit tonnes are meant, the unit of nearly all rows. */
export function readPlainBound(text: string): Found | undefined {
  for (const { bound, isExcluded, pattern } of PLAIN_BOUNDS) {
    const match = pattern.exec(text);
    const value = match === null ? undefined : readNumber(match[1] ?? "", match[2] ?? "");
    if (match === null || value === undefined) continue;
    const excluded = bound === "min" ? { isMinExcluded: true } : { isMaxExcluded: true };
    return {
      range: { dimension: "mass", [bound]: value, ...(isExcluded ? excluded : {}) },
      span: [match.index, match.index + match[0].length],
    };
  }
  return undefined;
}

const PLAIN = new RegExp(`(?<![\\p{L}\\d])${WITH_UNIT}`, "iu");

/**
 * Finds the first amount with a unit, compared with anything or not: "our fly ash, 22 000 t".
 *
 * @returns The amount in t, MWh or m3.
 */
export function readAmount(text: string): { dimension: Dimension; value: number; span: Span } | undefined {
  const match = PLAIN.exec(text);
  const limit = match === null ? undefined : toLimit(match);
  if (match === null || limit === undefined) return undefined;
  return { ...limit, span: [match.index, match.index + match[0].length] };
}
