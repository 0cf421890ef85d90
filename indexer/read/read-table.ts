import { parse } from "csv-parse/sync";
import { decodeText } from "./decode-text.ts";
import { MOST_TEXT_BYTES, readBytes } from "./read-bytes.ts";
import { readWorkbook } from "./read-workbook.ts";
import type { Block } from "./source-document.ts";

/** A table as cells of text; the first row that holds at least two texts is its header. */
export interface TableContent {
  blocks: Block[];
  /** Rows that could not be read, with their line. */
  faults: { line: number; reason: string }[];
}

/** At equal counts the first of these is meant: a decimal comma is likelier than a semicolon inside a cell. */
const SEPARATORS = [";", "\t", ","] as const;
const LOOKED_AT_LINES = 20;
/** Longest row; a quotation mark that is never closed would make one of the whole rest. */
export const MOST_RECORD_CHARS = 1_000_000;

/**
 * Separator of a CSV file: the one of semicolon, tab and comma that cuts most of the first lines into the same
 * number of cells, and of those the one that cuts them into most.
 */
export function detectSeparator(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, LOOKED_AT_LINES);
  const judged = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length).filter((count) => count > 1);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return { separator, usual, agreeing: counts.filter((count) => count === usual).length };
  });
  return judged.toSorted((a, b) => b.agreeing - a.agreeing || b.usual - a.usual)[0]?.separator ?? ",";
}

/**
 * Reads a CSV file whatever its columns; each row stays whole.
 *
 * @param path File on disk; see {@link decodeText} for its encodings.
 * @returns One block a row; a row with a wrong number of cells is a fault and is left out.
 */
export async function readCsv(path: string): Promise<TableContent> {
  const text = decodeText(await readBytes(path, MOST_TEXT_BYTES));
  const faults: TableContent["faults"] = [];
  const rows = parse(text, {
    delimiter: detectSeparator(text),
    max_record_size: MOST_RECORD_CHARS,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line: unknown = error === undefined ? undefined : Reflect.get(error, "lines");
      faults.push({ line: typeof line === "number" ? line : 1, reason: "cannot be split into cells" });
      return undefined;
    },
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const width = Math.max(0, ...headerOf(rows.map((row) => row.record)).map((header) => header.length));
  const whole = rows.filter(({ record, info }) => {
    const isWhole = record.length === width || record.filter((cell) => cell.trim() !== "").length < 2;
    if (!isWhole)
      faults.push({ line: info.lines, reason: `has ${record.length} cells, the header has ${width}` });
    return isWhole;
  });
  return { blocks: toBlocks(whole.map(({ record }) => record.map(tidy))), faults };
}

/**
 * Reads all sheets of an XLSX file; a sheet's name becomes a heading, each row stays whole.
 *
 * @param path File on disk.
 * @throws {Error} When the file is no XLSX.
 */
export async function readXlsx(path: string): Promise<TableContent> {
  const blocks: Block[] = [];
  for (const { sheet, data } of await readWorkbook(await readBytes(path))) {
    const rows = toBlocks(data.map((row) => row.map(cellText)));
    if (rows.length > 0) blocks.push({ kind: "heading", level: 1, text: tidy(sheet) }, ...rows);
  }
  return { blocks, faults: [] };
}

/** The header as the only element, or nothing when no row holds two texts. */
function headerOf(rows: readonly string[][]): string[][] {
  return rows.filter((row) => row.filter((cell) => cell.trim() !== "").length >= 2).slice(0, 1);
}

/** Rows below the header; lines above it (a title, a unit) as paragraphs; a table of one column as a list. */
function toBlocks(rows: readonly string[][]): Block[] {
  const [header] = headerOf(rows);
  const headerAt = header === undefined ? rows.length : rows.indexOf(header);
  const texts = rows.slice(0, headerAt).flatMap((row) => row.filter((cell) => cell !== ""));
  const above = texts.map(
    (text): Block => ({ kind: header === undefined ? "list-item" : "paragraph", text }),
  );
  const below = rows.slice(headerAt + 1).filter((cells) => cells.some((cell) => cell !== ""));
  return [...above, ...below.map((cells): Block => ({ kind: "table-row", header: header ?? [], cells }))];
}

/** Text of a cell: dates as 2026-11-22, numbers with a point, nothing for an empty cell. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  // Fifteen digits are what a spreadsheet itself shows: 0.1 + 0.2 is 0.3 there.
  if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
  return tidy(String(cell));
}

function tidy(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/\u00AD/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
