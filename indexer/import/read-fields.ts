import type { SheetRow } from "../read/read-sheets.ts";
import { type Field, JOINED_FIELDS } from "./fields.ts";
import type { MappedSheet } from "./find-header.ts";
import { foldText, isNothing } from "./fold-text.ts";
import type { Problem } from "./problem.ts";

/** What a row holds for a field. */
export interface FieldValue {
  text: string;
  /** Of a cell that holds a number. */
  number?: number;
  /** Unit in the heading. */
  unit?: string;
}

/** Cells of a row by field; cells that say nothing are left out. */
export type FieldValues = ReadonlyMap<Field, FieldValue>;

/** Rows that are no streams. */
export type SkipReason = "total" | "headings";

const TOTALS: ReadonlySet<string> = new Set(
  [
    "yhteensä",
    "kaikki yhteensä",
    "summa",
    "totalt",
    "sammanlagt",
    "total",
    "totals",
    "sum",
    "grand total",
  ].map(foldText),
);

/**
 * Tells rows that are no streams: sums, and headings repeated on the next printed page.
 *
 * @example
 * ```ts
 * findSkipReason(row, sheet); // "total" of a row that begins with "Yhteensä"
 * ```
 */
export function findSkipReason(row: SheetRow, { headings }: MappedSheet): SkipReason | undefined {
  const texts = row.cells.map(({ text }) => text);
  const first = texts.find((text) => text !== "") ?? "";
  if (TOTALS.has(foldText(first))) return "total";
  return headings.every((heading, at) => heading === (texts[at] ?? "")) ? "headings" : undefined;
}

/**
 * Reads the cells of a row by field.
 *
 * Cells of several columns of remarks are joined. A formula without a value is a fault, since what it stands for is
 * not known; so are cells beyond the last heading.
 */
export function readFields(
  row: SheetRow,
  { columns, headings }: MappedSheet,
): { values: FieldValues; problems: Problem[] } {
  const values = new Map<Field, FieldValue>();
  const problems: Problem[] = [];
  for (const { index, field, way, unit, heading } of columns) {
    const cell = row.cells[index];
    if (field === undefined || way === "taken" || field === "id" || cell === undefined) continue;
    if (cell.isUncomputed === true) problems.push({ code: "empty-formula", field, found: heading });
    if (isNothing(cell.text)) continue;
    const before = JOINED_FIELDS.has(field) ? values.get(field) : undefined;
    const value: FieldValue = { text: withUnit(cell.text, { field, unit }) };
    if (cell.number !== undefined) value.number = cell.number;
    if (unit !== undefined) value.unit = unit;
    values.set(field, before === undefined ? value : { text: `${before.text}; ${value.text}` });
  }
  const beyond = row.cells.slice(headings.length).filter(({ text }) => text !== "");
  if (beyond.length > 0) {
    const found = beyond.map(({ text }) => text).join(" ");
    problems.push({ code: "too-many-cells", field: "row", found, detail: String(headings.length) });
  }
  return { values, problems };
}

/** In a note a bare number needs the unit of its heading: "35" under "Kuiva-aine (%)" is "35 %". */
function withUnit(text: string, { field, unit }: { field: Field; unit?: string | undefined }): string {
  return unit !== undefined && JOINED_FIELDS.has(field) && /^[\d\s.,–-]+$/.test(text)
    ? `${text} ${unit}`
    : text;
}
