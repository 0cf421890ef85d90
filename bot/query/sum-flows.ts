import type { StreamRecord } from "../../knowledge/schema.ts";

/** A sum or mean over the yearly flows of one unit; units are never mixed. */
export interface StreamTotal {
  unit: string;
  quantity: number;
  /** The rows that were added up. */
  rows: readonly StreamRecord[];
}

/**
 * Adds up the yearly flows per unit. Totals, stocks and plans are never added, rows without an amount neither.
 *
 * @returns One sum for each unit that occurs, in the order of its first row.
 */
export function sumFlows(streams: readonly StreamRecord[]): StreamTotal[] {
  const totals = new Map<string, { unit: string; quantity: number; rows: StreamRecord[] }>();
  for (const stream of streams) {
    const { kind, quantity, unit } = stream;
    if (kind !== "flow" || quantity === undefined || unit === undefined) continue;
    const total = totals.get(unit) ?? { unit, quantity: 0, rows: [] };
    total.quantity += quantity;
    total.rows.push(stream);
    totals.set(unit, total);
  }
  return [...totals.values()];
}
