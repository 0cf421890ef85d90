import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Appended,
  activityId,
  type ConversationLog,
  fieldsJson,
  type KeptListener,
  type LogOptions,
  type NewActivity,
} from "./conversation-log.ts";
import type { SqliteDatabase } from "./database/sqlite-database.ts";
import { EmbeddedHeads, type Head } from "./embedded-heads.ts";
import { EmbeddedWriter } from "./embedded-writer.ts";
import { LogBatch } from "./log-batch.ts";
import type { KeptActivity, StoredConversation } from "./stored-conversation.ts";

/**
 * The conversation log in an SQLite file.
 *
 * One process owns the file, so the newest number of a conversation and the turns that wait are remembered. Activities
 * get their number at once; what comes in one turn of the event loop is written together. A message that is answered in
 * the same turn leaves no trace of a waiting turn in the file. The conversation's own row may be a minute behind.
 *
 * What is written lands at the end of one table, `new_activity`, whoever said it: one or two pages of the disk. It is
 * filed by conversation into `activity` two thousand at a time, or when somebody reads: written there at once, each
 * activity would touch a page of its own, and writing would take as long as all the rest of a turn.
 */
export class EmbeddedLog implements ConversationLog {
  readonly #database: SqliteDatabase;
  readonly #options: LogOptions;
  readonly #writer: EmbeddedWriter;
  readonly #heads = new EmbeddedHeads();
  readonly #listeners: KeptListener[] = [];
  /** Whoever appends may be within a transaction; the batch is none of it. */
  readonly #outside = AsyncLocalStorage.snapshot();
  /** Ids of activities whose turns are not answered. */
  #pending: Set<string>;
  #batch: LogBatch<Head> | undefined;

  constructor(database: SqliteDatabase, options: LogOptions) {
    this.#database = database;
    this.#options = options;
    this.#writer = new EmbeddedWriter(database.file, options);
    this.#pending = this.#writer.readPending();
  }

  async create(conversation: Omit<StoredConversation, "lastSequence">): Promise<boolean> {
    const { id, user, origin = null, locale = null } = conversation;
    const noted = this.#options.now();
    return this.#database.runAlone(() => {
      const isNew = this.#writer.statements.create.run(id, user, origin, locale, noted, noted).changes === 1;
      if (isNew)
        this.#heads.remember({ ...conversation, lastSequence: 0, noted, waiting: 0, clientIds: new Map() });
      return isNew;
    });
  }

  async read(id: string): Promise<StoredConversation | undefined> {
    const head = this.#heads.get(id) ?? (await this.#database.runAlone(() => this.#head(id)));
    if (!head) return undefined;
    const { id: known, user, origin, locale, lastSequence } = head;
    return { id: known, user, origin, locale, lastSequence };
  }

  async append(id: string, activity: NewActivity): Promise<Appended | undefined> {
    let head = this.#heads.get(id);
    while (head === undefined) {
      if (!(await this.#database.runAlone(() => this.#head(id)))) return undefined;
      // Somebody may have come in between.
      head = this.#heads.get(id);
    }
    const { fields, turn, answers, clientId } = activity;
    const earlier = clientId === undefined ? undefined : head.clientIds.get(clientId);
    if (earlier !== undefined) {
      return { sequence: earlier, id: activityId(id, earlier), whenKept: this.flush(), isRepeated: true };
    }
    const json = fieldsJson(fields);
    const kept = turn && { conversation: turn.conversation, json: JSON.stringify(turn.facts) };
    if (answers !== undefined && !this.#settle(answers)) return undefined;
    const sequence = head.lastSequence + 1;
    const appended = activityId(id, sequence);
    head.lastSequence = sequence;
    head.waiting++;
    if (clientId !== undefined) this.#heads.name(head, { clientId, sequence });
    const batch = this.#openBatch();
    batch.add({ head, sequence, json: `{"id":${JSON.stringify(appended)}${json}` });
    if (kept) {
      this.#pending.add(appended);
      batch.turns.set(appended, { id: appended, sequence, ...kept });
    }
    return { sequence, id: appended, whenKept: batch.whenKept };
  }

  /** Also one that is in the file alone. */
  async settleTurn(id: string): Promise<void> {
    if (!this.#settle(id)) this.#openBatch().settled.push(id);
  }

  async readActivities(id: string, options: { after: number; limit?: number }): Promise<KeptActivity[]> {
    return this.#database.runAlone(() => {
      this.#write();
      this.#writer.file();
      const rows = this.#writer.statements.readActivities.all(id, options.after, options.limit ?? -1);
      return rows.map((row) => ({ sequence: Number(row.sequence), json: String(row.json) }));
    });
  }

  /** What waits of other conversations is no part of a transaction that this belongs to. */
  async delete(id: string): Promise<void> {
    await this.#database.runAlone(() => {
      this.#batch?.drop(id);
      this.#heads.delete(id);
      for (const turn of this.#pending) {
        if (!turn.startsWith(`${id}|`)) continue;
        this.#pending.delete(turn);
        this.#writer.statements.settleTurn.run(turn);
      }
      this.#writer.statements.forgetNewOf.run(id);
      this.#writer.statements.delete.run(id);
    });
  }

  async deleteIdle(before: number): Promise<number> {
    return this.#database.runAlone(() => {
      this.#write();
      this.#writer.file();
      const deleted = this.#writer.statements.deleteIdle.all(before);
      for (const row of deleted) this.#heads.delete(String(row.id));
      return deleted.length;
    });
  }

  onKept(listener: KeptListener): void {
    this.#listeners.push(listener);
  }

  async flush(): Promise<void> {
    await this.#database.runAlone(() => this.#write());
  }

  async reload(): Promise<void> {
    await this.#database.runAlone(() => {
      const lost = new Error("Cannot keep an activity: another state was put in its place");
      this.#batch?.settle({ fault: lost });
      this.#batch = undefined;
      this.#heads.clear();
      this.#writer.reload();
      this.#pending = this.#writer.readPending();
    });
  }

  #openBatch(): LogBatch<Head> {
    this.#batch ??= new LogBatch<Head>(() => {
      // Whoever waits for the batch hears what went wrong.
      this.#outside(() => this.flush()).catch(() => undefined);
    });
    return this.#batch;
  }

  /** Ends a turn. @returns `false` when it had ended. */
  #settle(id: string): boolean {
    if (!this.#pending.delete(id)) return false;
    const batch = this.#openBatch();
    if (!batch.turns.delete(id)) batch.settled.push(id);
    return true;
  }

  /** Writes the batch: all or, on a throw, nothing; the numbers that were given are free again then. */
  #write(): void {
    const batch = this.#batch;
    if (batch === undefined) return;
    this.#batch = undefined;
    try {
      this.#writer.write(batch);
    } catch (fault) {
      this.#heads.clear();
      for (const id of batch.turns.keys()) this.#pending.delete(id);
      for (const id of batch.settled) this.#pending.add(id);
      batch.settle({ fault });
      throw fault;
    }
    for (const [id, activities] of batch.byConversation()) this.#tell(id, activities);
    batch.settle();
  }

  #tell(id: string, activities: readonly (KeptActivity & { head: Head })[]): void {
    for (const { head } of activities) head.waiting--;
    for (const listener of this.#listeners) listener(id, activities);
  }

  #head(id: string): Head | undefined {
    const known = this.#heads.get(id);
    if (known) return known;
    // Its newest activity may lie unfiled.
    this.#writer.file();
    return this.#heads.read(id, this.#writer.statements);
  }
}
