import type { Sheet, SheetRow } from "../read/read-sheets.ts";
import type { Field } from "./fields.ts";
import { type MappedColumn, mapHeadings } from "./map-headings.ts";

/** A sheet whose row of headings was found. */
export interface MappedSheet {
  name: string;
  headerLine: number;
  headings: string[];
  columns: MappedColumn[];
  /** Rows below the headings. */
  rows: SheetRow[];
  unreadableLines: number[];
}

/** Titles, dates and notes above the headings take fewer rows than this. */
const LOOKED_AT_ROWS = 25;
/** One known word may stand anywhere; two in a row are headings. */
const FEWEST_FIELDS = 2;

/**
 * Finds the row of headings of a sheet: of the first 25 rows the one that names most fields.
 *
 * @param sheet As read, title rows included.
 * @param given Fields by heading, from `--map`.
 * @returns Nothing when no row names two fields.
 *
 * @example
 * ```ts
 * findHeader(sheet, new Map())?.headerLine; // 3, below a title and an empty row
 * ```
 */
export function findHeader(sheet: Sheet, given: ReadonlyMap<string, Field>): MappedSheet | undefined {
  let best: { at: number; fields: number; columns: MappedColumn[]; headings: string[] } | undefined;
  sheet.rows.slice(0, LOOKED_AT_ROWS).forEach((row, at) => {
    const headings = row.cells.map(({ text }) => text);
    const columns = mapHeadings(headings, given);
    const fields = new Set(columns.map(({ field }) => field).filter((field) => field !== undefined)).size;
    if (fields >= FEWEST_FIELDS && fields > (best?.fields ?? 0)) best = { at, fields, columns, headings };
  });
  if (best === undefined) return undefined;
  return {
    name: sheet.name,
    headerLine: sheet.rows[best.at]?.line ?? 1,
    headings: best.headings,
    columns: best.columns,
    rows: sheet.rows.slice(best.at + 1),
    unreadableLines: sheet.unreadableLines,
  };
}
