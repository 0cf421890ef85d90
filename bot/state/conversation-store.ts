import type { DatabaseSync, StatementSync } from "node:sqlite";
import { openDatabase } from "./open-database.ts";

/** One web-chat conversation. */
export interface StoredConversation {
  id: string;
  /** Id of its only user, as in the token. */
  user: string;
  /** Origin of the page that began it; absent for a client that sent none. */
  origin?: string;
  /** Language tag the client began with, such as `fi-FI`. */
  locale?: string;
  /** Sequence number of the newest activity; 0 when there is none. */
  lastSequence: number;
}

/** What somebody thought of an answer. */
export interface TurnFeedback {
  /** Key of the conversation, as in `IncomingTurn`. */
  conversationId: string;
  reaction: "like" | "dislike";
  /** The rated answer: id of its activity, or the id its button carried. */
  target?: string;
  /** The person's own words. */
  comment?: string;
}

/** Choices of {@link ConversationStore}. */
export interface StoreOptions {
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
  /** How many activities of a conversation are kept, the newest; more costs disk. @default {1000} */
  maxActivities?: number;
}

const STATEMENTS = {
  createConversation:
    "insert into conversation (id, user, origin, locale, created, last_active) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
  readConversation: "select id, user, origin, locale, last_sequence from conversation where id = ?",
  nextSequence:
    "update conversation set last_sequence = last_sequence + 1, last_active = ? where id = ? returning last_sequence",
  addActivity: "insert into activity (conversation, sequence, json) values (?, ?, ?)",
  trimActivities: "delete from activity where conversation = ? and sequence <= ?",
  readActivities: "select json from activity where conversation = ? and sequence > ? order by sequence",
  deleteConversation: "delete from conversation where id = ?",
  loadMemory: "select json from memory where key = ?",
  saveMemory:
    "insert into memory (key, json, last_active) values (?, ?, ?) on conflict (key) do update set json = excluded.json, last_active = excluded.last_active",
  addFeedback:
    "insert into feedback (conversation, target, reaction, comment, created) values (?, ?, ?, ?, ?)",
  readFeedback: "select conversation, target, reaction, comment from feedback order by id",
  readMeta: "select value from meta where key = ?",
  addMeta: "insert into meta (key, value) values (?, ?) on conflict do nothing",
  purgeConversations: "delete from conversation where last_active < ?",
  purgeMemory: "delete from memory where last_active < ?",
} as const;

/**
 * Conversations, what the bot remembers of them, and feedback, in one SQLite file.
 *
 * All calls are synchronous and take well under a millisecond; one process owns the file.
 *
 * @example
 * ```ts
 * const store = new ConversationStore(":memory:");
 * store.saveMemory("web-chat:1", { park: "Kemi" });
 * store.loadMemory("web-chat:1"); // { park: "Kemi" }
 * ```
 */
export class ConversationStore {
  readonly #database: DatabaseSync;
  readonly #statements: Record<keyof typeof STATEMENTS, StatementSync>;
  readonly #now: () => number;
  readonly #maxActivities: number;

  /**
   * @param file Path of the database, or `":memory:"`.
   * @throws {Error} If the file cannot be opened or was written by a newer version.
   */
  constructor(file: string, options: StoreOptions = {}) {
    this.#database = openDatabase(file);
    this.#now = options.now ?? Date.now;
    this.#maxActivities = options.maxActivities ?? 1000;
    const prepared = Object.entries(STATEMENTS).map(([name, sql]) => [name, this.#database.prepare(sql)]);
    this.#statements = Object.fromEntries(prepared) as Record<keyof typeof STATEMENTS, StatementSync>;
  }

  /** Adds a conversation. @returns `false` when it existed; then nothing changes. */
  createConversation(conversation: Omit<StoredConversation, "lastSequence">): boolean {
    const { id, user, origin = null, locale = null } = conversation;
    const time = this.#now();
    return this.#statements.createConversation.run(id, user, origin, locale, time, time).changes === 1;
  }

  readConversation(id: string): StoredConversation | undefined {
    const row = this.#statements.readConversation.get(id);
    if (!row) return undefined;
    return {
      id: String(row.id),
      user: String(row.user),
      origin: row.origin === null ? undefined : String(row.origin),
      locale: row.locale === null ? undefined : String(row.locale),
      lastSequence: Number(row.last_sequence),
    };
  }

  /**
   * Appends one activity under the next sequence number.
   *
   * @param build Makes the activity from its number, 1 for the first; the result must be plain JSON.
   * @returns The number and the activity's JSON, or `undefined` when the conversation does not exist.
   */
  appendActivity(
    id: string,
    build: (sequence: number) => unknown,
  ): { sequence: number; json: string } | undefined {
    this.#database.exec("begin immediate");
    try {
      const row = this.#statements.nextSequence.get(this.#now(), id);
      const sequence = Number(row?.last_sequence ?? 0);
      const json = row ? JSON.stringify(build(sequence)) : "";
      if (row) this.#statements.addActivity.run(id, sequence, json);
      if (row && sequence % 50 === 0) {
        this.#statements.trimActivities.run(id, sequence - this.#maxActivities);
      }
      this.#database.exec("commit");
      return row ? { sequence, json } : undefined;
    } catch (error) {
      this.#database.exec("rollback");
      throw error;
    }
  }

  /** JSON of the activities with a number above `after`, oldest first. */
  readActivities(id: string, after: number): string[] {
    return this.#statements.readActivities.all(id, after).map((row) => String(row.json));
  }

  /** Deletes a conversation with its activities; its clients get 404 from then on. Memory and feedback stay. */
  deleteConversation(id: string): void {
    this.#statements.deleteConversation.run(id);
  }

  /** What was last saved under this conversation key, or `undefined`; check it with a schema. */
  loadMemory(conversationId: string): unknown {
    const row = this.#statements.loadMemory.get(conversationId);
    return row ? JSON.parse(String(row.json)) : undefined;
  }

  /** Replaces the memory of a conversation. `memory` must be plain JSON. */
  saveMemory(conversationId: string, memory: unknown): void {
    this.#statements.saveMemory.run(conversationId, JSON.stringify(memory ?? null), this.#now());
  }

  addFeedback(feedback: TurnFeedback): void {
    const { conversationId, target = null, reaction, comment = null } = feedback;
    this.#statements.addFeedback.run(conversationId, target, reaction, comment, this.#now());
  }

  /** All feedback, oldest first. */
  readFeedback(): TurnFeedback[] {
    return this.#statements.readFeedback.all().map((row) => ({
      conversationId: String(row.conversation),
      reaction: row.reaction === "like" ? "like" : "dislike",
      target: row.target === null ? undefined : String(row.target),
      comment: row.comment === null ? undefined : String(row.comment),
    }));
  }

  /** The value kept under `key`; the first call stores what `make` returns, for good. */
  readOrCreateMeta(key: string, make: () => string): string {
    const stored = this.#statements.readMeta.get(key);
    if (stored) return String(stored.value);
    this.#statements.addMeta.run(key, make());
    return String(this.#statements.readMeta.get(key)?.value);
  }

  /** Deletes conversations and memories without activity for `idleDays` days. @returns How many conversations. */
  purgeIdle(idleDays: number): number {
    const before = this.#now() - idleDays * 86_400_000;
    this.#statements.purgeMemory.run(before);
    return Number(this.#statements.purgeConversations.run(before).changes);
  }

  /** Writes all to the main file and closes it; every later call throws. */
  close(): void {
    this.#database.exec("pragma wal_checkpoint(truncate)");
    this.#database.close();
  }
}
