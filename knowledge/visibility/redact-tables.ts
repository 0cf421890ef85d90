import type { Reader } from "../languages.ts";
import type { Tables } from "../read-table.ts";
import type { TableName } from "../schema.ts";
import { repeatsHidden } from "./hidden-values.ts";
import { hiddenValuesOf, redactRecord } from "./redact-record.ts";

/**
 * The tables as a reader may see them: rows above the rank are not there, neither are hidden fields, and no row names a
 * park that is hidden. What a source would tell by its title of a hidden producer is left out of that row's sources.
 *
 * @param tables Tables as their files have them.
 * @returns The same object when nothing is hidden from the reader; else each table without anything hidden is the same
 * array and each such row the same object, so that large tables are not kept twice.
 */
export function redactTables(tables: Partial<Tables>, reader: Reader): Partial<Tables> {
  const steps = redactTablesInSteps(tables, reader);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Does the same in steps of some hundred rows, at each of which the work can be interrupted. */
export function* redactTablesInSteps(
  tables: Partial<Tables>,
  reader: Reader,
): Generator<void, Partial<Tables>> {
  if (reader === "coordinator") return tables;
  const context: Context = { tables, reader, hiddenParks: hiddenParksOf(tables, reader) };
  let seen = tables;
  for (const name of Object.keys(tables) as TableName[]) {
    const rows = yield* redactRows(name, context);
    if (rows !== tables[name]) seen = { ...seen, [name]: rows };
  }
  return seen;
}

/** Ids of parks that are above a reader's rank. */
export function hiddenParksOf(tables: Partial<Tables>, reader: Reader): ReadonlySet<string> {
  const hidden = (tables.parks ?? []).filter((park) => redactRecord("parks", park, reader) === undefined);
  return new Set(hidden.map(({ id }) => id));
}

interface Context {
  tables: Partial<Tables>;
  reader: Reader;
  hiddenParks: ReadonlySet<string>;
}

const ROWS_IN_A_STEP = 512;

function* redactRows<Name extends TableName>(
  name: Name,
  context: Context,
): Generator<void, readonly Tables[Name][number][] | undefined> {
  const rows: readonly Tables[Name][number][] | undefined = context.tables[name];
  if (rows === undefined) return undefined;
  let isChanged = false;
  const seen: Tables[Name][number][] = [];
  for (const [at, row] of rows.entries()) {
    const redacted = redactRow(name, row, context);
    if (redacted !== row) isChanged = true;
    if (redacted !== undefined) seen.push(redacted);
    if (at % ROWS_IN_A_STEP === ROWS_IN_A_STEP - 1) yield;
  }
  return isChanged ? seen : rows;
}

function redactRow<Name extends TableName>(
  name: Name,
  row: Tables[Name][number],
  context: Context,
): Tables[Name][number] | undefined {
  const redacted = redactRecord(name, row, context.reader);
  if (redacted === undefined) return undefined;
  const changes = { ...withoutPark(redacted, context), ...withoutTellingSources(name, row, context) };
  if (changes.isGone === true) return undefined;
  return Object.keys(changes).length === 0 ? redacted : { ...redacted, ...changes };
}

interface Changes {
  /** The row tells nothing without the park it is about. */
  isGone?: boolean;
  park?: string;
  parks?: readonly string[];
  sources?: readonly string[];
}

/** A row does not name a hidden park: a stream or company is there without it, what is told of the park itself is not. */
function withoutPark(row: object, { hiddenParks }: Context): Changes {
  if (hiddenParks.size === 0) return {};
  const { park, parks, subject, category } = row as {
    park?: string;
    parks?: readonly string[];
    subject?: string;
    category?: string;
  };
  if (subject !== undefined && hiddenParks.has(subject)) return { isGone: true };
  if (park !== undefined && hiddenParks.has(park))
    return category === undefined ? { isGone: true } : { park: "" };
  if (parks?.some((id) => hiddenParks.has(id)) === true)
    return { parks: parks.filter((id) => !hiddenParks.has(id)) };
  return {};
}

function withoutTellingSources(name: TableName, row: object, { tables, reader }: Context): Changes {
  const hidden = hiddenValuesOf(name, row, reader);
  const { sources = [] } = row as { sources?: readonly string[] };
  if (hidden === undefined || hidden.names.length === 0) return {};
  const named = { ...hidden, groups: new Set<never>(), words: [], figures: [] };
  const kept = sources.filter((id) => {
    const source = tables.sources?.find((each) => each.id === id);
    const told = [id, source?.title, source?.publisher, source?.url].join(" ");
    return !repeatsHidden(told.replace(/[-./]/g, " "), named);
  });
  return kept.length === sources.length ? {} : { sources: kept };
}
