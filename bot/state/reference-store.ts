import type { Database, Statement } from "./database/database.ts";

/** An address by which the bot can speak first, as the channel gave it; plain JSON. */
export type StoredReference = Record<string, unknown>;

/**
 * Where the bot may speak without being asked: one reference a conversation, saved when the bot is installed or spoken
 * to, gone when it is removed.
 *
 * @example
 * ```ts
 * await store.references.save("msteams:a", { serviceUrl: "https://smba.example/emea/" });
 * await store.references.read("msteams:a"); // { serviceUrl: "https://smba.example/emea/" }
 * ```
 */
export class ReferenceStore {
  readonly #save: Statement;
  readonly #read: Statement;
  readonly #delete: Statement;
  readonly #now: () => number;

  /** @param options.now Clock, in milliseconds since 1970. */
  constructor(database: Database, options: { now: () => number }) {
    this.#save = database.prepare(
      "insert into conversation_reference (key, json, last_active) values (?, ?, ?) on conflict (key) do update set json = excluded.json, last_active = excluded.last_active",
    );
    this.#read = database.prepare("select json from conversation_reference where key = ?");
    this.#delete = database.prepare("delete from conversation_reference where key = ?");
    this.#now = options.now;
  }

  /** Saves the newest reference of a conversation. `reference` must be plain JSON. */
  async save(conversationId: string, reference: object): Promise<void> {
    await this.#save.run(conversationId, JSON.stringify(reference), this.#now());
  }

  /** The reference of a conversation; `undefined` where the bot may not speak. */
  async read(conversationId: string): Promise<StoredReference | undefined> {
    const row = await this.#read.get(conversationId);
    return row ? (JSON.parse(String(row.json)) as StoredReference) : undefined;
  }

  /** Forgets a conversation. @returns `false` when there was none. */
  async delete(conversationId: string): Promise<boolean> {
    return (await this.#delete.run(conversationId)).changes === 1;
  }
}
