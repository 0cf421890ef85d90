import type { DatabaseSync } from "node:sqlite";

/**
 * Does some writes as one: all of them, or on a throw none.
 *
 * Within another one it is part of that one. The work must not wait for anything (no `await`): one connection serves
 * all, and whoever came in between would take part.
 *
 * @returns What the work returned.
 * @throws What the work threw, after everything was undone.
 */
export function transact<Result>(database: DatabaseSync, work: () => Result): Result {
  if (database.isTransaction) return work();
  database.exec("begin immediate");
  try {
    const result = work();
    database.exec("commit");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("rollback");
    throw error;
  }
}
