import type { Database } from "../state/database/database.ts";
import { createFolderSource } from "./create-folder-source.ts";
import type { PostgresSourceOptions } from "./create-postgres-source.ts";
import type { IndexSource } from "./index-source.ts";

/**
 * Where the index comes from: the Postgres that the state lies in, else the folder of this machine.
 *
 * A Postgres that offers no pgvector can hold the state alone; then each replica reads its own folder, and is told so.
 */
export async function openIndexSource(
  options: Omit<PostgresSourceOptions, "pool"> & { database: Database },
): Promise<IndexSource> {
  const { database, say, log } = options;
  if (database.kind === "sqlite") return createFolderSource(options);
  const { PostgresDatabase } = await import("../state/database/postgres-database.ts");
  if (!(database instanceof PostgresDatabase)) return createFolderSource(options);
  const { pool } = database;
  const { rows } = await pool.query("select 1 from pg_available_extensions where name = 'vector'");
  if (rows.length === 0) {
    log.warn("index.no-pgvector");
    say(
      `The database offers no pgvector: the index is read from "${options.indexDir}" of this machine. Install pgvector on the server to share it.`,
    );
    return createFolderSource(options);
  }
  const { createPostgresSource } = await import("./create-postgres-source.ts");
  return createPostgresSource({ ...options, pool });
}
