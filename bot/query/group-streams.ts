import type { StreamRecord } from "../../knowledge/schema.ts";
import { toAmount } from "./amount.ts";
import type { Dimension, Grouping } from "./stream-query.ts";
import { type StreamTotal, sumFlows } from "./sum-flows.ts";

/** The rows of one value of the grouping. */
export interface StreamGroup {
  /** Id of the park, name of the municipality, category and so on; empty where the rows have none. */
  key: string;
  rows: readonly StreamRecord[];
  totals: readonly StreamTotal[];
}

/** Groups rows, the group with the largest mass first, then volume and energy; those without any sum last. */
export function groupStreams(
  rows: readonly StreamRecord[],
  context: { grouping: Grouping; regionOf: (stream: StreamRecord) => string },
): StreamGroup[] {
  const groups = Map.groupBy(rows, (stream) => groupKey(stream, context));
  return [...groups]
    .map(([key, members]) => ({ key, rows: members, totals: sumFlows(members) }))
    .sort(compareTotals);
}

/** A row of several municipalities belongs to each, but is counted once, under their joint name. */
function groupKey(
  stream: StreamRecord,
  context: { grouping: Grouping; regionOf: (stream: StreamRecord) => string },
): string {
  switch (context.grouping) {
    case "region":
      return context.regionOf(stream);
    case "producer":
      return stream.producer_en ?? "";
    case "year":
      return stream.year === undefined ? "" : String(stream.year);
    case "municipality":
      return stream.municipality ?? "";
    default:
      return stream[context.grouping];
  }
}

/** Sums of two groups of one dimension are compared; tonnes and megawatt hours cannot be. */
function compareTotals(a: StreamGroup, b: StreamGroup): number {
  for (const dimension of DIMENSION_ORDER) {
    const difference = sumOf(b, dimension) - sumOf(a, dimension);
    if (difference !== 0) return difference;
  }
  return b.rows.length - a.rows.length;
}

const DIMENSION_ORDER: readonly Dimension[] = ["mass", "volume", "energy"];

function sumOf({ totals }: StreamGroup, dimension: Dimension): number {
  const amounts = totals.map(({ quantity, unit }) => toAmount(quantity, unit));
  return amounts.reduce((sum, amount) => sum + (amount?.dimension === dimension ? amount.value : 0), 0);
}
