import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import type { Database } from "./database.ts";
import type { PostgresDatabase } from "./postgres-database.ts";

/** Lets one process at a time work on a conversation. */
export interface TurnLock {
  /**
   * Does some work while nobody else holds the key.
   *
   * @throws {TurnLockError} If the key was held, or the database out of reach, for too long; then `work` never ran.
   */
  hold<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
  /** Does some work if nobody holds the key. @returns Whether it was done. */
  tryHold(key: string, work: () => Promise<void>): Promise<boolean>;
  /** Gives up all that is held. */
  close(): Promise<void>;
}

/** A key that somebody else held for too long. */
export class TurnLockError extends Error {
  override readonly name = "TurnLockError";
  readonly code = "TurnLock";
}

/** Choices of {@link createTurnLock}. */
export interface TurnLockOptions {
  /** Longest wait for a key, in milliseconds; longer than any turn takes. @default {120_000} */
  patienceInMs?: number;
  /** Longest wait for a database that is out of reach, in milliseconds. @default {10_000} */
  connectPatienceInMs?: number;
}

const LOOK_EVERY_IN_MS = 25;

/**
 * A machine that is gone without a word, as when a cable is pulled, keeps its locks until the server notices: after 25 s
 * instead of two hours.
 */
const NOTICE_DEATH =
  "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

/** Creates the lock of a database that processes share; `undefined` for a file, which one process has for itself. */
export function createTurnLock(database: Database, options: TurnLockOptions = {}): TurnLock | undefined {
  return database.kind === "postgres"
    ? new PostgresTurnLock(database as PostgresDatabase, options)
    : undefined;
}

/**
 * Locks of a session of Postgres, on one connection for the whole process: they end with it, so nobody waits for a
 * process that is dead. When the connection alone is lost the work goes on; what it writes must be guarded otherwise.
 */
class PostgresTurnLock implements TurnLock {
  readonly #database: PostgresDatabase;
  readonly #options: Required<TurnLockOptions>;
  /** Keys that are worked on here, or asked for just now. */
  readonly #held = new Set<string>();
  #session: Promise<LockSession> | undefined;
  #isClosed = false;

  constructor(
    database: PostgresDatabase,
    { patienceInMs = 120_000, connectPatienceInMs = 10_000 }: TurnLockOptions,
  ) {
    this.#database = database;
    this.#options = { patienceInMs, connectPatienceInMs };
  }

  async hold<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const { patienceInMs, connectPatienceInMs } = this.#options;
    const begun = Date.now();
    let lastHeard = begun;
    for (;;) {
      const session = await this.#take(key).catch((cause: unknown) => {
        if (Date.now() - lastHeard < connectPatienceInMs && !this.#isClosed) return "lost" as const;
        throw new TurnLockError("Cannot begin a turn: the database is out of reach", { cause });
      });
      if (typeof session === "object") return this.#workWith(session, { key, work });
      if (session === undefined) lastHeard = Date.now();
      if (Date.now() - begun > patienceInMs) {
        throw new TurnLockError("Cannot begin a turn: another one of the conversation does not end");
      }
      await wait(LOOK_EVERY_IN_MS);
    }
  }

  async tryHold(key: string, work: () => Promise<void>): Promise<boolean> {
    const session = await this.#take(key);
    if (session === undefined) return false;
    await this.#workWith(session, { key, work });
    return true;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const session = await this.#session?.catch(() => undefined);
    await session?.end();
  }

  /** @returns The session that holds the key now; `undefined` when another process has it. */
  async #take(key: string): Promise<LockSession | undefined> {
    const session = await this.#connected();
    // A session gets what it holds once more; here that is somebody else too.
    if (this.#held.has(key)) return undefined;
    this.#held.add(key);
    try {
      if (await session.lock(key)) return session;
    } catch (error) {
      this.#held.delete(key);
      throw error;
    }
    this.#held.delete(key);
    return undefined;
  }

  async #workWith<Result>(
    session: LockSession,
    { key, work }: { key: string; work: () => Promise<Result> },
  ): Promise<Result> {
    try {
      return await work();
    } finally {
      // Nobody waits for it; with a lost connection the lock is gone anyway.
      session.unlock(key).catch(() => undefined);
      this.#held.delete(key);
    }
  }

  #connected(): Promise<LockSession> {
    if (this.#isClosed) throw new TurnLockError("Cannot begin a turn: the process stops");
    this.#session ??= this.#connect();
    return this.#session;
  }

  async #connect(): Promise<LockSession> {
    const forget = () => {
      this.#session = undefined;
    };
    try {
      const client = await this.#database.connectAlone();
      client.on("error", forget);
      client.on("end", forget);
      await client.query(NOTICE_DEATH);
      return new LockSession(client);
    } catch (error) {
      forget();
      throw error;
    }
  }
}

/** A connection that is asked one thing at a time. */
class LockSession {
  readonly #client: pg.Client;
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: pg.Client) {
    this.#client = client;
  }

  async lock(key: string): Promise<boolean> {
    const { rows } = await this.#ask(
      "turn-lock",
      "select pg_try_advisory_lock(hashtextextended($1, 0)) as held",
      key,
    );
    return rows[0]?.held === true;
  }

  async unlock(key: string): Promise<void> {
    await this.#ask("turn-unlock", "select pg_advisory_unlock(hashtextextended($1, 0))", key);
  }

  async end(): Promise<void> {
    await this.#last;
    await this.#client.end().catch(() => undefined);
  }

  #ask(name: string, text: string, key: string): Promise<pg.QueryResult> {
    const asked = this.#last.then(() => this.#client.query({ name, text, values: [key] }));
    this.#last = asked.catch(() => undefined);
    return asked;
  }
}
