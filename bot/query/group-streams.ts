import type { StreamRecord } from "../../knowledge/schema.ts";
import { toAmount } from "./amount.ts";
import type { Grouping } from "./stream-query.ts";
import { type StreamTotal, sumFlows } from "./sum-flows.ts";

/** The rows of one value of the grouping. */
export interface StreamGroup {
  /** Id of the park, name of the municipality, category and so on; empty where the rows have none. */
  key: string;
  rows: readonly StreamRecord[];
  totals: readonly StreamTotal[];
}

/** Groups rows, the group with the largest sum first. */
export function groupStreams(
  rows: readonly StreamRecord[],
  context: { grouping: Grouping; regionOf: (stream: StreamRecord) => string },
): StreamGroup[] {
  const groups = Map.groupBy(rows, (stream) => groupKey(stream, context));
  return [...groups]
    .map(([key, members]) => ({ key, rows: members, totals: sumFlows(members) }))
    .sort((a, b) => largestTotal(b) - largestTotal(a) || b.rows.length - a.rows.length);
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

function largestTotal(group: StreamGroup): number {
  return Math.max(0, ...group.totals.map(({ unit, quantity }) => toAmount(quantity, unit)?.value ?? 0));
}
