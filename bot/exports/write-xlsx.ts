import type { ExportCell, ExportSheet } from "./export-sheet.ts";

/** What no XML may hold: control characters and halves of letters. */
const NOT_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu;

/** Longest text of a cell that Excel opens. */
const MAX_CELL_CHARS = 32_767;
const MAX_NAME_CHARS = 31;

/** Widths in letters. */
const MIN_WIDTH = 8;
const MAX_WIDTH = 60;

/**
 * Writes a sheet as XLSX: titles bold and always in sight, numbers as numbers, texts as texts and never as formulas.
 *
 * @param sheet What to write. A number that is none, such as NaN, stays empty.
 * @returns The bytes of the file.
 */
export async function writeXlsx(sheet: ExportSheet): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const titles = sheet.columns.map(({ title, isNumber }) => ({
    value: plainText(title),
    type: String,
    fontWeight: "bold" as const,
    ...(isNumber ? { align: "right" as const } : {}),
  }));
  const rows = sheet.rows.map((row) => row.map(toCell));
  const columns = sheet.columns.map((_, index) => ({ width: widthOf(sheet, index) }));
  const options = { sheet: sheetName(sheet.name), columns, stickyRowsCount: 1 };
  return writeExcelFile([titles, ...rows], options).toBuffer();
}

function toCell(cell: ExportCell) {
  if (typeof cell === "number") return Number.isFinite(cell) ? { value: cell, type: Number } : null;
  return cell === undefined || cell === "" ? null : { value: plainText(cell), type: String };
}

function plainText(text: string): string {
  return text.replace(NOT_XML, "").slice(0, MAX_CELL_CHARS);
}

/** Room for the longest cell of a column, within limits. */
function widthOf(sheet: ExportSheet, column: number): number {
  const longest = sheet.rows.reduce(
    (length, row) => Math.max(length, String(row[column] ?? "").length),
    (sheet.columns[column]?.title ?? "").length,
  );
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longest + 2));
}

/** What Excel takes as the name of a sheet: short, and without the signs of its addresses. */
function sheetName(name: string): string {
  const clean = plainText(name)
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, MAX_NAME_CHARS)
    .replace(/^[' ]+|[' ]+$/g, "");
  return clean || "Sivuvirta";
}
