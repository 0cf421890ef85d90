/** A point of a line: how much had gone by, in minutes or turns, and what was measured then. */
export interface Point {
  at: number;
  value: number;
}

/** How something grows. */
export interface Slope {
  /** Growth a minute or turn. */
  growth: number;
  /** Standard error of that: a growth of less than two of it may be chance. */
  standardError: number;
}

/**
 * Lays the line of least squares through points.
 *
 * @param points At least three, at different places.
 * @throws {RangeError} If there are fewer.
 * @example
 * ```ts
 * findSlope([{ at: 0, value: 1 }, { at: 1, value: 3 }, { at: 2, value: 5 }]); // { growth: 2, standardError: 0 }
 * ```
 */
export function findSlope(points: readonly Point[]): Slope {
  const count = points.length;
  if (count < 3) throw new RangeError(`Cannot find a slope: expected at least 3 points, got ${count}`);
  const meanAt = mean(points.map(({ at }) => at));
  const meanValue = mean(points.map(({ value }) => value));
  const spread = sum(points.map(({ at }) => (at - meanAt) ** 2));
  if (spread === 0) throw new RangeError("Cannot find a slope: all points are at the same place");
  const growth = sum(points.map(({ at, value }) => (at - meanAt) * (value - meanValue))) / spread;
  const rest = points.map(({ at, value }) => value - meanValue - growth * (at - meanAt));
  const variance = sum(rest.map((one) => one ** 2)) / (count - 2);
  return { growth, standardError: Math.sqrt(variance / spread) };
}

/** The value below which a share of all lies; `undefined` of nothing. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
