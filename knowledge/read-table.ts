import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CsvError, type Info, parse } from "csv-parse/sync";
import type { z } from "zod";
import type { Fault } from "./fault.ts";
import { presentIssue } from "./present-issue.ts";
import { TABLES, type TableName, type Withheld } from "./schema.ts";
import { checkFieldVisibility } from "./visibility/check-field-visibility.ts";

/** Where a row stands: file within the knowledge folder, and the line its first cell is on. */
export type RowPlace = { file: string; line: number };

/** Every table as typed rows, each with its place. */
export type Tables = {
  [Name in TableName]: (z.infer<(typeof TABLES)[Name]["schema"]> & RowPlace & Withheld)[];
};

/** Rows that passed, and what was wrong with the others; `rows` is absent when there is no such file. */
export type TableReading<Name extends TableName> = { rows?: Tables[Name]; faults: Fault[] };

type RawRow = { cells: string[]; line: number };

const ID_FIELDS = ["id", "concept_id", "receiver_class"] as const;

/** A table whose rows may share the value that is an id elsewhere. */
const TABLES_WITHOUT_ID: readonly TableName[] = ["uses", "parkFacts", "contacts"];

/**
 * Reads one table of a knowledge folder.
 *
 * A faulty row is left out and named; the rows beside it are kept. Of rows with the same id the first is kept.
 * When a column that rows cannot do without is missing, no row is returned.
 *
 * @param folder The knowledge folder.
 * @param name Key of `TABLES`.
 * @returns Valid rows in the order of the file, and the faults.
 */
export async function readTable<Name extends TableName>(
  folder: string,
  name: Name,
): Promise<TableReading<Name>> {
  const { file } = TABLES[name];
  const content = await readIfPresent(join(folder, file));
  if (content === undefined) return { faults: [] };
  return parseTable(name, content);
}

/**
 * Parses the text of one table; see `readTable`.
 *
 * @param name Key of `TABLES`.
 * @param content The whole file: a header line and one line a row.
 * @returns Valid rows in the order of the file, and the faults.
 */
export function parseTable<Name extends TableName>(name: Name, content: string): TableReading<Name> {
  const { file, schema } = TABLES[name];
  const { rows: rawRows, faults } = splitCsv(file, content);
  const [header, ...body] = rawRows;
  if (header === undefined) return { rows: [], faults: [...faults, { file, reason: "has no header line" }] };
  const columns = header.cells.map((cell) => cell.trim());
  const headerFaults = checkHeader(file, columns, schema);
  faults.push(...headerFaults.faults);
  if (headerFaults.isUnreadable) return { rows: [], faults };

  const rows: Tables[Name] = [];
  const lineOfId = new Map<string, number>();
  for (const { cells, line } of body) {
    if (cells.length !== columns.length) {
      const hint =
        cells.length > columns.length ? ": put a cell that holds a comma between double quotes" : "";
      faults.push({
        file,
        line,
        reason: `has ${cells.length} cells, the header has ${columns.length}${hint}`,
      });
      continue;
    }
    const cellOf = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
    const parsed = schema.safeParse(cellOf);
    if (!parsed.success) {
      faults.push(...parsed.error.issues.map((issue) => presentIssue(issue, { file, line, value: cellOf })));
      continue;
    }
    const closed = checkFieldVisibility(name, parsed.data);
    const duplicate = TABLES_WITHOUT_ID.includes(name)
      ? undefined
      : findDuplicate(cellOf, { line, lineOfId });
    if (closed !== undefined) faults.push({ file, line, field: "field_visibility", reason: closed });
    else if (duplicate !== undefined) faults.push({ file, line, ...duplicate });
    else rows.push(placeRow<Name>(parsed.data, { file, line }));
  }
  return { rows, faults };
}

/** `data` is what the schema of this very table returned, which the union of all schemas cannot tell. */
function placeRow<Name extends TableName>(data: object, place: RowPlace): Tables[Name][number] {
  return { ...data, ...place } as Tables[Name][number];
}

/** Reads a text file; `undefined` when there is none. */
async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function splitCsv(file: string, content: string): { rows: RawRow[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const rows = parse(content, {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error: CsvError | undefined) => {
      faults.push({
        file,
        line: lineOfError(error),
        reason: `cannot be split into cells: ${error?.message}`,
      });
      return undefined;
    },
  }) as unknown as { record: string[]; info: Info }[];
  return {
    // The parser counts the line a record ends on; cells that span lines move its beginning up.
    rows: rows.map(({ record, info }) => ({ cells: record, line: info.lines - countLineBreaks(record) })),
    faults,
  };
}

function lineOfError(error: CsvError | undefined): number | undefined {
  const line: unknown = error === undefined ? undefined : Reflect.get(error, "lines");
  return typeof line === "number" ? line : undefined;
}

function countLineBreaks(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
}

/** Columns that may be empty may also be absent; without the others no row can be read. */
function checkHeader(file: string, columns: string[], schema: z.ZodObject) {
  const missing = Object.entries(schema.shape)
    .filter(([column, field]) => !columns.includes(column) && !isOptional(field as z.ZodType))
    .map(([column]) => column);
  const faults: Fault[] = missing.map((field) => ({
    file,
    line: 1,
    field,
    reason: "this column is missing",
  }));
  for (const [index, field] of columns.entries()) {
    if (!(field in schema.shape)) {
      const known = Object.keys(schema.shape).join(", ");
      faults.push({ file, line: 1, field, reason: `unknown column, the table has: ${known}` });
    } else if (columns.indexOf(field) !== index) {
      faults.push({ file, line: 1, field, reason: "this column occurs twice" });
    }
  }
  return { faults, isUnreadable: missing.length > 0 };
}

function isOptional(field: z.ZodType): boolean {
  return field.safeParse(undefined).success;
}

function findDuplicate(
  cellOf: Record<string, string>,
  { line, lineOfId }: { line: number; lineOfId: Map<string, number> },
): { field: string; reason: string } | undefined {
  const field = ID_FIELDS.find((candidate) => cellOf[candidate] !== undefined);
  const value = field === undefined ? undefined : cellOf[field]?.trim();
  if (field === undefined || value === undefined) return undefined;
  const firstLine = lineOfId.get(value);
  if (firstLine !== undefined) return { field, reason: `"${value}" already stands on line ${firstLine}` };
  lineOfId.set(value, line);
  return undefined;
}
