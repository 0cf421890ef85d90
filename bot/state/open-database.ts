import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { MIGRATIONS } from "./migrations.ts";
import { isDamaged, readStateTrouble } from "./state-trouble.ts";

/** Largest file that is looked through when it is opened, in bytes: 64 MB, about a tenth of a second. */
const CHECKED_BYTES = 64 * 2 ** 20;
/** Smallest database, in bytes: one of its smallest pages. */
const SMALLEST_BYTES = 512;

/**
 * Opens the state database and brings its schema to the newest version.
 *
 * Write-ahead logging with `synchronous = normal`: a crash of the process loses nothing, a power cut may lose
 * the last moments. The version is kept in `pragma user_version`.
 *
 * @param file Path of the database; missing folders are made. `":memory:"` keeps all in memory.
 * @throws {Error} If a newer version of the program wrote the file, it is damaged, or cannot be read and written; then
 * it stays as it is.
 */
export function openDatabase(file: string): DatabaseSync {
  try {
    return open(file);
  } catch (cause) {
    throw toPlainError(cause, file);
  }
}

function toPlainError(cause: unknown, file: string): unknown {
  if (isDamaged(cause)) {
    return new Error(
      `Cannot open the state in "${file}": it is no database, or damaged, and was left as it is: put a backup in its place with "npm run restore -- FILE", or set STATE_FILE to another file to begin anew`,
      { cause },
    );
  }
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const trouble = readStateTrouble(cause) ?? FOLDER_TROUBLES[code];
  return trouble === undefined
    ? cause
    : new Error(`Cannot open the state in "${file}": ${trouble}`, { cause });
}

/** What the system says of a folder that it does not make. */
const FOLDER_TROUBLES: Record<string, string> = {
  EACCES: "this user may not make its folder: give it the right, or set STATE_FILE to another file",
  EPERM: "this user may not make its folder: give it the right, or set STATE_FILE to another file",
  EROFS: "the file system is read-only: make it writable, or set STATE_FILE to another file",
  ENOSPC: "the disk is full: make room",
  ENOTDIR: "a part of its path is a file: set STATE_FILE to another file",
  EISDIR: "it is a folder: set STATE_FILE to a file in it",
  EEXIST: "a file stands where its folder should be: set STATE_FILE to another file",
};

function open(file: string): DatabaseSync {
  if (file !== ":memory:") {
    mkdirSync(dirname(file), { recursive: true });
    checkWhole(file);
  }
  const database = new DatabaseSync(file);
  try {
    prepare(database, file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(database: DatabaseSync, file: string): void {
  database.exec("pragma journal_mode = wal; pragma synchronous = normal;");
  database.exec("pragma foreign_keys = on; pragma busy_timeout = 5000;");
  const version = Number(database.prepare("pragma user_version").get()?.user_version ?? 0);
  if (version > MIGRATIONS.length) {
    throw new Error(
      `Cannot open the state in "${file}": it has schema version ${version}, this program knows ${MIGRATIONS.length}: update the program or set STATE_FILE to another file`,
    );
  }
  // What may only be read opens without a word, and begins even this.
  database.exec(`begin immediate; pragma user_version = ${version}; rollback;`);
  MIGRATIONS.slice(version).forEach((step, index) => {
    database.exec(`begin immediate; ${step} pragma user_version = ${version + index + 1}; commit;`);
  });
}

/**
 * Looks through a file, without changing it: one that may write would move the log into it at its end.
 *
 * @throws {Error} With SQLite's code if pages are missing or damaged; of a large file SQLite finds that as it reads.
 */
function checkWhole(file: string): void {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (facts?.isDirectory()) throw Object.assign(new Error(`"${file}" is a folder`), { code: "EISDIR" });
  const size = facts?.size ?? 0;
  if (size === 0 || size > CHECKED_BYTES) return;
  // SQLite takes a few bytes for an empty database and would write over them.
  if (size < SMALLEST_BYTES) throw Object.assign(new Error(`"${file}" is too small`), { errcode: 26 });
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const { quick_check: result } = database.prepare("pragma quick_check(1)").get() ?? {};
    if (result !== "ok") throw Object.assign(new Error(String(result)), { errcode: 11 });
  } finally {
    database.close();
  }
}
