import type { Gauges } from "./metrics.ts";

/** The database of the state, as far as this file asks it. */
export interface Askable {
  prepare(sql: string): { get(...values: string[]): unknown };
}

const ROUND_TRIP = `insert into meta (key, value) values ('ready-check', ?)
  on conflict (key) do update set value = excluded.value returning value`;

/**
 * Makes the proof that the state can be written and read: one row, always the same.
 *
 * @returns Rejects when the database does not take it or gives back something else.
 */
export function createStateCheck(database: Askable, now: () => number = Date.now): () => Promise<void> {
  return async () => {
    const written = String(now());
    const row = await database.prepare(ROUND_TRIP).get(written);
    if (!isRow(row) || row.value !== written)
      throw new Error("The state gave back something else than was written");
  };
}

/** The figures that the state tells. */
export function stateFigures(database: Askable): Pick<Gauges, "conversations" | "noticesWaiting"> {
  const count = (sql: string) => async () => {
    const row = await database.prepare(sql).get();
    return isRow(row) ? Number(row.count) : Number.NaN;
  };
  return {
    conversations: count("select count(*) as count from conversation"),
    noticesWaiting: count("select count(*) as count from notice where state = 'waiting'"),
  };
}

function isRow(row: unknown): row is Record<string, unknown> {
  return typeof row === "object" && row !== null;
}
