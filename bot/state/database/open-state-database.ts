import type { Database } from "./database.ts";
import type { PostgresOptions } from "./postgres-database.ts";
import { SqliteDatabase } from "./sqlite-database.ts";

/**
 * Opens the database of the state: the Postgres of `databaseUrl` where one is set, else the SQLite file.
 *
 * @throws {Error} If it cannot be opened, or a newer version of the program wrote it.
 */
export async function openStateDatabase(options: {
  stateFile: string;
  databaseUrl?: string | undefined;
  databaseConnections?: number;
  onLost?: PostgresOptions["onLost"];
}): Promise<Database> {
  const { stateFile, databaseUrl, databaseConnections, onLost } = options;
  if (databaseUrl === undefined) return new SqliteDatabase(stateFile);
  // Loaded late: a start without it should not pay for the client.
  const { openPostgres } = await import("./postgres-database.ts");
  return openPostgres({
    url: databaseUrl,
    ...(databaseConnections && { connections: databaseConnections }),
    ...(onLost && { onLost }),
  });
}
