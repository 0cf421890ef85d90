import { afterAll } from "vitest";
import type { Database } from "../../bot/state/database/database.ts";
import { openPostgres } from "../../bot/state/database/postgres-database.ts";
import { SqliteDatabase } from "../../bot/state/database/sqlite-database.ts";
import { type PostgresServer, startPostgres } from "./postgres.ts";

/** Databases that the state may lie in; what holds for one must hold for the other. */
export const DATABASE_KINDS = ["sqlite", "postgres"] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

let server: Promise<PostgresServer> | undefined;
const open = new Set<Database>();

/**
 * Opens an empty database of the state for one test; all are closed, and the server is ended, after the tests of the file.
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
  open.add(database);
  return database;
}

/** Address of an empty Postgres database on the server of this file. */
export async function createTestPostgres(): Promise<string> {
  server ??= startPostgres();
  return (await server).createDatabase();
}

/** The server of this file, to be killed and started again. */
export async function testPostgresServer(): Promise<PostgresServer> {
  server ??= startPostgres();
  return server;
}

afterAll(async () => {
  for (const database of open) await database.close().catch(() => {});
  open.clear();
  await (await server)?.stop();
  server = undefined;
});
