import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Block } from "./source-document.ts";

/** A table as cells of text; the first row that holds at least two texts is its header. */
export interface TableContent {
  blocks: Block[];
  /** Rows that could not be read, with their line. */
  faults: { line: number; reason: string }[];
}

/** Separator of a CSV file: the one of comma, semicolon and tab that the first line holds most of. */
export function detectSeparator(text: string): string {
  const [line = ""] = text.split(/\r?\n/, 1);
  const bare = line.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((separator) => [separator, bare.split(separator).length] as const);
  return counts.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ",";
}

/**
 * Reads a CSV file whatever its columns; each row stays whole.
 *
 * @param path File on disk, UTF-8 with or without a byte order mark.
 * @returns One block a row; a row with a wrong number of cells is a fault and is left out.
 */
export async function readCsv(path: string): Promise<TableContent> {
  const text = (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  const faults: TableContent["faults"] = [];
  const rows = parse(text, {
    delimiter: detectSeparator(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const [head, ...rest] = rows;
  const header = head?.record.map((cell) => cell.trim()) ?? [];
  const blocks: Block[] = [];
  for (const { record, info } of rest) {
    if (record.length !== header.length) {
      faults.push({
        line: info.lines,
        reason: `has ${record.length} cells, the header has ${header.length}`,
      });
    } else blocks.push({ kind: "table-row", header, cells: record.map((cell) => cell.trim()) });
  }
  return { blocks, faults };
}

/**
 * Reads all sheets of an XLSX file; a sheet's name becomes a heading, each row stays whole.
 *
 * @param path File on disk.
 * @throws {Error} When the file is no XLSX.
 */
export async function readXlsx(path: string): Promise<TableContent> {
  const { default: readSheets } = await import("read-excel-file/node");
  const sheets = await readSheets(path);
  const blocks: Block[] = [];
  for (const { sheet, data } of sheets) {
    const rows = data.map((row) => row.map(cellText));
    const headerAt = rows.findIndex((row) => row.filter((cell) => cell !== "").length >= 2);
    if (headerAt < 0) continue;
    const header = rows[headerAt] as string[];
    blocks.push({ kind: "heading", level: 1, text: sheet });
    for (const cells of rows.slice(headerAt + 1)) {
      if (cells.some((cell) => cell !== "")) blocks.push({ kind: "table-row", header, cells });
    }
  }
  return { blocks, faults: [] };
}

/** Text of a cell: dates as 2026-11-22, numbers with a point, nothing for an empty cell. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}
