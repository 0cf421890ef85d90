import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { MIGRATIONS } from "./migrations.ts";

/**
 * Opens the state database and brings its schema to the newest version.
 *
 * Write-ahead logging with `synchronous = normal`: a crash of the process loses nothing, a power cut may lose
 * the last moments. The version is kept in `pragma user_version`.
 *
 * @param file Path of the database; missing folders are made. `":memory:"` keeps all in memory.
 * @throws {Error} If a newer version of the program wrote the file.
 */
export function openDatabase(file: string): DatabaseSync {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec("pragma journal_mode = wal; pragma synchronous = normal;");
  database.exec("pragma foreign_keys = on; pragma busy_timeout = 5000;");
  const version = Number(database.prepare("pragma user_version").get()?.user_version ?? 0);
  if (version > MIGRATIONS.length) {
    database.close();
    throw new Error(
      `Cannot open the state in "${file}": it has schema version ${version}, this program knows ${MIGRATIONS.length}: update the program or set STATE_FILE to another file`,
    );
  }
  MIGRATIONS.slice(version).forEach((step, index) => {
    database.exec(`begin immediate; ${step} pragma user_version = ${version + index + 1}; commit;`);
  });
  return database;
}
