import type { Dimension } from "./stream-query.ts";

/** Units of the side-stream table and how much of the base unit (t, MWh, m3) one of each is. */
const UNITS: Record<string, { dimension: Dimension; factor: number }> = {
  t: { dimension: "mass", factor: 1 },
  kg: { dimension: "mass", factor: 0.001 },
  MWh: { dimension: "energy", factor: 1 },
  GWh: { dimension: "energy", factor: 1000 },
  m3: { dimension: "volume", factor: 1 },
};

/** An amount in the base unit of its dimension. */
export interface Amount {
  dimension: Dimension;
  value: number;
}

/**
 * Converts an amount of the table to its base unit.
 *
 * @returns Nothing for an amount without a unit, with one that the table does not use, or too large to reckon with.
 *
 * @example
 * ```ts
 * toAmount(70, "GWh"); // { dimension: "energy", value: 70000 }
 * ```
 */
export function toAmount(quantity: number | undefined, unit: string | undefined): Amount | undefined {
  // A form may name any unit, "constructor" too.
  const known = unit !== undefined && Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (quantity === undefined || known === undefined) return undefined;
  const value = quantity * known.factor;
  return Number.isFinite(value) ? { dimension: known.dimension, value } : undefined;
}
