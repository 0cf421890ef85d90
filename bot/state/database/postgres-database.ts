import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Announced, Database, Sql, SqlRow, SqlValue, Statement } from "./database.ts";
import { PostgresEars } from "./postgres-ears.ts";
import { migratePostgres } from "./postgres-schema.ts";

/** Choices of {@link openPostgres}. */
export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, with `sslmode` as libpq takes it. */
  url: string;
  /** Connections for statements at most, at least 2; two more listen and hold locks. @default {10} */
  connections?: number;
  /** Longest time a connection or a statement may take, in milliseconds. @default {10_000} */
  patienceInMs?: number;
  /** Told of connections that were lost; the next statement opens new ones. */
  onLost?: (error: Error) => void;
}

/** A transaction on a connection of its own. */
interface Transaction {
  isOpen: boolean;
  client: pg.PoolClient;
  afterwards: (() => void)[];
}

/** Key of the lock that lets transactions come one after another, as in SQLite; "sivuvirt" in bytes. */
const WRITER_LOCK = "8316300317929103988";

/** Numbers of Postgres' types whose texts are read as numbers: int8, numeric. */
const NUMBERS: readonly number[] = [20, 1700];

/**
 * The state in a Postgres that several processes share.
 *
 * @throws {Error} If the database is out of reach, or a newer version of the program wrote it; the text names neither
 * user nor password.
 */
export async function openPostgres(options: PostgresOptions): Promise<PostgresDatabase> {
  const pool = createPool(options);
  try {
    await migratePostgres(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return new PostgresDatabase(pool, options);
}

/** See {@link Database}; made by {@link openPostgres}. */
export class PostgresDatabase implements Database {
  readonly kind = "postgres";
  /** Connections for what is more than a statement of the state: the index, locks. */
  readonly pool: pg.Pool;
  readonly #transactions = new AsyncLocalStorage<Transaction>();
  readonly #ears: PostgresEars;
  readonly #options: PostgresOptions;
  /** Who announces, so that a process does not hear itself. */
  readonly #self = randomUUID();

  constructor(pool: pg.Pool, options: PostgresOptions) {
    this.pool = pool;
    this.#options = options;
    this.#ears = new PostgresEars({ connect: () => connectAlone(options), self: this.#self });
  }

  prepare(sql: Sql): Statement {
    const text = numbered(typeof sql === "string" ? sql : sql.postgres);
    // Without a name: what a server keeps under one belongs to a connection, which poolers share out anew.
    const ask = (values: SqlValue[]) => this.#client().query<SqlRow>({ text, values: values.map(storable) });
    return {
      get: async (...values) => (await ask(values)).rows[0],
      all: async (...values) => (await ask(values)).rows,
      run: async (...values) => ({ changes: (await ask(values)).rowCount ?? 0 }),
    };
  }

  async transact<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#transactions.getStore()?.isOpen) return work();
    const client = await this.pool.connect();
    const transaction: Transaction = { isOpen: true, client, afterwards: [] };
    let fault: Error | undefined;
    let result: Result;
    try {
      await client.query("begin");
      await client.query(`select pg_advisory_xact_lock(${WRITER_LOCK})`);
      result = await this.#transactions.run(transaction, work);
      await client.query("commit");
    } catch (error) {
      fault = await rollBack(client);
      throw error;
    } finally {
      transaction.isOpen = false;
      client.release(fault);
    }
    for (const then of transaction.afterwards) then();
    return result;
  }

  afterwards(work: () => void): void {
    const transaction = this.#transactions.getStore();
    if (transaction?.isOpen) transaction.afterwards.push(work);
    else work();
  }

  async announce(topic: string, payload: string): Promise<void> {
    await this.#client().query("select pg_notify($1, $2)", [topic, this.announcement(payload)]);
  }

  /** What `pg_notify` takes to announce a payload, for a statement that writes and announces at once. */
  announcement(payload: string): string {
    return JSON.stringify([this.#self, payload]);
  }

  /** A connection beside the pool, for locks of a session; whoever opens it ends it. */
  connectAlone(): Promise<pg.Client> {
    return connectAlone(this.#options);
  }

  onAnnounced(topic: string, listener: Announced): () => void {
    return this.#ears.on(topic, listener);
  }

  async check(): Promise<void> {
    const { rows } = await this.pool.query("select pg_is_in_recovery() as reads");
    if (rows[0]?.reads !== false) throw new Error("Cannot write the state: the database only reads");
  }

  async close(): Promise<void> {
    await this.#ears.close();
    await this.pool.end();
  }

  /** What was begun within a transaction and outlives it is none of it any more. */
  #client(): Pick<pg.Pool, "query"> {
    const transaction = this.#transactions.getStore();
    return transaction?.isOpen ? (transaction.client as Pick<pg.Pool, "query">) : this.pool;
  }
}

function createPool({ url, connections = 10, patienceInMs = 10_000, onLost }: PostgresOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patienceInMs,
    statement_timeout: patienceInMs,
    // A process that stands still within a transaction keeps all others from theirs: it gives way while they still wait.
    idle_in_transaction_session_timeout: patienceInMs / 2,
    keepAlive: true,
    application_name: "sivuvirta",
    types: { getTypeParser },
  });
  // A connection that breaks while nobody uses it, or within a transaction between two statements, would end the process
  // otherwise; whoever uses it hears of it with the next statement.
  pool.on("error", (error) => onLost?.(error));
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** A connection beside the pool, for what belongs to a connection: listening, locks of a session. */
export async function connectAlone({ url, patienceInMs = 10_000 }: PostgresOptions): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patienceInMs,
    application_name: "sivuvirta",
    keepAlive: true,
    types: { getTypeParser },
  });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

const getTypeParser: typeof pg.types.getTypeParser = (type: number, format?: "text" | "binary") =>
  NUMBERS.includes(type) ? (Number as never) : (pg.types.getTypeParser(type, format as never) as never);

/** @returns What went wrong, so that the connection is not used again. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Postgres takes no U+0000 in a text, which SQLite does; what somebody sent on purpose is no reason to fail. */
function storable(value: SqlValue): SqlValue {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\ufffd") : value;
}

/** `?` as `$1`, `$2` …; a question mark within quotes stays. */
function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/'(?:[^']|'')*'|\?/g, (part) => (part === "?" ? `$${++count}` : part));
}
