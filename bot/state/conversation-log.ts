import type { DatabaseSync, StatementSync } from "node:sqlite";
import { LOG_STATEMENTS } from "./log-statements.ts";
import { prepareAll } from "./prepare-all.ts";
import type { KeptActivity, StoredConversation } from "./stored-conversation.ts";

/** Choices of {@link ConversationLog}. */
export interface LogOptions {
  /** Clock, in milliseconds since 1970. */
  now: () => number;
  /** How many activities of a conversation are kept, the newest. */
  maxActivities: number;
}

/** Conversations whose head is at hand without asking the database. */
const MAX_HEADS = 5000;

/** Activities that may lie unfiled; filing more at once takes longer, in which nobody is answered. */
const MAX_NEW = 2000;

/** How old the noted time of the last activity may grow before it is written again, in milliseconds. */
const TOUCH_INTERVAL_IN_MS = 60_000;

/** An activity that has its number and is not written yet. */
interface WaitingActivity extends KeptActivity {
  head: Head;
}

interface Head extends StoredConversation {
  /** `last_active` as the database has it. */
  noted: number;
}

/**
 * The web chat's conversations and their activities, in order.
 *
 * One process owns the file, so the newest number of a conversation is remembered. Activities get their number at once and
 * are written together by `flush`, as one transaction; whoever appends must not tell anybody of them before. Reads flush
 * first. The conversation's own row may be a minute behind.
 *
 * What is flushed lands at the end of one table, `new_activity`, whoever said it: one or two pages of the disk. It is
 * filed by conversation into `activity` two thousand at a time, or when somebody reads: written there at once, each
 * activity would touch a page of its own, and writing would take as long as all the rest of a turn.
 */
export class ConversationLog {
  readonly #options: LogOptions;
  readonly #statements: Record<keyof typeof LOG_STATEMENTS, StatementSync>;
  readonly #heads = new Map<string, Head>();
  #waiting: WaitingActivity[] = [];
  /** Rows of `new_activity`. */
  #unfiled: number;

  constructor(database: DatabaseSync, options: LogOptions) {
    this.#options = options;
    this.#statements = prepareAll(database, LOG_STATEMENTS);
    this.#unfiled = Number(this.#statements.countNew.get()?.count);
  }

  /** Adds a conversation. @returns `false` when it existed; then nothing changes. */
  create(conversation: Omit<StoredConversation, "lastSequence">): boolean {
    const { id, user, origin = null, locale = null } = conversation;
    const noted = this.#options.now();
    const isNew = this.#statements.create.run(id, user, origin, locale, noted, noted).changes === 1;
    if (isNew) this.#remember({ ...conversation, lastSequence: 0, noted });
    return isNew;
  }

  read(id: string): StoredConversation | undefined {
    const head = this.#head(id);
    if (!head) return undefined;
    const { noted: _inner, ...conversation } = head;
    return conversation;
  }

  /** Number of the newest activity, 0 when there is none; `undefined` for an unknown conversation. */
  lastSequence(id: string): number | undefined {
    return this.#head(id)?.lastSequence;
  }

  /** Takes one activity under the next number; a throw of `build` leaves no gap. It is safe after the next `flush`. */
  append(id: string, build: (sequence: number) => unknown): KeptActivity | undefined {
    const head = this.#head(id);
    if (!head) return undefined;
    const sequence = head.lastSequence + 1;
    const json = JSON.stringify(build(sequence));
    head.lastSequence = sequence;
    const waiting = { head, sequence, json };
    this.#waiting.push(waiting);
    return waiting;
  }

  /**
   * Writes what was taken since the last time: all or, on a throw, nothing.
   *
   * @throws {Error} What the database throws; the numbers that were given are free again then.
   */
  flush(): void {
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];
    try {
      if (this.#unfiled >= MAX_NEW) this.#file();
      if (!this.#writeAlone(batch)) {
        this.#transact(() => {
          for (const activity of batch) this.#write(activity);
        });
      }
    } catch (error) {
      this.#heads.clear();
      for (const activity of batch) activity.isLost = true;
      throw error;
    }
    this.#unfiled += batch.length;
  }

  /** The activities with a number above `after`, oldest first, at most `limit`. @default all */
  readActivities(id: string, options: { after: number; limit?: number }): KeptActivity[] {
    this.flush();
    this.#file();
    const rows = this.#statements.readActivities.all(id, options.after, options.limit ?? -1);
    return rows.map((row) => ({ sequence: Number(row.sequence), json: String(row.json) }));
  }

  delete(id: string): void {
    this.flush();
    this.#file();
    this.#heads.delete(id);
    this.#statements.delete.run(id);
  }

  /** Deletes conversations without activity since a time, to the minute. @returns How many. */
  deleteIdle(before: number): number {
    this.flush();
    this.#file();
    const deleted = this.#statements.deleteIdle.all(before);
    for (const row of deleted) this.#heads.delete(String(row.id));
    return deleted.length;
  }

  /** Forgets what it knows of the file, after somebody else put another state in its place. */
  reload(): void {
    this.#waiting = [];
    this.#heads.clear();
    this.#statements.forgetOrphans.run();
    this.#unfiled = Number(this.#statements.countNew.get()?.count);
  }

  /** Moves what lies in `new_activity` to its conversations. */
  #file(): void {
    if (this.#unfiled === 0) return;
    const { newest, file, forgetNew, trim } = this.#statements;
    this.#transact(() => {
      const heads = newest.all();
      file.run();
      forgetNew.run();
      for (const { conversation, sequence } of heads) {
        trim.run(conversation ?? "", Number(sequence) - this.#options.maxActivities);
      }
    });
    this.#unfiled = 0;
  }

  #transact(work: () => void): void {
    const { begin, commit, rollback } = this.#statements;
    begin.run();
    try {
      work();
      commit.run();
    } catch (error) {
      this.#heads.clear();
      rollback.run();
      throw error;
    }
  }

  /**
   * Writes a message and its answer, which mostly come together, by one statement, a transaction by itself.
   *
   * @returns `false` when there is more to write than that; then nothing was.
   */
  #writeAlone(batch: readonly WaitingActivity[]): boolean {
    const [first, second] = batch;
    const time = this.#options.now();
    if (batch.length > 2 || batch.some(({ head }) => time - head.noted >= TOUCH_INTERVAL_IN_MS)) return false;
    const { add, addTwo } = this.#statements;
    if (first && second) {
      addTwo.run(first.head.id, first.sequence, first.json, second.head.id, second.sequence, second.json);
    } else if (first) add.run(first.head.id, first.sequence, first.json);
    return true;
  }

  #write({ head, sequence, json }: WaitingActivity): void {
    const { id, noted } = head;
    this.#statements.add.run(id, sequence, json);
    const time = this.#options.now();
    if (time - noted < TOUCH_INTERVAL_IN_MS) return;
    this.#statements.touch.run(time, sequence, id);
    head.noted = time;
  }

  #head(id: string): Head | undefined {
    const known = this.#heads.get(id);
    if (known) return known;
    // Its newest activity may have a number and wait to be written.
    this.flush();
    this.#file();
    const row = this.#statements.read.get(id);
    if (!row) return undefined;
    return this.#remember({
      id: String(row.id),
      user: String(row.user),
      origin: row.origin === null ? undefined : String(row.origin),
      locale: row.locale === null ? undefined : String(row.locale),
      lastSequence: Number(row.newest),
      noted: Number(row.last_active),
    });
  }

  #remember(head: Head): Head {
    if (this.#heads.size >= MAX_HEADS) this.#heads.delete(this.#heads.keys().next().value ?? "");
    this.#heads.set(head.id, head);
    return head;
  }
}
