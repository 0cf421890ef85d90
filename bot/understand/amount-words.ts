import type { Dimension } from "../query/stream-query.ts";
import { MULTIPLIER, NUMBER } from "./read-number.ts";

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
/** Pattern of a unit. */
export const UNIT =
  "(?:cubic met\\p{L}+|megawatt? ?hours?|[kmgt]wh|kt|mt|kg|tn|tonn?e?s?|tonni\\p{L}*|ton|kiloton\\p{L}*|kilogram\\p{L}*|kilo(?:a|n|s)?|kuutio\\p{L}*|kubik\\p{L}*|gigawatti\\p{L}*|megawatti\\p{L}*|gigawatt\\p{L}*|m3|m³|t)(?![\\p{L}\\d])";
/** Pattern of "a year", which may be left out. */
export const PER_YEAR =
  "(?:\\s*(?:/\\s*(?:v|vuosi|a|år|year|yr)(?!\\p{L})|(?:a|per|in a) (?:year|annum|år)(?!\\p{L})|vuodessa|vuosittain|om året|årligen|annually|yearly))?";
/** Shorter periods behind an amount, with how many there are in a year of running without a stop. */
export const PERIODS: readonly [RegExp, number][] = [
  [
    /^\s*(?:\/\s*(?:d|pv|vrk|day|dag|dygn)|(?:a|per|each|every) (?:day|dag|dygn)|om dagen|dagligen|daily|päivässä|vuorokaudessa|päivittäin)(?!\p{L})/iu,
    365,
  ],
  [
    /^\s*(?:\/\s*(?:vk|week|wk|vecka)|(?:a|per|each|every) (?:week|vecka)|i veckan|weekly|viikossa|viikoittain)(?!\p{L})/iu,
    52,
  ],
  [
    /^\s*(?:\/\s*(?:kk|month|mon|mån|månad)|(?:a|per|each|every) (?:month|månad)|i månaden|monthly|kuukaudessa|kuussa|kuukausittain)(?!\p{L})/iu,
    12,
  ],
];
/** Pattern of a number and its multiplier: two groups. */
export const FIGURE = `(${NUMBER})(${MULTIPLIER})`;
/** Pattern of an amount: number, multiplier and unit, three groups. */
export const WITH_UNIT = `${FIGURE}\\s*(${UNIT})${PER_YEAR}`;

/** Finds the dimension of a unit, and the size of one in the base unit (t, MWh, m3). */
export function unitOf(text: string): { dimension: Dimension; factor: number } | undefined {
  const found = UNITS.find(([pattern]) => pattern.test(text.trim()));
  return found === undefined ? undefined : { dimension: found[1], factor: found[2] };
}
