import type { Fault } from "../../knowledge/fault.ts";
import { presentFault } from "../../knowledge/fault.ts";
import type { MappedColumn } from "./map-headings.ts";
import type { ImportPlan, NewRow } from "./plan-import.ts";
import { alignCells } from "./present-columns.ts";
import type { Problem, Remark } from "./problem.ts";
import type { RowDraft } from "./row-draft.ts";
import { STREAM_COLUMNS } from "./stream-file.ts";
import type { ImportTexts } from "./texts-type.ts";

/** Rows shown with all their cells. */
const SHOWN_WHOLE = 3;

/**
 * Shows what would become of every row of a sheet.
 *
 * @param plan What was found out.
 * @param options.columns Of the sheet, for the headings of what is left out.
 * @returns Lines for a terminal; parts that have nothing to say are left out.
 *
 * @example
 * ```ts
 * presentPlan(plan, { texts, columns }).at(-1); // "14 rows: 10 new, 0 changed, 1 already there, 2 bad, 1 passed over"
 * ```
 */
export function presentPlan(
  plan: ImportPlan,
  { texts, columns }: { texts: ImportTexts; columns: readonly MappedColumn[] },
): string[] {
  const { added, updated, existing, bad, skipped } = plan;
  const stored = [...added.map(({ draft }) => draft), ...updated.map(({ draft }) => draft)];
  const counts = {
    rows: plan.rowCount,
    added: added.length,
    updated: updated.length,
    existing: existing.length,
    bad: bad.length,
    skipped: skipped.length,
  };
  return [
    ...part(
      texts.firstRows,
      added.slice(0, SHOWN_WHOLE).flatMap((row) => presentRow(row, texts)),
    ),
    ...part(
      texts.otherRows,
      added.length > SHOWN_WHOLE ? alignCells(added.map((row) => listRow(row, texts))) : [],
    ),
    ...part(
      texts.updates,
      updated.flatMap((match) => presentUpdate(match, texts)),
    ),
    ...part(texts.remarksTitle, presentRemarks(stored, texts)),
    ...presentLeftOut(stored, { texts, columns }),
    ...part(
      texts.badRows,
      bad.flatMap((draft) => presentProblems(draft, texts)),
    ),
    ...part(
      texts.existingRows,
      existing.map((match) => presentExisting(match, texts)),
    ),
    ...(existing.some(({ changes }) => changes.length > 0) ? [`  ${texts.updateHint}`] : []),
    ...part(
      texts.skippedRows,
      skipped.map(({ line, reason }) => `  ${texts.row(String(line), 1)}: ${texts.skipped[reason]}`),
    ),
    "",
    texts.counts(counts),
  ];
}

/** Shows why nothing is written although the rows seemed good. */
export function presentNewFaults(faults: readonly Fault[], texts: ImportTexts): string[] {
  return part(
    texts.newFaults,
    faults.map((fault) => `  ${presentFault(fault)}`),
  );
}

/** Says what is wrong with a cell: what stands there, and what is expected. */
export function presentProblem(problem: Problem, texts: ImportTexts): { reason: string; expected: string } {
  const { reason, expected } = texts.problems[problem.code];
  const { found, detail = "" } = problem;
  return { reason: reason(found, detail), expected: expected(found, detail) };
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines];
}

function presentRow({ draft, cells }: NewRow, texts: ImportTexts): string[] {
  const filled = STREAM_COLUMNS.flatMap((column) => {
    const text = column === "id" ? "" : (cells[column] ?? "");
    return text === "" ? [] : [[column, text] as const];
  });
  const width = Math.max(...filled.map(([column]) => column.length));
  return [
    `  ${texts.row(String(draft.line), 1)}: ${cells.id}`,
    ...filled.map(([column, text]) => `    ${column.padEnd(width)}  ${text}`),
  ];
}

function listRow({ draft, cells }: NewRow, texts: ImportTexts): string[] {
  const amount = cells.quantity ? `${cells.quantity} ${cells.unit}` : "-";
  return [
    texts.row(String(draft.line), 1),
    cells.id ?? "",
    cells.name_fi ?? "",
    amount,
    cells.kind ?? "",
    cells.category ?? "",
    cells.form ?? "",
    cells.park ?? "",
    cells.visibility ?? "",
  ];
}

function presentUpdate(
  { draft, record, changes }: ImportPlan["updated"][number],
  texts: ImportTexts,
): string[] {
  const shown = (text: string) => (text === "" ? texts.nothing : text);
  return [
    `  ${texts.row(String(draft.line), 1)}: ${record.cells.id} (side-streams.csv:${record.line})`,
    ...changes.flatMap(({ column, before, after }) => [
      `    ${column}`,
      `      - ${shown(before)}`,
      `      + ${shown(after)}`,
    ]),
  ];
}

function presentExisting(
  { draft, record, changes }: ImportPlan["existing"][number],
  texts: ImportTexts,
): string {
  const columns = changes.map(({ column }) => column).join(", ");
  const same = `${draft.cells.name_fi}: ${texts.same(record.cells.id ?? "", record.line)}`;
  return `  ${texts.row(String(draft.line), 1)}: ${same}${columns === "" ? "" : `, ${texts.differs(columns)}`}`;
}

function presentProblems(draft: RowDraft, texts: ImportTexts): string[] {
  return draft.problems.map((problem) => {
    const { reason, expected } = presentProblem(problem, texts);
    return `  ${texts.row(String(draft.line), 1)}: ${problem.field}: ${reason}; ${texts.expected}: ${expected}`;
  });
}

/** The same remark on several rows stands once. */
function presentRemarks(drafts: readonly RowDraft[], texts: ImportTexts): string[] {
  const linesOf = new Map<string, number[]>();
  for (const { line, remarks } of drafts) {
    for (const remark of remarks) {
      const words = `${remark.field}: ${presentRemark(remark, texts)}`;
      linesOf.set(words, [...(linesOf.get(words) ?? []), line]);
    }
  }
  return [...linesOf].map(([words, lines]) => `  ${texts.row(lines.join(", "), lines.length)}: ${words}`);
}

function presentRemark({ code, found, detail = "" }: Remark, texts: ImportTexts): string {
  return texts.remarks[code](found, detail);
}

/** By their headings, so that a coordinator sees which columns are meant. */
function presentLeftOut(
  drafts: readonly RowDraft[],
  { texts, columns }: { texts: ImportTexts; columns: readonly MappedColumn[] },
): string[] {
  const fields = new Set<string>(drafts.flatMap(({ leftOut }) => leftOut));
  const headings = columns
    .filter(({ field, way }) => field !== undefined && way !== "taken" && fields.has(field))
    .map(({ heading, field }) => `"${heading}" (${field})`);
  return headings.length === 0 ? [] : ["", texts.leftOut(headings.join(", ")), texts.leftOutHint];
}
