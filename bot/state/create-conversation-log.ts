import type { ConversationLog, LogOptions } from "./conversation-log.ts";
import type { Database } from "./database/database.ts";
import type { PostgresDatabase } from "./database/postgres-database.ts";
import { SqliteDatabase } from "./database/sqlite-database.ts";
import { EmbeddedLog } from "./embedded-log.ts";
import { PostgresLog } from "./postgres-log.ts";

/** Creates the conversation log that suits a database. */
export function createConversationLog(database: Database, options: LogOptions): ConversationLog {
  if (database instanceof SqliteDatabase) return new EmbeddedLog(database, options);
  // The class itself would bring the client along.
  return new PostgresLog(database as PostgresDatabase, options);
}
