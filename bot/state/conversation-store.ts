import type { ConversationLog } from "./conversation-log.ts";
import { createConversationLog } from "./create-conversation-log.ts";
import type { Database, SqlRow, Statement } from "./database/database.ts";
import { prepareAll } from "./database/prepare-all.ts";
import { ErasedKeys } from "./erased-keys.ts";
import { PendingTurns } from "./pending-turns.ts";
import { ReferenceStore } from "./reference-store.ts";
import { SeenActivities } from "./seen-activities.ts";
import { STORE_STATEMENTS } from "./store-statements.ts";
import type { StoredConversation } from "./stored-conversation.ts";

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

/**
 * Conversations, what the bot remembers of them, feedback, and turns that wait for their answer, in the database of the
 * state.
 *
 * @example
 * ```ts
 * const store = new ConversationStore(new SqliteDatabase(":memory:"));
 * await store.saveMemory("web-chat:1", { park: "Kemi" });
 * await store.loadMemory("web-chat:1"); // { park: "Kemi" }
 * ```
 */
export class ConversationStore {
  /** What belongs to other parts lies in it too. */
  readonly database: Database;
  readonly #statements: Record<keyof typeof STORE_STATEMENTS, Statement>;
  readonly #now: () => number;
  readonly #erasers: ((key: string) => void | Promise<void>)[] = [];
  readonly #feedbackListeners: ((feedback: TurnFeedback) => void | Promise<void>)[] = [];
  /** Keys of the conversations that were just erased. */
  readonly erased: ErasedKeys;
  /** The web chat's conversations. */
  readonly conversations: ConversationLog;
  /** Turns that are not answered yet. */
  readonly pending: PendingTurns;
  /** Activities that were taken already. */
  readonly seen: SeenActivities;
  /** Where the bot may speak first. */
  readonly references: ReferenceStore;

  /** @param database Open; {@link close} closes it. */
  constructor(database: Database, options: StoreOptions = {}) {
    const { maxActivities = 1000, now = Date.now } = options;
    this.database = database;
    this.#now = now;
    this.erased = new ErasedKeys(database, { now });
    this.conversations = createConversationLog(database, { now, maxActivities });
    this.pending = new PendingTurns(database, { now });
    this.seen = new SeenActivities(database, { now });
    this.references = new ReferenceStore(database, { now });
    this.#statements = prepareAll(database, STORE_STATEMENTS);
  }

  /** Adds a conversation. @returns `false` when it existed; then nothing changes. */
  createConversation(conversation: Omit<StoredConversation, "lastSequence">): Promise<boolean> {
    return this.conversations.create(conversation);
  }

  readConversation(id: string): Promise<StoredConversation | undefined> {
    return this.conversations.read(id);
  }

  /** JSON of the activities with a number above `after`, oldest first. */
  async readActivities(id: string, after: number): Promise<string[]> {
    return (await this.conversations.readActivities(id, { after })).map(({ json }) => json);
  }

  /** Deletes a conversation with its activities; its clients get 404 from then on. Memory and feedback stay. */
  deleteConversation(id: string): Promise<void> {
    return this.database.transact(() => this.conversations.delete(id));
  }

  /** Adds what deletes another part's share of a conversation; all of it goes in one transaction. */
  onErase(erase: (key: string) => void | Promise<void>): void {
    this.#erasers.push(erase);
  }

  /**
   * Deletes all that is kept of one web chat: activities, memory, ratings, reference, turns that wait, and what other
   * parts keep. What a turn that still runs, here or in another process, saves of it within the next hour is dropped.
   *
   * @param key Key of the conversation, as in `IncomingTurn`.
   */
  async eraseConversation(id: string, key: string): Promise<void> {
    // What others have said meanwhile is no part of the transaction.
    await this.conversations.flush();
    await this.database.transact(async () => {
      await this.#statements.keepOthersOut.all();
      await this.erased.add(key);
      await this.pending.erase(key);
      await this.conversations.delete(id);
      await this.erasePerson(key);
      await this.references.delete(key);
    });
  }

  /** Deletes what is remembered and kept of whoever speaks in a conversation, but not the conversation itself. */
  async erasePerson(key: string): Promise<void> {
    await this.database.transact(async () => {
      await this.#statements.eraseMemory.run(key);
      await this.#statements.eraseFeedback.run(key);
      for (const erase of this.#erasers) await erase(key);
    });
  }

  /** What was last saved under this conversation key, or `undefined`; check it with a schema. */
  async loadMemory(conversationId: string): Promise<unknown> {
    const row = await this.#statements.loadMemory.get(conversationId);
    return row ? JSON.parse(String(row.json)) : undefined;
  }

  /** Forgets what was remembered of a conversation. */
  async deleteMemory(conversationId: string): Promise<void> {
    await this.#statements.eraseMemory.run(conversationId);
  }

  /** Replaces the memory of a conversation. `memory` must be plain JSON. */
  async saveMemory(conversationId: string, memory: unknown): Promise<void> {
    const json = JSON.stringify(memory ?? null);
    await this.#statements.saveMemory.run(conversationId, json, this.#now(), conversationId);
  }

  /** Keeps a rating; a second one of the same answer by the same person changes the first, whose words stay. */
  async addFeedback(feedback: TurnFeedback): Promise<void> {
    const isKept = await this.database.transact(() => this.#keepFeedback(feedback));
    if (!isKept) return;
    for (const listener of this.#feedbackListeners) await listener(feedback);
  }

  /** Calls `listener` after each rating that was kept. What it throws goes to whoever kept the rating. */
  onFeedback(listener: (feedback: TurnFeedback) => void | Promise<void>): void {
    this.#feedbackListeners.push(listener);
  }

  /** All feedback, oldest first. */
  async readFeedback(): Promise<TurnFeedback[]> {
    return (await this.#statements.readFeedback.all()).map(toFeedback);
  }

  /** The value kept under `key`; the first call of all processes stores what `make` returns, for good. */
  async readOrCreateMeta(key: string, make: () => string): Promise<string> {
    const { readMeta, addMeta } = this.#statements;
    const stored = await readMeta.get(key);
    if (stored) return String(stored.value);
    await addMeta.run(key, make());
    return String((await readMeta.get(key))?.value);
  }

  /**
   * Deletes conversations and memories without activity for `idleDays` days, and ratings given before.
   *
   * @returns How many conversations.
   */
  async purgeIdle(idleDays: number): Promise<number> {
    const before = this.#now() - idleDays * 86_400_000;
    await this.#statements.purgeMemory.run(before);
    await this.#statements.purgeFeedback.run(before);
    await this.seen.forget();
    return this.conversations.deleteIdle(before);
  }

  /** Forgets what it knows of the database, after a backup was put in its place. */
  reload(): Promise<void> {
    return this.conversations.reload();
  }

  /** Writes what waits and closes the database; every later call rejects. */
  async close(): Promise<void> {
    await this.conversations.flush();
    await this.database.close();
  }

  /** @returns `false` for a conversation that was erased. */
  async #keepFeedback(feedback: TurnFeedback): Promise<boolean> {
    const { conversationId, person = null, target = null, reaction, comment = null } = feedback;
    if (await this.erased.has(conversationId)) return false;
    const { addFeedback, changeFeedback } = this.#statements;
    const time = this.#now();
    const values = [reaction, comment, time, conversationId, person, target] as const;
    const { changes } = await changeFeedback.run(...values);
    if (changes === 0) await addFeedback.run(conversationId, person, target, reaction, comment, time);
    return true;
  }
}

function toFeedback(row: SqlRow): TurnFeedback {
  return {
    conversationId: String(row.conversation),
    person: row.person === null ? undefined : String(row.person),
    reaction: row.reaction === "like" ? "like" : "dislike",
    target: row.target === null ? undefined : String(row.target),
    comment: row.comment === null ? undefined : String(row.comment),
  };
}
