import { join } from "node:path";
import { composeStreamFile, parseStreamFile } from "../../../indexer/index.ts";
import { streamSchema, TABLES } from "../../../knowledge/schema.ts";
import { liveCells } from "./live-cells.ts";
import { type Cells, MEMBER_SOURCE } from "./stream-cells.ts";
import type { LiveRecord } from "./submission.ts";

/** What an export would write. */
export interface OfferExport {
  /** New content of `side-streams.csv`. */
  streams: Buffer;
  /** New content of `sources.csv`; absent when it holds the members' source, or no row needs it. */
  sources?: Buffer;
  /** Ids of the rows by what becomes of them. */
  added: string[];
  changed: string[];
  removed: string[];
  columns: string[];
}

/**
 * Writes live rows into the text of `side-streams.csv`: changed rows in their place, new ones at the end, withdrawn ones
 * out; every other row keeps its bytes. Columns that a row needs and the table lacks come behind the last.
 *
 * Needs are no rows of a file: they stay at the desk.
 *
 * @param files The files as they are.
 * @param options.today Day on which the rows are written.
 */
export function planOfferExport(
  files: { streams: Buffer; sources: Buffer },
  { records, today }: { records: readonly LiveRecord[]; today: string },
): OfferExport {
  const streams = records.filter(({ kind }) => kind === "stream");
  const rows = streams.filter(({ state }) => state === "live").map((record) => liveCells(record, today));
  const before = parseStreamFile(files.streams);
  const columns = missingColumns(rows, before.columns);
  const file = parseStreamFile(withColumns(files.streams, columns));
  const byId = new Map(rows.map((cells) => [cells.id ?? "", cells]));
  const gone = new Set(streams.filter(({ state }) => state === "withdrawn").map(({ id }) => id));
  const replaced = new Map<(typeof file.records)[number], Cells>();
  const removed: (typeof file.records)[number][] = [];
  for (const record of file.records) {
    const cells = byId.get(record.cells.id ?? "");
    if (cells !== undefined && !isSame(cells, record.cells, file.columns)) replaced.set(record, cells);
    if (gone.has(record.cells.id ?? "")) removed.push(record);
  }
  const known = new Set(file.records.map(({ cells }) => cells.id));
  const appended = rows.filter(({ id }) => !known.has(id ?? ""));
  const written = composeStreamFile(file, { appended, replaced });
  const sources = withSource(files.sources, { isNeeded: rows.length > 0 });
  return {
    streams: withoutRows(written, gone),
    ...(sources === undefined ? {} : { sources }),
    added: appended.map(({ id = "" }) => id),
    changed: [...replaced.values()].map(({ id = "" }) => id),
    removed: removed.map(({ cells }) => cells.id ?? ""),
    columns,
  };
}

/** Columns in the order of the schema that some row fills and the table does not have. */
function missingColumns(rows: readonly Cells[], columns: readonly string[]): string[] {
  return Object.keys(streamSchema.shape).filter(
    (column) => !columns.includes(column) && rows.some((cells) => (cells[column] ?? "") !== ""),
  );
}

/** Puts empty columns behind the last one, in the header and in each row; the bytes before them stay. */
function withColumns(bytes: Buffer, columns: readonly string[]): Buffer {
  if (columns.length === 0) return bytes;
  const { records } = parseStreamFile(bytes);
  const ends = [records[0]?.start ?? bytes.length, ...records.map(({ end }) => end)];
  const parts: Buffer[] = [];
  let at = 0;
  for (const [row, end] of ends.entries()) {
    const line = bytes.subarray(at, end).toString();
    const ending = /(?:\r?\n)*$/.exec(line)?.[0] ?? "";
    const added = row === 0 ? `,${columns.join(",")}` : ",".repeat(columns.length);
    parts.push(Buffer.from(`${line.slice(0, line.length - ending.length)}${added}${ending}`));
    at = end;
  }
  parts.push(bytes.subarray(at));
  return Buffer.concat(parts);
}

function withoutRows(bytes: Buffer, ids: ReadonlySet<string>): Buffer {
  const gone = parseStreamFile(bytes).records.filter(({ cells }) => ids.has(cells.id ?? ""));
  return gone.reduceRight(
    (rest, { start, end }) => Buffer.concat([rest.subarray(0, start), rest.subarray(end)]),
    bytes,
  );
}

function isSame(cells: Cells, before: Record<string, string>, columns: readonly string[]): boolean {
  return columns.every((column) => (cells[column] ?? "") === (before[column] ?? ""));
}

/** Adds the source that members' rows name, where the table of sources lacks it. */
function withSource(bytes: Buffer, { isNeeded }: { isNeeded: boolean }): Buffer | undefined {
  const text = bytes.toString();
  if (!isNeeded || new RegExp(`^${MEMBER_SOURCE.id},`, "m").test(text)) return undefined;
  const [header = ""] = text.split(/\r?\n/);
  const values: Record<string, string> = MEMBER_SOURCE;
  const row = header.split(",").map((column) => quoted(values[column.trim()] ?? ""));
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  const joint = text.endsWith("\n") ? "" : ending;
  return Buffer.from(`${text}${joint}${row.join(",")}${ending}`);
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Paths of the two files in a knowledge folder. */
export function exportPaths(knowledgeFolder: string): { streams: string; sources: string } {
  return {
    streams: join(knowledgeFolder, TABLES.streams.file),
    sources: join(knowledgeFolder, TABLES.sources.file),
  };
}
