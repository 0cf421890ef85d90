import type { Actor } from "../../bot/desk/actor.ts";
import { AuditLog } from "../../bot/desk/audit/audit-log.ts";
import type { DeskBase } from "../../bot/desk/desk-parts.ts";
import { NoticeBox } from "../../bot/desk/notices/notice-box.ts";
import type { KnowledgeView } from "../../bot/knowledge-view.ts";
import { createLog } from "../../bot/log.ts";
import type { Database } from "../../bot/state/database/database.ts";
import { SqliteDatabase } from "../../bot/state/database/sqlite-database.ts";

/** People at and before the desk. */
export const PEOPLE = {
  kaisa: { id: "web:kaisa", name: "Kaisa", reader: "coordinator", via: "desk" },
  erik: { id: "teams:t/erik", name: "Erik", reader: "coordinator", via: "teams" },
  member: { id: "teams:t/member", name: "Maija", reader: "member", via: "teams" },
  visitor: { id: "visitor:dl_1", name: "", reader: "public", via: "web-chat" },
} as const satisfies Record<string, Actor>;

/** A desk's base whose clock the test moves. */
export interface TestDeskBase extends DeskBase {
  /** Moves the clock on. */
  pass: (milliseconds: number) => void;
  /** How often the knowledge was told to have changed. */
  changes: () => number;
}

/** 1 March 2026, noon in Helsinki. */
export const DESK_START = Date.UTC(2026, 2, 1, 10);

/**
 * Makes a base on a database in memory.
 *
 * @param options.view What is known. @default asking for it fails the test
 * @param options.file Database on disk. @default {":memory:"}
 * @param options.database One that is open already, such as a Postgres. @default an SQLite of its own
 */
export function createDeskBase(
  options: { view?: KnowledgeView; file?: string; database?: Database } = {},
): TestDeskBase {
  let time = DESK_START;
  let changes = 0;
  const now = () => time;
  const database = options.database ?? new SqliteDatabase(options.file ?? ":memory:");
  return {
    database,
    audit: new AuditLog(database, { now }),
    notices: new NoticeBox(database, { now }),
    currentView: () => {
      if (options.view === undefined) throw new Error("This test has no knowledge");
      return options.view;
    },
    knowledgeChanged: async () => {
      changes += 1;
    },
    log: createLog({ level: "error", write: (line) => console.error(line) }),
    now,
    pass: (milliseconds) => {
      time += milliseconds;
    },
    changes: () => changes,
  };
}
