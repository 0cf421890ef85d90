/** A value of a column. */
export type SqlValue = string | number | null;

/** A row by the names of its columns. */
export type SqlRow = Record<string, SqlValue>;

/** A statement with `?` for each value. */
export interface Statement {
  /** @returns The first row; `undefined` when there is none. */
  get(...values: SqlValue[]): Promise<SqlRow | undefined>;
  /** @returns All rows. */
  all(...values: SqlValue[]): Promise<SqlRow[]>;
  /** @returns How many rows were written. */
  run(...values: SqlValue[]): Promise<{ changes: number }>;
}

/**
 * SQL in the words that both databases understand, or the two forms of what they say differently.
 *
 * Both take `?`, `returning`, `on conflict … do update`, `is not distinct from`, `coalesce`, `substr`, `cast(? as text)`.
 * A value that stands alone (`? is null`) needs that cast, since Postgres cannot guess its type.
 */
export type Sql = string | { sqlite: string; postgres: string };

/** Told what other processes announce. */
export type Announced = (payload: string) => void;

/**
 * The database of the state: an SQLite file of one process, or a Postgres that several share.
 *
 * @example
 * ```ts
 * const { read } = prepareAll(database, { read: "select value from meta where key = ?" });
 * const row = await read.get("direct-line-secret");
 * ```
 */
export interface Database {
  readonly kind: "sqlite" | "postgres";
  /** Makes a statement ready; nothing is asked yet. */
  prepare(sql: Sql): Statement;
  /**
   * Does some work as one: all of it, or on a throw nothing.
   *
   * Whatever the work calls and awaits takes part; called within another transaction it is part of that one. Transactions
   * come one after another over all processes, so what was read in one still holds when it writes. The work must await
   * all it does, and nothing that waits for the database outside of it.
   *
   * @returns What the work returned.
   * @throws {unknown} What the work threw, after everything was undone.
   */
  transact<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Calls `work` once the transaction around the caller is done, never if it is undone; outside of one, at once. */
  afterwards(work: () => void): void;
  /** Tells all other processes that share the database; within a transaction, when that is done. Short texts only. */
  announce(topic: string, payload: string): Promise<void>;
  /** Listens to what other processes announce. @returns Ends it. */
  onAnnounced(topic: string, listener: Announced): () => void;
  /** Proves that the database answers. @throws {Error} If it does not. */
  check(): Promise<void>;
  /** Ends all connections; every later call rejects. */
  close(): Promise<void>;
}
