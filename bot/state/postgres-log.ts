import { AsyncLocalStorage } from "node:async_hooks";
import { clientIdOf } from "./client-id.ts";
import {
  type Appended,
  type ConversationLog,
  fieldsJson,
  type KeptListener,
  type LogOptions,
  type NewActivity,
} from "./conversation-log.ts";
import type { Statement } from "./database/database.ts";
import type { PostgresDatabase } from "./database/postgres-database.ts";
import { prepareAll } from "./database/prepare-all.ts";
import { ACTIVITY_TOPIC, LOG_STATEMENTS } from "./postgres-log-statements.ts";
import { keyOfActivity } from "./seen-activities.ts";
import type { KeptActivity, StoredConversation } from "./stored-conversation.ts";

/** Activities of one conversation that are written together at most. */
const MOST_AT_ONCE = 50;

/** How often old activities are deleted, counted in new ones. */
const TRIM_EVERY = 50;

/** An activity that waits for its turn to be written. */
interface Waiting {
  activity: NewActivity;
  json: string;
  resolve: (appended: Appended | undefined) => void;
  reject: (error: unknown) => void;
}

/**
 * The conversation log in a Postgres that several processes share.
 *
 * Nothing is remembered between calls, for another process may write the same conversation. Activities of a conversation
 * are written by one statement that numbers, keeps and announces them; what comes while it runs goes together into the
 * next. So the order in which one process appends is kept, and an activity has its number when it is safe.
 */
export class PostgresLog implements ConversationLog {
  readonly #database: PostgresDatabase;
  readonly #options: LogOptions;
  readonly #statements: Record<keyof typeof LOG_STATEMENTS, Statement>;
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #writing = new Map<string, Promise<void>>();
  readonly #listeners: KeptListener[] = [];
  /** Whoever appends may be within a transaction; what is written together is none of it. */
  readonly #outside = AsyncLocalStorage.snapshot();

  constructor(database: PostgresDatabase, options: LogOptions) {
    this.#database = database;
    this.#options = options;
    this.#statements = prepareAll(database, LOG_STATEMENTS);
  }

  async create(conversation: Omit<StoredConversation, "lastSequence">): Promise<boolean> {
    const { id, user, origin = null, locale = null } = conversation;
    const time = this.#options.now();
    return (await this.#statements.create.run(id, user, origin, locale, time, time)).changes === 1;
  }

  async read(id: string): Promise<StoredConversation | undefined> {
    const row = await this.#statements.read.get(id);
    return (
      row && {
        id: String(row.id),
        user: String(row.user),
        origin: row.origin === null ? undefined : String(row.origin),
        locale: row.locale === null ? undefined : String(row.locale),
        lastSequence: Number(row.last_sequence),
      }
    );
  }

  append(id: string, activity: NewActivity): Promise<Appended | undefined> {
    const { promise, resolve, reject } = Promise.withResolvers<Appended | undefined>();
    const waiting = { activity, json: fieldsJson(activity.fields), resolve, reject };
    const others = this.#waiting.get(id);
    if (others) others.push(waiting);
    else this.#waiting.set(id, [waiting]);
    if (!this.#writing.has(id)) {
      this.#writing.set(
        id,
        this.#outside(() => this.#writeAll(id)),
      );
    }
    return promise;
  }

  async settleTurn(id: string): Promise<void> {
    await this.#statements.settleTurn.run(id);
  }

  async readActivities(
    id: string,
    { after, limit = 1_000_000 }: { after: number; limit?: number },
  ): Promise<KeptActivity[]> {
    const { maxActivities } = this.#options;
    const rows = await this.#statements.readActivities.all(id, after, maxActivities, limit);
    return rows.map(({ sequence, json }) => ({ sequence: Number(sequence), json: String(json) }));
  }

  async delete(id: string): Promise<void> {
    await this.#statements.deleteTurns.run(`${id}|`, `${id}}`);
    await this.#statements.delete.run(id);
  }

  async deleteIdle(before: number): Promise<number> {
    return (await this.#statements.deleteIdle.run(before)).changes;
  }

  onKept(listener: KeptListener): void {
    this.#listeners.push(listener);
  }

  async flush(): Promise<void> {
    await Promise.all(this.#writing.values());
  }

  async reload(): Promise<void> {}

  /** Never rejects: those who wait hear what went wrong. */
  async #writeAll(id: string): Promise<void> {
    // What comes in the same turn of the event loop goes along.
    await new Promise((resolve) => setImmediate(resolve));
    for (;;) {
      const waiting = this.#waiting.get(id) ?? [];
      const batch = waiting.splice(0, MOST_AT_ONCE);
      if (batch.length === 0) break;
      try {
        await this.#write(id, batch);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#waiting.delete(id);
    this.#writing.delete(id);
  }

  async #write(id: string, batch: readonly Waiting[]): Promise<void> {
    const items = batch.map(({ activity: { turn, answers, clientId }, json }, position) => ({
      position,
      fields: json,
      turn: turn && JSON.stringify(turn.facts),
      key: turn?.conversation,
      answers,
      seen: clientId && keyOfActivity({ channelId: "directline", conversation: { id }, id: clientId }),
    }));
    const time = this.#options.now();
    const announcement = this.#database.announcement(id);
    const rows = await this.#statements.append.all(
      JSON.stringify(items),
      time,
      id,
      time,
      id,
      time,
      ACTIVITY_TOPIC,
      announcement,
    );
    const kept = rows.map(({ position, sequence, id: activity, json }) => ({
      position: Number(position),
      sequence: Number(sequence),
      id: String(activity),
      json: String(json),
    }));
    for (const listener of this.#listeners) if (kept.length > 0) listener(id, kept);
    const byPosition = new Map(kept.map((activity) => [activity.position, activity]));
    for (const [position, { resolve, reject, activity }] of batch.entries()) {
      const known = byPosition.get(position);
      if (known || activity.clientId === undefined) resolve(known && appendedOf(known));
      else this.#findNamed(id, activity.clientId).then(resolve, reject);
    }
    const newest = kept.at(-1)?.sequence ?? 0;
    if (Math.floor(newest / TRIM_EVERY) === Math.floor((newest - kept.length) / TRIM_EVERY)) return;
    await this.#statements.trim.run(id, newest - this.#options.maxActivities);
  }

  /** The activity that came under this name before; `undefined` in an unknown conversation. */
  async #findNamed(id: string, clientId: string): Promise<Appended | undefined> {
    const part = `"clientActivityID":${JSON.stringify(clientId)}`;
    for (const { sequence, json } of await this.#statements.findNamed.all(id, part)) {
      const activity = JSON.parse(String(json)) as { id: string; channelData?: unknown };
      if (clientIdOf(activity) !== clientId) continue;
      return { ...appendedOf({ sequence: Number(sequence), id: activity.id }), isRepeated: true };
    }
    return undefined;
  }
}

function appendedOf({ sequence, id }: { sequence: number; id: string }): Appended {
  return { sequence, id, whenKept: Promise.resolve() };
}
