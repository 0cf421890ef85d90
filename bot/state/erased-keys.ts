import type { Database, Statement } from "./database/database.ts";
import { prepareAll } from "./database/prepare-all.ts";

/** Longer than any token lives and any turn runs, in milliseconds. */
const ERASED_FOR_IN_MS = 3_600_000;

/** Under this topic the key of a conversation is announced when it was erased. */
export const ERASED_TOPIC = "sivuvirta_erased";

const STATEMENTS = {
  has: "select 1 as one from erased_key where key = ?",
  add: "insert into erased_key (key, erased) values (?, ?) on conflict (key) do update set erased = excluded.erased",
  forget: "delete from erased_key where erased < ?",
} as const;

/** The conversations that were erased within the last hour, so that nothing of them is written anew. */
export class ErasedKeys {
  readonly #database: Database;
  readonly #statements: Record<keyof typeof STATEMENTS, Statement>;
  readonly #now: () => number;

  /** @param options.now Clock, in milliseconds since 1970. */
  constructor(database: Database, options: { now: () => number }) {
    this.#database = database;
    this.#statements = prepareAll(database, STATEMENTS);
    this.#now = options.now;
  }

  async has(key: string): Promise<boolean> {
    return (await this.#statements.has.get(key)) !== undefined;
  }

  /** Notes a key and tells other processes, within the transaction that erases; forgets those whose hour is over. */
  async add(key: string): Promise<void> {
    const now = this.#now();
    await this.#statements.forget.run(now - ERASED_FOR_IN_MS);
    await this.#statements.add.run(key, now);
    await this.#database.announce(ERASED_TOPIC, key);
  }

  /** Calls `listener` with each key that another process erases; with an empty one when some may have been missed. */
  onErased(listener: (key: string) => void): () => void {
    return this.#database.onAnnounced(ERASED_TOPIC, listener);
  }
}
