import type { ChosenSheet } from "./choose-sheet.ts";
import { FIELDS, isPrivateField } from "./fields.ts";
import { goesIntoNote } from "./fill-note.ts";
import type { MappedColumn } from "./map-headings.ts";
import type { ImportTexts } from "./texts-type.ts";

/**
 * Shows what each column of the sheet is taken for, and names those that are not read.
 *
 * @returns Lines for a terminal.
 *
 * @example
 * ```ts
 * presentColumns(chosen, { texts, keepsPrivate: false })[1]; // "  A  Jätekoodi  ->  waste_code  (same word)"
 * ```
 */
export function presentColumns(
  { sheet, others }: ChosenSheet,
  { texts, keepsPrivate }: { texts: ImportTexts; keepsPrivate: boolean },
): string[] {
  const rows = sheet.columns.map((column) => [
    nameColumn(column.index),
    column.heading,
    column.field === undefined ? "-" : `-> ${column.field}`,
    texts.ways[column.way](column.nearest ?? "", ""),
    presentDestination(column, { texts, keepsPrivate }),
  ]);
  const unnamed = listUnnamed(sheet).map((index) => [
    nameColumn(index),
    texts.noHeading,
    "-",
    texts.ways.unknown("", ""),
    "",
  ]);
  const unknown = sheet.columns.filter(({ way }) => way === "unknown").map(({ heading }) => `"${heading}"`);
  return [
    texts.columns,
    ...alignCells([...rows, ...unnamed]),
    ...(unknown.length === 0
      ? []
      : [texts.unknownHeadings(unknown.join(", ")), `${texts.fields}: ${FIELDS.join(", ")}`]),
    ...(others.length === 0 ? [] : [texts.otherSheets(others.map((name) => `"${name}"`).join(", "))]),
  ];
}

function presentDestination(
  { field, way }: MappedColumn,
  { texts, keepsPrivate }: { texts: ImportTexts; keepsPrivate: boolean },
): string {
  if (field === undefined || way === "taken") return "";
  if (field === "id" || (isPrivateField(field) && !keepsPrivate)) return texts.notStored;
  return goesIntoNote(field) ? texts.intoNote : "";
}

/** Columns that hold something but have no heading. */
function listUnnamed({ headings, rows }: ChosenSheet["sheet"]): number[] {
  return headings.flatMap((heading, index) =>
    heading === "" && rows.some(({ cells }) => (cells[index]?.text ?? "") !== "") ? [index] : [],
  );
}

/** Letter of a column as the spreadsheet program shows it. */
function nameColumn(index: MappedColumn["index"]): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${nameColumn(Math.floor(index / 26) - 1)}${letter}`;
}

/** Sets rows of cells as columns, two spaces apart and from the edge; a cell longer than 40 letters is cut. */
export function alignCells(rows: readonly (readonly string[])[]): string[] {
  const cut = rows.map((row) => row.map((cell) => (cell.length > 40 ? `${cell.slice(0, 39)}…` : cell)));
  const widths = cut.reduce<number[]>(
    (all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)),
    [],
  );
  return cut.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")}`.trimEnd());
}
