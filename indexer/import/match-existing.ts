import { LANGUAGES, READERS, type Reader } from "../../knowledge/languages.ts";
import { foldText } from "./fold-text.ts";
import { findPrivateDetail } from "./private-details.ts";
import type { RemarkCode } from "./problem.ts";
import type { RowDraft } from "./row-draft.ts";
import type { StreamRecord } from "./stream-file.ts";

/** Fields that a coordinator may have translated in the table since. */
const TRANSLATED = ["name", "producer", "uses"] as const;

/** Remarks on cells that the sheet does not give: an update leaves these as they are. */
const DERIVED: readonly RemarkCode[] = ["copied", "category-unsure", "form-from-category"];

/** A cell that an update changes. */
export interface Change {
  column: string;
  before: string;
  after: string;
}

/** A row of the sheet beside the row of the table that is the same stream. */
export interface Match {
  draft: RowDraft;
  record: StreamRecord;
  /** Cells after the update. */
  cells: Record<string, string>;
  /** Empty when the table says all of it already. */
  changes: Change[];
}

/** Rows by name, producer and park, in any language. */
export class StreamKeys<Row> {
  readonly #rows = new Map<string, Row[]>();
  readonly #namesakes = new Map<string, Row[]>();

  /** Adds a row under all its names. */
  add(cells: Record<string, string>, row: Row): void {
    for (const key of keysOf(cells)) push(this.#rows, key, row);
    for (const key of namesOf(cells)) push(this.#namesakes, key, row);
  }

  /** Rows with the same name, producer and park. */
  find(cells: Record<string, string>): Row[] {
    return [...new Set(keysOf(cells).flatMap((key) => this.#rows.get(key) ?? []))];
  }

  /** Rows with the same name and park, whoever produces them. */
  findNamesakes(cells: Record<string, string>): Row[] {
    return [...new Set(namesOf(cells).flatMap((key) => this.#namesakes.get(key) ?? []))];
  }
}

function push<Row>(rows: Map<string, Row[]>, key: string, row: Row): void {
  rows.set(key, [...(rows.get(key) ?? []), row]);
}

function namesOf(cells: Record<string, string>): string[] {
  return variants(cells, "name").map((name) => `${cells.park ?? ""}|${name}`);
}

function keysOf(cells: Record<string, string>): string[] {
  const producers = variants(cells, "producer");
  return namesOf(cells).flatMap((name) => producers.map((producer) => `${name}|${producer}`));
}

function variants(cells: Record<string, string>, field: string): string[] {
  return [...new Set(LANGUAGES.map((language) => foldText(cells[`${field}_${language}`] ?? "")))];
}

/**
 * Puts what the sheet gives into a row of the table: cells the sheet says nothing of stay, and so does a visibility
 * that is more closed than the new one. A new amount without a year leaves the year open: the old one is not its own.
 *
 * @returns The row after the update, and the cells it changes.
 *
 * @example
 * ```ts
 * mergeRow(draft, record).changes; // [{ column: "quantity", before: "22000", after: "25000" }]
 * ```
 */
export function mergeRow(draft: RowDraft, record: StreamRecord): Match {
  const cells = { ...record.cells };
  for (const column of draft.given) cells[column] = draft.cells[column] ?? "";
  for (const field of TRANSLATED) mergeTexts(field, { cells, draft, before: record.cells });
  const isNewAmount = ["quantity", "unit"].some((column) => cells[column] !== record.cells[column]);
  if (isNewAmount && !draft.given.has("year")) cells.year = "";
  draft.remarks = draft.remarks.filter(({ code }) => !DERIVED.includes(code));
  keepClosed(cells, { draft, before: record.cells.visibility as Reader });
  const changes = Object.keys(cells)
    .map((column) => ({ column, before: record.cells[column] ?? "", after: cells[column] ?? "" }))
    .filter(({ before, after }) => before !== after);
  const found =
    cells.visibility === "public" ? Object.values(cells).map(findPrivateDetail).find(Boolean) : undefined;
  if (found !== undefined && draft.problems.length === 0)
    draft.problems.push({ code: "contact-in-public", field: "row", found });
  return { draft, record, cells, changes };
}

function keepClosed(
  cells: Record<string, string>,
  { draft, before }: { draft: RowDraft; before: Reader },
): void {
  const wanted = cells.visibility as Reader;
  if (READERS.indexOf(before) <= READERS.indexOf(wanted)) return;
  cells.visibility = before;
  draft.remarks.push({ code: "not-opened", field: "visibility", found: before, detail: wanted });
}

/** Translations stay where the sheet says the same in one of the languages; a text the table had not gets all three. */
function mergeTexts(
  field: string,
  row: { cells: Record<string, string>; draft: RowDraft; before: Record<string, string> },
): void {
  const { cells, draft, before } = row;
  const known = variants(before, field);
  const isKnown = variants(draft.cells, field).every((text) => text === "" || known.includes(text));
  for (const language of LANGUAGES) {
    const column = `${field}_${language}`;
    const old = before[column] ?? "";
    if (old === "") cells[column] = draft.cells[column] ?? "";
    else if (isKnown) cells[column] = old;
  }
}
