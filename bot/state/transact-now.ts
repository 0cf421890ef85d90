import type { DatabaseSync } from "node:sqlite";

/**
 * Does some writes to an SQLite file as one, in one go: all of them, or on a throw none. Within a transaction they are
 * part of that one.
 *
 * @throws What the work threw, after everything was undone.
 */
export function transactNow(file: DatabaseSync, work: () => void): void {
  if (file.isTransaction) {
    work();
    return;
  }
  file.exec("begin immediate");
  try {
    work();
    file.exec("commit");
  } catch (error) {
    if (file.isTransaction) file.exec("rollback");
    throw error;
  }
}
