import { parseTable } from "../../knowledge/read-table.ts";
import { buildRow } from "./build-row.ts";
import type { ChosenSheet } from "./choose-sheet.ts";
import { ImportError } from "./import-error.ts";
import { type Match, mergeRow, StreamKeys } from "./match-existing.ts";
import type { ImportOptions } from "./parse-options.ts";
import { findSkipReason, type SkipReason } from "./read-fields.ts";
import type { ImportContext } from "./read-import-context.ts";
import type { RowDraft } from "./row-draft.ts";
import { composeStreamFile, countIds, STREAM_COLUMNS, type StreamRecord } from "./stream-file.ts";

/** A row that would be added. */
export interface NewRow {
  draft: RowDraft;
  /** Cells with the id. */
  cells: Record<string, string>;
}

/** What an import would do; nothing is written yet. */
export interface ImportPlan {
  /** Rows of the sheet below the headings. */
  rowCount: number;
  added: NewRow[];
  /** Rows of the table that `--update` changes. */
  updated: Match[];
  /** Rows that the table has already. */
  existing: Match[];
  bad: RowDraft[];
  skipped: { line: number; reason: SkipReason }[];
  /** The table as it would be. */
  content: Buffer;
}

/**
 * Finds out what becomes of every row: added, changed, already there, no stream, or bad.
 *
 * @throws {ImportError} When nothing names a source, or the table lacks a column that a row needs.
 *
 * @example
 * ```ts
 * planImport(chosen, { options, context }).bad.map(({ line }) => line); // [7, 12]
 * ```
 */
export function planImport(
  { sheet }: ChosenSheet,
  { options, context }: { options: ImportOptions; context: ImportContext },
): ImportPlan {
  const hasSources = sheet.columns.some(({ field, way }) => field === "sources" && way !== "taken");
  if (options.source === "" && !hasSources) throw new ImportError("source-needed");
  const plan: Omit<ImportPlan, "content"> = {
    rowCount: sheet.rows.length,
    added: [],
    updated: [],
    existing: [],
    bad: sheet.unreadableLines.map(unreadableRow),
    skipped: [],
  };
  const keys = new StreamKeys<StreamRecord>();
  for (const record of context.file.records) keys.add(record.cells, record);
  const own = new StreamKeys<RowDraft>();
  const nextId = countIds(context.file);
  for (const row of sheet.rows) {
    const reason = findSkipReason(row, sheet);
    if (reason !== undefined) {
      plan.skipped.push({ line: row.line, reason });
      continue;
    }
    const draft = buildRow(row, { ...options, ...context, sheet });
    placeDraft(draft, { plan, keys, own, nextId, isUpdating: options.isUpdating });
  }
  plan.bad.sort((left, right) => left.line - right.line);
  checkColumns(plan, context.file.columns);
  const replaced = new Map(plan.updated.map(({ record, cells }) => [record, cells]));
  const appended = plan.added.map(({ cells }) => cells);
  return { ...plan, content: composeStreamFile(context.file, { appended, replaced }) };
}

/** Puts a row where it belongs; a row is compared with the table and with the rows above it. */
function placeDraft(
  draft: RowDraft,
  target: {
    plan: Omit<ImportPlan, "content">;
    keys: StreamKeys<StreamRecord>;
    own: StreamKeys<RowDraft>;
    nextId: () => string;
    isUpdating: boolean;
  },
): void {
  const { plan, keys, own, isUpdating } = target;
  const [twin] = own.find(draft.cells);
  const records = keys.find(draft.cells);
  const [record] = records;
  if (draft.problems.length === 0 && twin !== undefined)
    addProblem(draft, { code: "twice-in-table", detail: String(twin.line) });
  if (draft.problems.length === 0 && isUpdating && records.length > 1)
    addProblem(draft, { code: "several-existing", detail: records.map(({ cells }) => cells.id).join(", ") });
  const match = record === undefined || draft.problems.length > 0 ? undefined : mergeRow(draft, record);
  const cells = match?.cells ?? { ...draft.cells, id: "SS001" };
  if (draft.problems.length === 0) checkCells(draft, cells);
  if (draft.problems.length > 0 && (isUpdating || match === undefined)) {
    plan.bad.push(draft);
    return;
  }
  own.add(draft.cells, draft);
  if (match === undefined) {
    const [namesake] = keys.findNamesakes(draft.cells);
    if (namesake !== undefined)
      draft.remarks.push({
        code: "similar",
        field: "name",
        found: draft.cells.name_fi ?? "",
        detail: namesake.cells.id ?? "",
      });
    plan.added.push({ draft, cells: { ...draft.cells, id: target.nextId() } });
  } else if (isUpdating && match.changes.length > 0) plan.updated.push(match);
  else plan.existing.push(match);
}

function addProblem(
  draft: RowDraft,
  problem: { code: "twice-in-table" | "several-existing"; detail: string },
): void {
  draft.problems.push({ ...problem, field: "name", found: draft.cells.name_fi ?? "" });
}

/** The schema of the table has the last word on a row. */
function checkCells(draft: RowDraft, cells: Record<string, string>): void {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const row = STREAM_COLUMNS.map((column) => quote(cells[column] ?? "")).join(",");
  for (const { field = "row", reason } of parseTable("streams", `${STREAM_COLUMNS.join(",")}\n${row}\n`)
    .faults)
    draft.problems.push({ code: "check-fails", field, found: cells[field] ?? "", detail: reason });
}

function checkColumns({ added, updated }: Omit<ImportPlan, "content">, columns: readonly string[]): void {
  const filled = new Set(
    [...added, ...updated].flatMap(({ cells }) =>
      Object.keys(cells).filter((column) => cells[column] !== ""),
    ),
  );
  const missing = [...filled].filter((column) => !columns.includes(column));
  if (missing.length > 0) throw new ImportError("column-missing", { detail: missing.join(", ") });
}

function unreadableRow(line: number): RowDraft {
  const problem = { code: "unreadable-line" as const, field: "row", found: "" };
  return { line, cells: {}, given: new Set(), problems: [problem], remarks: [], leftOut: [] };
}
