import { once } from "node:events";
import { createServer } from "node:net";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import pg from "pg";

/** A Postgres with pgvector inside the test's process, reached over a socket as a server is. */
export interface PgliteServer {
  /** Connection string; the password is not looked at. */
  url: string;
  /**
   * A pool that suits the server: it runs one statement at a time, and a pool of one connection would wait for itself
   * where a transaction is open. Ended by {@link PgliteServer.stop}.
   */
  pool: pg.Pool;
  /** Ends pool and server; what was stored is gone. */
  stop(): Promise<void>;
}

const MAX_CONNECTIONS = 20;
const POOLED_CONNECTIONS = 4;

/**
 * Starts PGlite with pgvector; about two seconds and half a gigabyte of memory, hence one for a test file.
 *
 * @example
 * const { pool, stop } = await startPglite();
 */
export async function startPglite(): Promise<PgliteServer> {
  const database = await PGlite.create({ extensions: { vector } });
  const port = await findFreePort();
  const server = new PGLiteSocketServer({
    db: database,
    port,
    host: "127.0.0.1",
    maxConnections: MAX_CONNECTIONS,
  });
  await server.start();
  const url = `postgresql://postgres:none@127.0.0.1:${port}/postgres`;
  const pool = new pg.Pool({ connectionString: url, max: POOLED_CONNECTIONS });
  return {
    url,
    pool,
    stop: async () => {
      await pool.end();
      await server.stop();
      await database.close();
    },
  };
}

/** The socket server takes a port as it is given, 0 included, and tells no other. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
