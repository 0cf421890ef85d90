import { extname } from "node:path";
import { parse } from "csv-parse/sync";
import { decodeText } from "./decode-text.ts";
import { readBytes } from "./read-bytes.ts";
import { detectSeparator, MOST_RECORD_CHARS } from "./read-table.ts";
import { readWorkbook } from "./read-workbook.ts";
import { listSheetMarks, type SheetMarks } from "./sheet-marks.ts";

/** A cell of a spreadsheet, with what the text alone does not tell. */
export interface SheetCell {
  /** Dates as 2026-11-22, numbers with a point, nothing for an empty cell. */
  text: string;
  /** Only of a cell that holds a number, so that nobody asks whether "1.234" has thousands. */
  number?: number;
  /** A formula whose value is an error or was never computed; its text is empty. */
  isUncomputed?: true;
}

/** A row as it stands in the file; `line` is the number the spreadsheet program shows beside it. */
export interface SheetRow {
  line: number;
  cells: SheetCell[];
}

/** A sheet of an XLSX, or a whole CSV file; empty rows are left out. */
export interface Sheet {
  name: string;
  rows: SheetRow[];
  /** Lines that cannot be split into cells. */
  unreadableLines: number[];
}

/** Endings that {@link readSheets} takes. */
export const SHEET_ENDINGS = [".xlsx", ".csv", ".tsv"] as const;

/**
 * Reads a table whatever its columns, each cell in its place: for reading rows one by one, where
 * `read-table.ts` makes passages.
 *
 * @param path An XLSX, CSV or TSV; see {@link decodeText} for encodings, {@link detectSeparator} for separators.
 * @returns All sheets that hold something; a CSV is one sheet without a name.
 * @throws {Error} When the file cannot be read or is not of its kind.
 *
 * @example
 * ```ts
 * await readSheets("virrat.csv"); // [{ name: "", rows: [{ line: 1, cells: [{ text: "Virta" }] }], unreadableLines: [] }]
 * ```
 */
export async function readSheets(path: string): Promise<Sheet[]> {
  const bytes = await readBytes(path);
  const sheets = extname(path).toLowerCase() === ".xlsx" ? await parseXlsx(bytes) : [parseCsv(bytes)];
  return sheets.filter(({ rows }) => rows.length > 0);
}

function parseCsv(bytes: Uint8Array): Sheet {
  const text = decodeText(bytes);
  const unreadableLines: number[] = [];
  const encoded = Buffer.from(text);
  const records = parse(encoded, {
    bom: true,
    delimiter: detectSeparator(text),
    info: true,
    max_record_size: MOST_RECORD_CHARS,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line: unknown = error === undefined ? undefined : Reflect.get(error, "lines");
      unreadableLines.push(typeof line === "number" ? line : 1);
      return undefined;
    },
  }) as unknown as { record: string[]; info: { bytes: number } }[];
  let line = 1;
  let from = 0;
  const rows = records.map(({ record, info }) => {
    const lines = encoded.subarray(from, info.bytes).toString();
    const first = line + (lines.match(/^(?:\r?\n)+/)?.[0].match(/\n/g)?.length ?? 0);
    line += lines.match(/\n/g)?.length ?? 0;
    from = info.bytes;
    return { line: first, cells: record.map((cell) => ({ text: tidy(cell) })) };
  });
  return { name: "", rows: rows.filter(hasText), unreadableLines };
}

async function parseXlsx(bytes: Buffer): Promise<Sheet[]> {
  const sheets = await readWorkbook(bytes);
  const marksOf = listSheetMarks(bytes);
  return sheets.map(({ sheet, data }): Sheet => {
    const cells = data.map((row) => row.map(toCell));
    const marks = marksOf.get(sheet);
    if (marks !== undefined) applyMarks(cells, marks);
    const rows = cells.map((row, index) => ({ line: index + 1, cells: row }));
    return { name: sheet, rows: rows.filter(hasText), unreadableLines: [] };
  });
}

/** Formulas without a value become visible; a cell merged with those below it counts for each of them. */
function applyMarks(cells: SheetCell[][], { uncomputed, merged }: SheetMarks): void {
  for (const { row, column } of uncomputed) {
    const cell = cells[row]?.[column];
    if (cell !== undefined) cell.isUncomputed = true;
  }
  for (const { row, column, lastRow } of merged) {
    const first = cells[row]?.[column];
    // The area of a broken file may end far below its last row.
    const end = first === undefined ? row : Math.min(lastRow, cells.length - 1);
    for (let below = row + 1; below <= end; below++) {
      const target = cells[below];
      if (first !== undefined && target !== undefined && column < target.length) target[column] = first;
    }
  }
}

function toCell(value: unknown): SheetCell {
  if (value === null || value === undefined) return { text: "" };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10) };
  // Fifteen digits are what a spreadsheet itself shows: 0.1 + 0.2 is 0.3 there.
  if (typeof value === "number") {
    const number = Number(value.toPrecision(15));
    return { text: String(number), number };
  }
  return { text: tidy(String(value)) };
}

function hasText({ cells }: SheetRow): boolean {
  return cells.some(({ text, isUncomputed }) => text !== "" || isUncomputed === true);
}

function tidy(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/\u00AD/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
