import type { Language } from "../../knowledge/languages.ts";
import type { ExportCell, ExportSheet } from "./export-sheet.ts";

/** Makes spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** What a spreadsheet may take for the beginning of a formula, also in full width and behind blanks. */
const FORMULA_START = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Cells that must stand in quotes; both separators count, whichever the reader's spreadsheet expects. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/**
 * Writes a sheet as CSV (RFC 4180) in UTF-8 with a byte order mark.
 *
 * Finnish and Swedish spreadsheets expect `;` between cells and a decimal comma, English ones `,` and a point. A text
 * that a spreadsheet would take for a formula gets an apostrophe in front.
 *
 * @param sheet What to write; the name is not part of the file.
 * @param language Whose spreadsheet opens it.
 * @returns The bytes of the file.
 */
export function writeCsv(sheet: ExportSheet, language: Language): Uint8Array {
  const separator = language === "en" ? "," : ";";
  const lines = [sheet.columns.map(({ title }) => title), ...sheet.rows].map((cells) =>
    cells.map((cell) => writeCell(cell, language)).join(separator),
  );
  return Buffer.from(`${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`, "utf8");
}

function writeCell(cell: ExportCell, language: Language): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return quote(writeNumber(cell, language));
  return quote(FORMULA_START.test(cell) ? `'${cell}` : cell);
}

/** All digits, none grouped; what is no number stays empty. */
function writeNumber(value: number, language: Language): string {
  if (!Number.isFinite(value)) return "";
  return language === "en" ? String(value) : String(value).replace(".", ",");
}

function quote(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
