import type { Database, Statement } from "./database/database.ts";
import { prepareAll } from "./database/prepare-all.ts";

/** Under this topic it is announced which connection feeds a conversation now. */
const SOCKET_TOPIC = "sivuvirta_socket";

/** A socket whose process was not heard of for longer is gone, in milliseconds. */
const GONE_AFTER_IN_MS = 60_000;

/** Connections that are remembered as replaced while the one in their place is open. */
export const MAX_REPLACED = 50;

const STATEMENTS = {
  read: "select connection, replaced from open_socket where conversation = ? and seen > ?",
  claim:
    "insert into open_socket (conversation, connection, replaced, seen) values (?, ?, ?, ?) on conflict (conversation) do update set connection = excluded.connection, replaced = excluded.replaced, seen = excluded.seen",
  touch: "update open_socket set seen = ? where conversation = ? and connection = ?",
  release: "delete from open_socket where conversation = ? and connection = ?",
  forget: "delete from open_socket where seen < ?",
} as const;

/** A connection, and those it took the place of, directly or not. */
export interface SocketClaim {
  conversation: string;
  connection: string;
  replaced: readonly string[];
}

/** Which connection feeds a conversation, over all processes that share the database. */
export class OpenSockets {
  readonly #database: Database;
  readonly #statements: Record<keyof typeof STATEMENTS, Statement>;
  readonly #now: () => number;

  /** @param options.now Clock, in milliseconds since 1970. */
  constructor(database: Database, options: { now: () => number }) {
    this.#database = database;
    this.#statements = prepareAll(database, STATEMENTS);
    this.#now = options.now;
  }

  /** Makes a connection the one of its conversation, and tells the other processes. */
  async claim(conversation: string, connection: string): Promise<void> {
    await this.#database.transact(async () => {
      const earlier = await this.#read(conversation);
      const before = earlier ? [...earlier.replaced, earlier.connection] : [];
      const replaced = before.filter((other) => other !== connection).slice(-MAX_REPLACED);
      const time = this.#now();
      await this.#statements.claim.run(conversation, connection, JSON.stringify(replaced), time);
      await this.#statements.forget.run(time - GONE_AFTER_IN_MS);
      await this.#database.announce(SOCKET_TOPIC, JSON.stringify({ conversation, connection, replaced }));
    });
  }

  /** Notes that connections are still open; at least once a minute. */
  async touch(open: Iterable<Omit<SocketClaim, "replaced">>): Promise<void> {
    for (const { conversation, connection } of open) {
      await this.#statements.touch.run(this.#now(), conversation, connection);
    }
  }

  /** Notes that a connection is closed; of one that was replaced nothing changes. */
  async release(conversation: string, connection: string): Promise<void> {
    await this.#statements.release.run(conversation, connection);
  }

  /** Tells whether another connection, which is still open, took the place of this one. */
  async isReplaced(conversation: string, connection: string): Promise<boolean> {
    return (await this.#read(conversation))?.replaced.includes(connection) ?? false;
  }

  /** Calls `listener` with what other processes claim; with nothing when something may have been missed. */
  onClaimed(listener: (claim: SocketClaim | undefined) => void): () => void {
    return this.#database.onAnnounced(SOCKET_TOPIC, (payload) =>
      listener(payload === "" ? undefined : (JSON.parse(payload) as SocketClaim)),
    );
  }

  async #read(conversation: string): Promise<SocketClaim | undefined> {
    const row = await this.#statements.read.get(conversation, this.#now() - GONE_AFTER_IN_MS);
    if (!row) return undefined;
    return {
      conversation,
      connection: String(row.connection),
      replaced: JSON.parse(String(row.replaced)) as string[],
    };
  }
}
