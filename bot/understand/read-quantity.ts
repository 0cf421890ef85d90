import type { Dimension, QuantityRange } from "../query/stream-query.ts";
import { FIGURE, PER_YEAR, UNIT, unitOf, WITH_UNIT } from "./amount-words.ts";
import { BOUNDS, type BoundWords } from "./bound-words.ts";
import type { Span } from "./question-spans.ts";
import { MULTIPLIER, NUMBER, readNumber } from "./read-number.ts";

interface Found {
  range: QuantityRange;
  /** Where the words of the comparison stand; other words may lie between them. */
  spans: Span[];
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
  // Each way to compare ends in an amount; most questions hold none, and looking for all ways is dear.
  if (!AMOUNT.test(text)) return undefined;
  return readRange(text) ?? readPair(text) ?? readBound(text) ?? readExact(text);
}

const AMOUNT = new RegExp(WITH_UNIT, "iu");

/** "mellan 5 och 20 tusen ton", "10 000–50 000 t", "5:n ja 20 tuhannen tonnin välillä". */
const RANGE = new RegExp(
  `(?:(between|mellan|from|från|väliltä|välillä)\\s+)?${FIGURE}\\s*(${UNIT})?(?:\\s*:?n)?\\s*(–|—|-|\\.\\.|to|till|and|och|ja|–)\\s*${WITH_UNIT}(\\s*(?:väli\\p{L}*|välis\\p{L}*))?`,
  "iu",
);

function readRange(text: string): Found | undefined {
  const match = RANGE.exec(text);
  if (match === null) return undefined;
  const [, opening, low = "", lowBy = "", lowUnit, joint = "", high = "", highBy = "", unit = "", closing] =
    match;
  // "10 t and 20 t" are two amounts unless "between" or a dash makes them one range.
  if (opening === undefined && closing === undefined && !/^(?:–|—|-|\.\.|to|till)$/.test(joint))
    return undefined;
  // "Thirty-one" or "twenty-two hundred" is one number.
  if (joint === "-" && !/\d/.test(low)) return undefined;
  const bounds = toBounds({ low, lowBy, lowUnit, high, highBy, unit });
  if (bounds === undefined) return undefined;
  const { dimension, first, second } = bounds;
  return { range: { dimension, min: first, max: second }, spans: [spanOf(match)] };
}

/** "5-20 thousand t": the multiplier and the unit of the second number hold for the first as well. */
function toBounds(words: {
  low: string;
  lowBy: string;
  lowUnit: string | undefined;
  high: string;
  highBy: string;
  unit: string;
}): { dimension: Dimension; first: number; second: number } | undefined {
  const { low, lowBy, lowUnit, high, highBy, unit } = words;
  const known = unitOf(unit);
  const own = lowUnit === undefined ? known : unitOf(lowUnit);
  const second = readNumber(high, highBy);
  const first = readNumber(low, lowBy.trim() === "" && lowUnit === undefined ? highBy : lowBy);
  if (known === undefined || first === undefined || second === undefined) return undefined;
  if (own?.dimension !== known.dimension) return undefined;
  return { dimension: known.dimension, first: first * own.factor, second: second * known.factor };
}

/** How an amount may be compared, each way in a group named after its place in {@link BOUNDS}. */
const anyBound = (name: string) =>
  `(?:${BOUNDS.map(({ before }, at) => `(?<${name}${at}>${before})`).join("|")})`;

/** "Yli 10 000 mutta alle 50 000 t", "at most 50 kt and at least 10 kt": two bounds in a row. */
const PAIR = new RegExp(
  `(?<!\\p{L})${anyBound("first")}\\s*(?<low>${NUMBER})(?<lowBy>${MULTIPLIER})\\s*(?<lowUnit>${UNIT})?${PER_YEAR}\\s*,?\\s*(?:(?:and|but|och|men|ja|mutta|sekä)\\s+)${anyBound("second")}\\s*(?<high>${NUMBER})(?<highBy>${MULTIPLIER})\\s*(?<unit>${UNIT})${PER_YEAR}`,
  "iu",
);

function readPair(text: string): Found | undefined {
  const match = PAIR.exec(text);
  if (match === null) return undefined;
  const { low = "", lowBy = "", lowUnit, high = "", highBy = "", unit = "" } = match.groups ?? {};
  const [first, second] = [boundOf(match, "first"), boundOf(match, "second")];
  const bounds = toBounds({ low, lowBy, lowUnit, high, highBy, unit });
  if (first === undefined || second === undefined || first.bound === second.bound) return undefined;
  if (bounds === undefined) return undefined;
  const { dimension } = bounds;
  const range = { dimension, ...toRange(first, bounds.first), ...toRange(second, bounds.second) };
  return { range, spans: [spanOf(match)] };
}

function boundOf({ groups }: RegExpExecArray, name: string): BoundWords | undefined {
  return BOUNDS.find((_, at) => groups?.[`${name}${at}`] !== undefined);
}

function toRange({ bound, isExcluded }: BoundWords, value: number): Omit<QuantityRange, "dimension"> {
  const excluded = bound === "min" ? { isMinExcluded: true } : { isMaxExcluded: true };
  return { [bound]: value, ...(isExcluded ? excluded : {}) };
}

const PATTERNS = BOUNDS.map((words) => ({
  words,
  before: new RegExp(`(?<!\\p{L})${words.before}\\s*${WITH_UNIT}`, "iu"),
  after: new RegExp(`(?<![\\p{L}\\d])${WITH_UNIT}\\s+${words.after}(?:\\s+(?:kuin|than|än))?`, "iu"),
}));

function readBound(text: string): Found | undefined {
  return joinBounds(
    PATTERNS.map(({ words, before, after }) => {
      const match = after.exec(text) ?? before.exec(text);
      return { words, match, limit: match === null ? undefined : toLimit(match) };
    }),
    text,
  );
}

const OR = /(?<!\p{L})(?:or|tai|eller|taikka|joko)(?!\p{L})/iu;

/**
 * Puts a lower and an upper bound together, wherever they stand. Bounds of two dimensions are none, and neither are
 * alternatives ("over 50 GWh or under 2 GWh"): no one range holds them.
 */
function joinBounds(
  bounds: readonly {
    words: BoundWords;
    match: RegExpExecArray | null;
    limit: { dimension: Dimension; value: number } | undefined;
  }[],
  text: string,
): Found | undefined {
  let found: Found | undefined;
  for (const { words, match, limit } of bounds) {
    if (match === null || limit === undefined) continue;
    const span = spanOf(match);
    if (found?.spans.some((other) => overlap(other, span)) || found?.range[words.bound] !== undefined)
      continue;
    if (found !== undefined && found.range.dimension !== limit.dimension) return undefined;
    if (found?.spans.some((other) => OR.test(between(text, other, span))) === true) return undefined;
    const range = { dimension: limit.dimension, ...found?.range, ...toRange(words, limit.value) };
    found = { range, spans: [...(found?.spans ?? []), span] };
  }
  return found;
}

function between(text: string, one: Span, other: Span): string {
  const [first, second] = one[0] < other[0] ? [one, other] : [other, one];
  return text.slice(first[1], second[0]);
}

function overlap([start, end]: Span, [otherStart, otherEnd]: Span): boolean {
  return otherStart < end && otherEnd > start;
}

/** Where a match stands. */
export function spanOf(match: RegExpExecArray): Span {
  return [match.index, match.index + match[0].length];
}

const EXACT = new RegExp(`(?<![\\p{L}\\d])(?:exactly|tasan|täsmälleen|exakt|precis)\\s+${WITH_UNIT}`, "iu");

function readExact(text: string): Found | undefined {
  const match = EXACT.exec(text);
  const limit = match === null ? undefined : toLimit(match);
  if (match === null || limit === undefined) return undefined;
  const { dimension, value } = limit;
  return { range: { dimension, min: value, max: value }, spans: [spanOf(match)] };
}

/** Value of a matched amount in the base unit of its dimension. */
export function toLimit(match: RegExpExecArray): { dimension: Dimension; value: number } | undefined {
  const known = unitOf(match[3] ?? "");
  const value = readNumber(match[1] ?? "", match[2] ?? "");
  if (known === undefined || value === undefined) return undefined;
  return { dimension: known.dimension, value: value * known.factor };
}

const UNLESS_YEAR = "(?!(?:19|20)\\d\\d(?!\\d))";
const PLAIN_BOUNDS = BOUNDS.map((words) => ({
  words,
  pattern: new RegExp(
    `(?<!\\p{L})${words.before}\\s*${UNLESS_YEAR}(\\d{1,3}(?:[\\s.,]\\d{3})+|\\d{3,})(${MULTIPLIER})(?![\\p{L}\\d]|[.,]\\d)`,
    "iu",
  ),
}));

/** "Lime streams over 10 000": without a unit tonnes are meant, the unit of nearly all rows. */
export function readPlainBound(text: string): Found | undefined {
  if (!/\d/.test(text)) return undefined;
  return joinBounds(
    PLAIN_BOUNDS.map(({ words, pattern }) => {
      const match = pattern.exec(text);
      const value = match === null ? undefined : readNumber(match[1] ?? "", match[2] ?? "");
      return { words, match, limit: value === undefined ? undefined : { dimension: "mass", value } };
    }),
    text,
  );
}
