import type { Dimension } from "../query/stream-query.ts";
import { PERIODS, WITH_UNIT } from "./amount-words.ts";
import type { Span } from "./question-spans.ts";
import { spanOf, toLimit } from "./read-quantity.ts";

const PLAIN = new RegExp(`(?<![\\p{L}\\d])${WITH_UNIT}`, "iu");

/**
 * Finds the first amount with a unit, compared with anything or not: "our fly ash, 22 000 t", "3 t per dag".
 *
 * @returns The amount in t, MWh or m3 a year; an amount without a period is taken as that of a year.
 */
export function readAmount(text: string): { dimension: Dimension; value: number; span: Span } | undefined {
  const match = PLAIN.exec(text);
  const limit = match === null ? undefined : toLimit(match);
  if (match === null || limit === undefined) return undefined;
  const [start, end] = spanOf(match);
  const period = PERIODS.map(([pattern, perYear]) => ({
    perYear,
    found: pattern.exec(text.slice(end)),
  })).find(({ found }) => found !== null);
  if (period === undefined) return { ...limit, span: [start, end] };
  const value = limit.value * period.perYear;
  return { ...limit, value, span: [start, end + (period.found?.[0].length ?? 0)] };
}
