/** Tables of the figures, in the order in which they are shown. */
export const FIGURE_TABLES = [
  "days",
  "languages",
  "channels",
  "kinds",
  "outcomes",
  "parks",
  "materials",
  "facts",
  "satisfaction",
  "partners",
] as const;
export type FigureTableId = (typeof FIGURE_TABLES)[number];

/** A number, or one too small to be told. */
export type FigureCell = number | "hidden" | "none";

/** A row of figures with its name. */
export interface FigureRow {
  /** In the language of the page; of days "2026-03-01" or "2026-03". */
  name: string;
  cells: readonly FigureCell[];
}

/** A table of figures. */
export interface FigureTable {
  id: FigureTableId;
  /** Title of the first column, that of the names. */
  nameColumn: string;
  /** Titles of the other columns. */
  columns: readonly string[];
  rows: readonly FigureRow[];
  /** Columns that are drawn, by position: those of a stack, or the one of a bar. */
  drawn: readonly number[];
}
