import type { Database } from "../../bot/state/database/database.ts";
import { openPostgres } from "../../bot/state/database/postgres-database.ts";
import { SqliteDatabase } from "../../bot/state/database/sqlite-database.ts";
import { afterThisFile } from "./after-file.ts";
import { type PostgresServer, startPostgres } from "./postgres.ts";

/** Databases that the state may lie in; what holds for one must hold for the other. */
export const DATABASE_KINDS = ["sqlite", "postgres"] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** One for all files of a worker; it ends with the worker. */
let server: Promise<PostgresServer> | undefined;

/**
 * Opens an empty database of the state for one test; it is closed after the tests of the file.
 *
 * @example
 * ```ts
 * describe.each(DATABASE_KINDS)("TicketStore in %s", (kind) => {
 *   it("…", async () => { const database = await openTestDatabase(kind); … });
 * });
 * ```
 */
export async function openTestDatabase(kind: DatabaseKind): Promise<Database> {
  const database =
    kind === "sqlite"
      ? new SqliteDatabase(":memory:")
      : await openPostgres({ url: await createTestPostgres(), connections: 4 });
  afterThisFile(() => database.close().catch(() => {}));
  return database;
}

/** Address of an empty Postgres database; it is dropped after the tests of the file, whoever still uses it. */
export async function createTestPostgres(): Promise<string> {
  const { createDatabase, dropDatabase } = await testPostgresServer();
  const url = await createDatabase();
  afterThisFile(() => dropDatabase(url));
  return url;
}

/** The server that these databases lie on, to be killed; whoever does starts it again. */
export function testPostgresServer(): Promise<PostgresServer> {
  server ??= startPostgres();
  return server;
}
