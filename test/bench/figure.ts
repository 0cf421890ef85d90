/** The parts of the bench, in the order in which they run. */
export const SECTIONS = ["channel", "index", "retrieval", "scale", "blocks"] as const;
export type Section = (typeof SECTIONS)[number];

/** What a figure should be; one side is enough. */
export interface Target {
  least?: number;
  most?: number;
}

/** One line of the table. */
export interface BenchFigure {
  section: Section;
  /** What was measured, in words. */
  name: string;
  value: number;
  unit: string;
  /** Absent: the figure is told, and nothing is asked of it. */
  target?: Target;
}

/** Whether a figure keeps its target; `undefined` where there is none. A figure that is no number keeps none. */
export function isMet({ value, target }: BenchFigure): boolean | undefined {
  if (target === undefined) return undefined;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = target;
  return value >= least && value <= most;
}

/**
 * The figures as a table for people: what, figure, target, met or not.
 *
 * @example
 * ```ts
 * presentFigures([{ section: "channel", name: "ratio", value: 0.8, unit: "", target: { least: 0.7 } }]);
 * // "channel    ratio  0.8   ≥ 0.7  met"
 * ```
 */
export function presentFigures(figures: readonly BenchFigure[]): string {
  const rows = figures.map((figure) => [
    figure.section,
    figure.name,
    `${round(figure.value)} ${figure.unit}`.trim(),
    presentTarget(figure),
    presentOutcome(figure),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Middle of some values, and any other share of them; not a number of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}

/** Three figures are all that a run on a busy machine can tell; large counts are given whole. */
export function round(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

function presentTarget({ target }: BenchFigure): string {
  if (target === undefined) return "";
  const { least, most } = target;
  return [...(least === undefined ? [] : [`≥ ${least}`]), ...(most === undefined ? [] : [`≤ ${most}`])].join(
    ", ",
  );
}

function presentOutcome(figure: BenchFigure): string {
  const isKept = isMet(figure);
  if (isKept === undefined) return "";
  return isKept ? "met" : "NOT MET";
}
