import { parse } from "csv-parse/sync";
import { TABLES } from "../../knowledge/schema.ts";

/** A row of the table and where its bytes stand. */
export interface StreamRecord {
  line: number;
  cells: Record<string, string>;
  /** First byte, and the one behind the last, line end included. */
  start: number;
  end: number;
}

/** `side-streams.csv` as it is on disk, so that whatever is not changed keeps its bytes. */
export interface StreamFile {
  bytes: Buffer;
  columns: string[];
  records: StreamRecord[];
  lineEnd: "\n" | "\r\n";
}

/** Columns of the table in the order a new file gets them. */
export const STREAM_COLUMNS: readonly string[] = Object.keys(TABLES.streams.schema.shape);

/** Id of the streams: "SS" and at least three digits. */
const ID = /^SS(\d{3,})$/;

/**
 * Splits `side-streams.csv` into its rows.
 *
 * @param bytes The whole file; empty for a file that is yet to be made.
 * @throws {Error} When it is no UTF-8 or a row cannot be split into cells.
 *
 * @example
 * ```ts
 * parseStreamFile(bytes).records[0]?.cells.id; // "SS001"
 * ```
 */
export function parseStreamFile(bytes: Buffer): StreamFile {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  if (text.trim() === "") {
    const header = Buffer.from(`${STREAM_COLUMNS.join(",")}\n`);
    return { bytes: header, columns: [...STREAM_COLUMNS], records: [], lineEnd: "\n" };
  }
  const rows = parse(bytes, {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as unknown as {
    record: string[];
    info: { bytes: number };
  }[];
  const [header, ...body] = rows;
  const columns = (header?.record ?? []).map((column) => column.trim());
  let end = header?.info.bytes ?? 0;
  const records = body.map(({ record, info }): StreamRecord => {
    let start = end;
    while (bytes[start] === 0x0a || bytes[start] === 0x0d) start++;
    end = info.bytes;
    const cells = Object.fromEntries(columns.map((column, at) => [column, (record[at] ?? "").trim()]));
    return { line: countLines(bytes.subarray(0, start)), cells, start, end };
  });
  return { bytes, columns, records, lineEnd };
}

/**
 * Makes the new content of the file: replaced rows in their place, new ones at the end, all else byte for byte.
 *
 * @param file As it is.
 * @param changes.appended Cells of new rows, by column.
 * @param changes.replaced Cells by the row they take the place of.
 */
export function composeStreamFile(
  file: StreamFile,
  changes: {
    appended: readonly Record<string, string>[];
    replaced: ReadonlyMap<StreamRecord, Record<string, string>>;
  },
): Buffer {
  const { bytes, records, columns, lineEnd } = file;
  const parts: Buffer[] = [];
  let at = 0;
  for (const record of records) {
    const cells = changes.replaced.get(record);
    if (cells === undefined) continue;
    const old = bytes.subarray(record.start, record.end).toString();
    const ending = /\r?\n$/.exec(old)?.[0] ?? "";
    parts.push(bytes.subarray(at, record.start), Buffer.from(formatRow(cells, columns) + ending));
    at = record.end;
  }
  parts.push(bytes.subarray(at));
  if (changes.appended.length > 0) {
    if (bytes.at(-1) !== 0x0a) parts.push(Buffer.from(lineEnd));
    for (const cells of changes.appended) parts.push(Buffer.from(formatRow(cells, columns) + lineEnd));
  }
  return Buffer.concat(parts);
}

/**
 * Gives out ids that no row has: one more than the highest.
 *
 * @example
 * ```ts
 * const nextId = countIds(file); // the last row is SS092
 * nextId(); // "SS093"
 * ```
 */
export function countIds({ records }: StreamFile): () => string {
  let highest = Math.max(0, ...records.map(({ cells }) => Number(ID.exec(cells.id ?? "")?.[1] ?? 0)));
  return () => {
    highest++;
    return `SS${String(highest).padStart(3, "0")}`;
  };
}

function formatRow(cells: Record<string, string>, columns: readonly string[]): string {
  return columns.map((column) => formatCell(cells[column] ?? "")).join(",");
}

function formatCell(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function countLines(before: Buffer): number {
  let lines = 1;
  for (const byte of before) if (byte === 0x0a) lines++;
  return lines;
}
