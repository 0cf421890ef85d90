import { AsyncLocalStorage } from "node:async_hooks";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { openDatabase } from "../open-database.ts";
import type { Announced, Database, Sql, SqlRow, SqlValue, Statement } from "./database.ts";

/** A transaction on the one connection. */
interface Transaction {
  isOpen: boolean;
  ended: Promise<void>;
  afterwards: (() => void)[];
}

/**
 * The state in an SQLite file, which this process alone writes.
 *
 * Statements take microseconds and run at once; only what comes while a transaction is open waits for its end, unless it
 * belongs to it.
 */
export class SqliteDatabase implements Database {
  readonly kind = "sqlite";
  /** The open file, for what only SQLite has: backup, checkpoints, pragmas. */
  readonly file: DatabaseSync;
  readonly #transactions = new AsyncLocalStorage<Transaction>();
  #open: Transaction | undefined;

  /**
   * @param file Path of the database, or `":memory:"`.
   * @throws {Error} If the file cannot be opened or was written by a newer version.
   */
  constructor(file: string) {
    this.file = openDatabase(file);
  }

  prepare(sql: Sql): Statement {
    const statement = this.file.prepare(typeof sql === "string" ? sql : sql.sqlite);
    return {
      get: (...values) => this.#run(() => readOne(statement, values)),
      all: (...values) => this.#run(() => statement.all(...values) as SqlRow[]),
      run: (...values) => this.#run(() => ({ changes: Number(statement.run(...values).changes) })),
    };
  }

  async transact<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#transactions.getStore()?.isOpen) return work();
    while (this.#open !== undefined) await this.#open.ended;
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const transaction: Transaction = { isOpen: true, ended, afterwards: [] };
    this.file.exec("begin immediate");
    this.#open = transaction;
    let result: Result;
    try {
      result = await this.#transactions.run(transaction, work);
      this.file.exec("commit");
    } catch (error) {
      if (this.file.isTransaction) this.file.exec("rollback");
      throw error;
    } finally {
      transaction.isOpen = false;
      this.#open = undefined;
      end();
    }
    for (const then of transaction.afterwards) then();
    return result;
  }

  afterwards(work: () => void): void {
    const transaction = this.#transactions.getStore();
    if (transaction?.isOpen) transaction.afterwards.push(work);
    else work();
  }

  /**
   * Does what needs no waiting on the open file, outside of every transaction of others; called within a transaction it
   * is part of that one.
   *
   * @param work Must not wait for anything: it is done in one go.
   */
  async runAlone<Result>(work: (file: DatabaseSync) => Result): Promise<Result> {
    return this.#run(() => work(this.file));
  }

  /** Nobody else is there. */
  async announce(_topic: string, _payload: string): Promise<void> {}

  onAnnounced(_topic: string, _listener: Announced): () => void {
    return () => {};
  }

  async check(): Promise<void> {
    await this.#run(() => this.file.exec("begin immediate; rollback;"));
  }

  async close(): Promise<void> {
    while (this.#open !== undefined) await this.#open.ended;
    this.file.exec("pragma wal_checkpoint(truncate)");
    this.file.close();
  }

  /** What was begun within a transaction and outlives it is none of it any more. */
  async #run<Result>(work: () => Result): Promise<Result> {
    if (this.#transactions.getStore()?.isOpen) return work();
    while (this.#open !== undefined) await this.#open.ended;
    return work();
  }
}

function readOne(statement: StatementSync, values: readonly SqlValue[]): SqlRow | undefined {
  return statement.get(...values) as SqlRow | undefined;
}
