import type { DatabaseSync, StatementSync } from "node:sqlite";
import { ConversationLog } from "./conversation-log.ts";
import { ErasedKeys } from "./erased-keys.ts";
import { openDatabase } from "./open-database.ts";
import { prepareAll } from "./prepare-all.ts";
import { ReferenceStore } from "./reference-store.ts";
import { SeenActivities } from "./seen-activities.ts";
import type { KeptActivity, StoredConversation } from "./stored-conversation.ts";
import { transact } from "./transact.ts";

/** What somebody thought of an answer. */
export interface TurnFeedback {
  /** Key of the conversation, as in `IncomingTurn`. */
  conversationId: string;
  /** Id of the person on the channel; in a group each has a rating of their own. */
  person?: string;
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
  loadMemory: "select json from memory where key = ?",
  saveMemory:
    "insert into memory (key, json, last_active) values (?, ?, ?) on conflict (key) do update set json = excluded.json, last_active = excluded.last_active",
  addFeedback:
    "insert into feedback (conversation, person, target, reaction, comment, created) values (?, ?, ?, ?, ?, ?)",
  changeFeedback:
    "update feedback set reaction = ?, comment = coalesce(?, comment), created = ? where conversation = ? and person is ? and target = ?",
  readFeedback: "select conversation, person, target, reaction, comment from feedback order by id",
  readMeta: "select value from meta where key = ?",
  addMeta: "insert into meta (key, value) values (?, ?) on conflict do nothing",
  eraseMemory: "delete from memory where key = ?",
  eraseFeedback: "delete from feedback where conversation = ?",
  purgeMemory: "delete from memory where last_active < ?",
  purgeFeedback: "delete from feedback where created < ?",
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
  /** The open file; what belongs to other parts lies in it too. */
  readonly database: DatabaseSync;
  readonly #statements: Record<keyof typeof STATEMENTS, StatementSync>;
  readonly #now: () => number;
  readonly #erasers: ((key: string) => void)[] = [];
  readonly #feedbackListeners: ((feedback: TurnFeedback) => void)[] = [];
  /** Keys of the conversations that were just erased. */
  readonly erased: ErasedKeys;
  /** The web chat's conversations. */
  readonly conversations: ConversationLog;
  /** Activities that were taken already. */
  readonly seen: SeenActivities;
  /** Where the bot may speak first. */
  readonly references: ReferenceStore;

  /**
   * @param file Path of the database, or `":memory:"`.
   * @throws {Error} If the file cannot be opened or was written by a newer version.
   */
  constructor(file: string, options: StoreOptions = {}) {
    this.database = openDatabase(file);
    this.#now = options.now ?? Date.now;
    this.erased = new ErasedKeys({ now: this.#now });
    const { maxActivities = 1000 } = options;
    this.conversations = new ConversationLog(this.database, { now: this.#now, maxActivities });
    this.seen = new SeenActivities(this.database, { now: this.#now });
    this.references = new ReferenceStore(this.database, { now: this.#now });
    this.#statements = prepareAll(this.database, STATEMENTS);
  }

  /** Adds a conversation. @returns `false` when it existed; then nothing changes. */
  createConversation(conversation: Omit<StoredConversation, "lastSequence">): boolean {
    return this.conversations.create(conversation);
  }

  readConversation(id: string): StoredConversation | undefined {
    return this.conversations.read(id);
  }

  /**
   * Appends one activity under the next sequence number.
   *
   * @param build Makes the activity from its number, 1 for the first; the result must be plain JSON.
   * @returns The number and the activity's JSON, or `undefined` when the conversation does not exist.
   */
  appendActivity(id: string, build: (sequence: number) => unknown): KeptActivity | undefined {
    const kept = this.conversations.append(id, build);
    this.conversations.flush();
    return kept && { sequence: kept.sequence, json: kept.json };
  }

  /** JSON of the activities with a number above `after`, oldest first. */
  readActivities(id: string, after: number): string[] {
    return this.conversations.readActivities(id, { after }).map(({ json }) => json);
  }

  /** Deletes a conversation with its activities; its clients get 404 from then on. Memory and feedback stay. */
  deleteConversation(id: string): void {
    this.conversations.delete(id);
  }

  /** Adds what deletes another part's share of a conversation; all of it goes in one transaction. */
  onErase(erase: (key: string) => void): void {
    this.#erasers.push(erase);
  }

  /**
   * Deletes all that is kept of one web chat: activities, memory, ratings, reference, and what other parts keep. What
   * a turn that still runs saves of it within the next hour is dropped.
   *
   * @param key Key of the conversation, as in `IncomingTurn`.
   */
  eraseConversation(id: string, key: string): void {
    this.erased.add(key);
    this.conversations.delete(id);
    this.erasePerson(key);
    this.references.delete(key);
  }

  /** Deletes what is remembered and kept of whoever speaks in a conversation, but not the conversation itself. */
  erasePerson(key: string): void {
    transact(this.database, () => {
      this.#statements.eraseMemory.run(key);
      this.#statements.eraseFeedback.run(key);
      for (const erase of this.#erasers) erase(key);
    });
  }

  /** What was last saved under this conversation key, or `undefined`; check it with a schema. */
  loadMemory(conversationId: string): unknown {
    const row = this.#statements.loadMemory.get(conversationId);
    return row ? JSON.parse(String(row.json)) : undefined;
  }

  /** Forgets what was remembered of a conversation. */
  deleteMemory(conversationId: string): void {
    this.#statements.eraseMemory.run(conversationId);
  }

  /** Replaces the memory of a conversation. `memory` must be plain JSON. */
  saveMemory(conversationId: string, memory: unknown): void {
    if (this.erased.has(conversationId)) return;
    this.#statements.saveMemory.run(conversationId, JSON.stringify(memory ?? null), this.#now());
  }

  /** Keeps a rating; a second one of the same answer by the same person changes the first, whose words stay. */
  addFeedback(feedback: TurnFeedback): void {
    const { conversationId, person = null, target = null, reaction, comment = null } = feedback;
    if (this.erased.has(conversationId)) return;
    const { addFeedback, changeFeedback } = this.#statements;
    const time = this.#now();
    const changed = changeFeedback.run(reaction, comment, time, conversationId, person, target).changes;
    if (changed === 0) addFeedback.run(conversationId, person, target, reaction, comment, time);
    for (const listener of this.#feedbackListeners) listener(feedback);
  }

  /** Calls `listener` after each rating that was kept. What it throws goes to whoever kept the rating. */
  onFeedback(listener: (feedback: TurnFeedback) => void): void {
    this.#feedbackListeners.push(listener);
  }

  /** All feedback, oldest first. */
  readFeedback(): TurnFeedback[] {
    return this.#statements.readFeedback.all().map((row) => ({
      conversationId: String(row.conversation),
      person: row.person === null ? undefined : String(row.person),
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

  /**
   * Deletes conversations and memories without activity for `idleDays` days, and ratings given before.
   *
   * @returns How many conversations.
   */
  purgeIdle(idleDays: number): number {
    const before = this.#now() - idleDays * 86_400_000;
    this.#statements.purgeMemory.run(before);
    this.#statements.purgeFeedback.run(before);
    return this.conversations.deleteIdle(before);
  }

  /** Forgets what it knows of the file, after a backup was put in its place. */
  reload(): void {
    this.conversations.reload();
  }

  /** Writes all to the main file and closes it; every later call throws. */
  close(): void {
    this.conversations.flush();
    this.database.exec("pragma wal_checkpoint(truncate)");
    this.database.close();
  }
}
