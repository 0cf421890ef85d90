import type { PoolClient } from "pg";
import type { RowPlace, Tables } from "../../knowledge/read-table.ts";
import { IndexError } from "../errors.ts";
import type { Passage } from "../passage.ts";

/** Rows read at once; more would hold up everything else while they are parsed. */
const ROWS_AT_ONCE = 1000;

/** A version as its row tells of it. */
export interface VersionRow {
  number: number;
  manifest: unknown;
  /** Ids of its passages, in their order. */
  passages: number[];
  segments: number[];
}

/** Reads the passages of a version in their order; one that is gone is left out, and then their number does not fit. */
export async function readPassages(client: PoolClient, { number, passages }: VersionRow): Promise<Passage[]> {
  const bodies = await readBodies<Passage>(client, { table: "index_passage", number });
  return passages.map((id) => bodies.get(id) as Passage).filter((passage) => passage !== undefined);
}

/**
 * Reads the tables of a version, each row with the line it stands on.
 *
 * @throws {IndexError} `broken` when a row is gone.
 */
export async function readTables(client: PoolClient, { number }: VersionRow): Promise<Partial<Tables>> {
  const bodies = await readBodies<Omit<RowPlace, "line">>(client, { table: "index_row", number });
  const { rows: tables } = await client.query<{ table_name: string; rows: number[]; lines: number[] }>(
    "SELECT table_name, rows, lines FROM index_table WHERE number = $1",
    [number],
  );
  return Object.fromEntries(
    tables.map(({ table_name, rows, lines }) => [
      table_name,
      rows.map((id, place) => {
        const body = bodies.get(id);
        if (body === undefined) throw notWhole(`row ${id} of "${table_name}" is gone`);
        return { ...body, line: lines[place] };
      }),
    ]),
  ) as Partial<Tables>;
}

async function readBodies<Body>(
  client: PoolClient,
  { table, number }: { table: "index_passage" | "index_row"; number: number },
): Promise<Map<number, Body>> {
  const bodies = new Map<number, Body>();
  for (let last = 0; ; ) {
    const { rows } = await client.query<{ id: number; body: Body }>(
      `SELECT id, body FROM ${table}
       WHERE id > $1 AND added <= $2 AND (removed IS NULL OR removed > $2) ORDER BY id LIMIT ${ROWS_AT_ONCE}`,
      [last, number],
    );
    for (const { id, body } of rows) bodies.set(id, body);
    if (rows.length < ROWS_AT_ONCE) return bodies;
    last = rows.at(-1)?.id ?? last;
  }
}

/** An index whose parts do not fit together. */
export function notWhole(state: string): IndexError {
  return new IndexError(
    "broken",
    `Cannot open the index in Postgres: ${state}: run "npm run index -- --force" with DATABASE_URL set`,
  );
}
