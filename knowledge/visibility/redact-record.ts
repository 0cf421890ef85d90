import { createHash } from "node:crypto";
import { LANGUAGES, type Language, mayRead, type Reader } from "../languages.ts";
import type { Tables } from "../read-table.ts";
import { FIELD_GROUPS, type FieldGroup, type FieldVisibility, TABLES, type TableName } from "../schema.ts";
import { columnsOfGroup, FREE_TEXTS, type GroupedTable } from "./field-groups.ts";
import { cutHidden, type HiddenValues, readHiddenValues, repeatsHidden } from "./hidden-values.ts";

/** Stands for a name that the row cannot do without. */
export const CONFIDENTIAL: Record<Language, string> = {
  fi: "luottamuksellinen",
  sv: "konfidentiellt",
  en: "confidential",
};

type Cells = Record<string, unknown>;

/**
 * A row as a reader may see it.
 *
 * Left out are the columns of the groups above the reader's rank; every note, since notes explain what the columns hold;
 * and every other free text that repeats what is hidden or tells something of its kind, in all languages at once. Of a
 * text that the row cannot do without, such as a stream's name, the words that give it away are cut out. `withheld` names
 * the groups, whether they held a value or not.
 *
 * @param record A row as its file has it.
 * @returns The record itself when nothing is hidden from the reader; nothing when the row is.
 *
 * @example
 * ```ts
 * // field_visibility: quantity=member
 * redactRecord("streams", row, "public")?.quantity; // undefined
 * ```
 */
export function redactRecord<Name extends TableName>(
  table: Name,
  record: Tables[Name][number],
  reader: Reader,
): Tables[Name][number] | undefined {
  const { visibility = "public" } = record as { visibility?: Reader };
  if (!mayRead(reader, visibility)) return undefined;
  const withheld = withheldGroups(record, reader);
  if (withheld.length === 0) return record;
  // Columns are named by tables of this folder, which the types of single records cannot follow.
  return redactCells(table as GroupedTable, { cells: { ...record }, withheld }) as Tables[Name][number];
}

/** Groups of a row that are above a reader's rank, in the order of {@link FIELD_GROUPS}. */
function withheldGroups(record: object, reader: Reader): FieldGroup[] {
  const { field_visibility: groups } = record as { field_visibility?: FieldVisibility };
  if (groups === undefined) return [];
  return FIELD_GROUPS.filter((group) => !mayRead(reader, groups[group] ?? "public"));
}

/** What is hidden of a row from a reader, for looking for it elsewhere; nothing when nothing is. */
export function hiddenValuesOf(table: TableName, record: object, reader: Reader): HiddenValues | undefined {
  const withheld = withheldGroups(record, reader);
  return withheld.length === 0 ? undefined : valuesOf(table, { cells: { ...record }, withheld });
}

interface Redaction {
  cells: Cells;
  withheld: readonly FieldGroup[];
}

function valuesOf(table: TableName, { cells, withheld }: Redaction): HiddenValues {
  return readHiddenValues(
    new Map(
      withheld.map((group) => [group, (columnsOfGroup(table, group) ?? []).map((column) => cells[column])]),
    ),
  );
}

function redactCells(table: GroupedTable, redaction: Redaction): Cells {
  const { withheld } = redaction;
  const cells = { ...redaction.cells };
  const hidden = valuesOf(table, redaction);
  for (const column of withheld.flatMap((group) => columnsOfGroup(table, group) ?? []))
    cells[column] = isNeeded(table, column) ? wordFor(column) : undefined;
  for (const column of Object.keys(cells)) if (/^note_/.test(column)) cells[column] = undefined;
  for (const columns of Map.groupBy(FREE_TEXTS[table], baseOf).values())
    hideRepeats(table, { cells, columns, hidden });
  const hidesId = withheld.includes("identity") && table !== "streams";
  return {
    ...cells,
    ...(hidesId ? { id: maskedId(table, redaction.cells) } : {}),
    field_visibility: undefined,
    withheld,
  };
}

/** An id that stays the same as long as the row does, and is no name. */
function maskedId(table: GroupedTable, cells: Cells): string {
  const row = JSON.stringify([table, cells.id, cells.line, cells.sources, cells.year, cells.status]);
  return `${table}-${createHash("sha256").update(row).digest("hex").slice(0, 10)}`;
}

/** A text that one language gives away is left out in all: another may tell the same in other words. */
function hideRepeats(
  table: GroupedTable,
  context: { cells: Cells; columns: readonly string[]; hidden: HiddenValues },
): void {
  const { cells, columns, hidden } = context;
  const told = columns.map((column) => cells[column]);
  if (!told.some((text) => typeof text === "string" && !isPlaceholder(text) && repeatsHidden(text, hidden)))
    return;
  for (const column of columns) {
    const text = cells[column];
    cells[column] = isNeeded(table, column) && typeof text === "string" ? cutHidden(text, hidden) : undefined;
  }
}

function isPlaceholder(text: string): boolean {
  return LANGUAGES.some((language) => CONFIDENTIAL[language] === text);
}

/** Whether a column is a text that the table's rows must have. */
function isNeeded(table: GroupedTable, column: string): boolean {
  const shape: Record<string, { safeParse(value: unknown): { success: boolean } }> =
    TABLES[table].schema.shape;
  return FREE_TEXTS[table].includes(column) && shape[column]?.safeParse(undefined).success === false;
}

function wordFor(column: string): string {
  const language = LANGUAGES.find((each) => column.endsWith(`_${each}`)) ?? "en";
  return CONFIDENTIAL[language];
}

function baseOf(column: string): string {
  return column.replace(/_(?:fi|sv|en)$/, "");
}
