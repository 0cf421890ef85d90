import { doAtOnce, type Steps } from "../../indexer/index.ts";

/**
 * How far a row can be relied on today. A row of a publication is as fresh as its source, whose year every answer tells;
 * only rows that somebody answers for can be verified, unverified or expired.
 */
export type Freshness = "current" | "of its source" | "unverified" | "not yet available" | "expired";

/** What of a row tells how fresh it is; days as `2026-03-01`, availability also as a year. */
export interface Dated {
  verified?: string | undefined;
  expires?: string | undefined;
  available_from?: string | undefined;
  available_until?: string | undefined;
  year?: number | undefined;
}

/** A word of the owner holds for so many years. */
const VERIFIED_FOR_YEARS = 2;

/**
 * Tells how fresh a row is on a day.
 *
 * A year alone marks nothing: every row of the published sources is some years old, and a mark on all of them would say
 * nothing of any.
 *
 * @param today Day as `2026-03-01`. @default the present day
 *
 * @example
 * ```ts
 * freshnessOf({ verified: "2026-01-10", expires: "2027-01-10" }, "2026-03-01"); // "current"
 * freshnessOf({ year: 2014 }, "2026-03-01"); // "of its source"
 * ```
 */
export function freshnessOf(row: Dated, today: string = presentDay()): Freshness {
  const { verified, expires, available_from: from, available_until: until } = row;
  if (expires !== undefined && expires < today) return "expired";
  if (until !== undefined && until < today.slice(0, until.length)) return "expired";
  if (from !== undefined && from > today.slice(0, from.length)) return "not yet available";
  if (verified !== undefined) return verified < longAgo(today) ? "unverified" : "current";
  // Who sets a last day answers for the row, and has never said that it is right.
  return expires === undefined ? "of its source" : "unverified";
}

/** Order in which rows are shown where none is asked for: what can be relied on and had comes first. */
export const FRESHNESS_ORDER: Record<Freshness, number> = {
  current: 0,
  "of its source": 0,
  unverified: 1,
  "not yet available": 1,
  expired: 2,
};

/** Rows looked at between two looks at the clock; a millisecond or so. */
const ROWS_AT_ONCE = 1024;

/** Puts what is out of date behind the rest; rows alike keep their order. */
export function freshFirst<Row extends { stream: Dated }>(
  rows: readonly Row[],
  today: string = presentDay(),
): readonly Row[] {
  return rows.some(isDated) ? doAtOnce(freshFirstInSteps(rows, today)) : rows;
}

/** The same in steps, as a list of its own. */
export function* freshFirstInSteps<Row extends { stream: Dated }>(
  rows: readonly Row[],
  today: string = presentDay(),
): Steps<readonly Row[]> {
  const byOrder: Row[][] = [];
  for (const [at, row] of rows.entries()) {
    const order = FRESHNESS_ORDER[freshnessOf(row.stream, today)];
    byOrder[order] ??= [];
    byOrder[order].push(row);
    if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
  }
  return byOrder.flat();
}

/** Nothing else than one of these puts a row behind others. */
function isDated({ stream }: { stream: Dated }): boolean {
  const { verified, expires, available_from: from, available_until: until } = stream;
  return (verified ?? expires ?? from ?? until) !== undefined;
}

/** Today as `2026-03-01`, in UTC. */
export function presentDay(): string {
  return new Date().toISOString().slice(0, 10);
}

function longAgo(today: string): string {
  return `${Number(today.slice(0, 4)) - VERIFIED_FOR_YEARS}${today.slice(4)}`;
}
