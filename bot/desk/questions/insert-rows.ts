import type { Database, SqlRow, SqlValue, Statement } from "../../state/database/database.ts";

/**
 * How many rows go into one statement. A few fixed numbers, so that a server that keeps statements keeps three of each
 * kind; 100 rows of ten values stay far below what SQLite and Postgres take.
 */
const SIZES = [100, 10, 1] as const;

/** A kind of rows to be inserted. */
export interface InsertKind {
  /** Up to the values: `insert into asked_topic (asked, topic)`. */
  into: string;
  /** How many columns that names. */
  columns: number;
  /** What follows the values: `on conflict do nothing`. */
  ending?: string;
}

/**
 * Prepares the inserting of many rows by few statements.
 *
 * @returns Inserts rows of values, and gives what the statements return.
 * @example
 * ```ts
 * const insert = prepareInsert(database, { into: "insert into meta (key, value)", columns: 2, ending: "returning key" });
 * await insert([["a", "1"], ["b", "2"]]);
 * ```
 */
export function prepareInsert(
  database: Database,
  { into, columns, ending = "" }: InsertKind,
): (rows: readonly (readonly SqlValue[])[]) => Promise<SqlRow[]> {
  const row = `(${placesOf(columns)})`;
  const statements = SIZES.map((size): [number, Statement] => [
    size,
    database.prepare(`${into} values ${Array<string>(size).fill(row).join(", ")} ${ending}`),
  ]);
  return async (rows) => {
    const returned: SqlRow[] = [];
    let done = 0;
    for (const [size, statement] of statements) {
      for (; rows.length - done >= size; done += size)
        returned.push(...(await statement.all(...rows.slice(done, done + size).flat())));
    }
    return returned;
  };
}

/** Places for some values: `?, ?, ?`. */
export function placesOf(count: number): string {
  return Array<string>(count).fill("?").join(", ");
}

/** How many values {@link inPortions} gives at once. */
export const PORTION = 100;

/** Cuts values into portions of 100 for `in (…)`; the last is filled up with its own last value, which changes nothing. */
export function inPortions<Value>(values: readonly Value[]): Value[][] {
  const portions: Value[][] = [];
  for (let from = 0; from < values.length; from += PORTION) {
    const portion = values.slice(from, from + PORTION);
    portions.push([...portion, ...Array<Value>(PORTION - portion.length).fill(portion.at(-1) as Value)]);
  }
  return portions;
}
