import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** One step per schema version, oldest first; a released step is never edited, a new one is added. */
const MIGRATIONS = [
  `
  create table conversation (
    id text primary key, user text not null, origin text, locale text,
    created integer not null, last_active integer not null, last_sequence integer not null default 0
  ) strict;
  create index conversation_by_activity on conversation (last_active);
  create table activity (
    conversation text not null references conversation (id) on delete cascade,
    sequence integer not null, json text not null,
    primary key (conversation, sequence)
  ) strict, without rowid;
  create table memory (key text primary key, json text not null, last_active integer not null) strict;
  create index memory_by_activity on memory (last_active);
  create table feedback (
    id integer primary key, conversation text not null, target text,
    reaction text not null, comment text, created integer not null
  ) strict;
  create table meta (key text primary key, value text not null) strict;
  `,
  `
  create table seen_activity (key text primary key, seen integer not null) strict, without rowid;
  create index seen_activity_by_time on seen_activity (seen);
  create table conversation_reference (
    key text primary key, json text not null, last_active integer not null
  ) strict;
  alter table feedback add column person text;
  create index feedback_by_target on feedback (conversation, target);
  `,
  `
  create table new_activity (
    id integer primary key, conversation text not null, sequence integer not null, json text not null
  ) strict;
  `,
];

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
