import type { Reply } from "../../reply/reply.ts";
import type { Database, Statement } from "../../state/database/database.ts";

/** A message nobody has asked for just now: the answer to a ticket, an alert. */
export interface Notice {
  /**
   * Where it goes: key of a conversation as in `IncomingTurn`, or `mail:ADDRESS`.
   */
  conversationId: string;
  /** What is said; plain JSON. Subject of a mail is the first line of the text. */
  reply: Reply;
  /** What it tells of, such as `ticket:12`: whoever keeps that is told when it cannot be delivered. */
  about?: string;
}

/** A notice that waits to be delivered. */
export interface WaitingNotice extends Notice {
  id: number;
  /** Deliveries that failed so far. */
  attempts: number;
  /** Milliseconds since 1970. */
  created: number;
}

/** How a delivery ended: `gone` means that trying again is of no use. */
export type NoticeOutcome = "sent" | "gone" | "failed";

const FIRST_PAUSE_IN_MS = 15_000;
const LONGEST_PAUSE_IN_MS = 3_600_000;
/** A message that cannot be delivered for two days is given up. */
const PATIENCE_IN_MS = 2 * 86_400_000;
const MOST_AT_ONCE = 50;
/** Longer than all messages that are taken at once need. */
const LEASE_IN_MS = 60_000;

const taking = (locking: string) => `update notice set due = ? where id in (
  select id from notice where state = 'waiting' and due <= ? order by id limit ?${locking}
) returning id, conversation, about, json, attempts, created`;

/**
 * Messages on their way to people. Put one in within the transaction of the change it tells of: then it is sent if and
 * only if the change was kept, also when the process dies in between.
 *
 * A message is sent at least once: one whose delivery was cut off by the end of the process comes again.
 */
export class NoticeBox {
  readonly #database: Database;
  readonly #add: Statement;
  readonly #take: Statement;
  readonly #settle: Statement;
  readonly #postpone: Statement;
  readonly #free: Statement;
  readonly #giveBack: Statement;
  readonly #erase: Statement;
  readonly #purge: Statement;
  readonly #now: () => number;
  #listener: (() => void) | undefined;
  #hasBegun = false;

  /** @param options.now Clock, in milliseconds since 1970. @default {Date.now} */
  constructor(database: Database, options: { now?: () => number } = {}) {
    this.#database = database;
    this.#now = options.now ?? Date.now;
    this.#add = database.prepare(
      "insert into notice (conversation, about, json, created, due) values (?, ?, ?, ?, ?)",
    );
    this.#take = database.prepare({ sqlite: taking(""), postgres: taking(" for update skip locked") });
    this.#settle = database.prepare("update notice set state = ?, json = '{}' where id = ?");
    this.#postpone = database.prepare(
      "update notice set attempts = attempts + 1, due = ? where id = ? and state = 'waiting'",
    );
    this.#free = database.prepare(
      "update notice set due = created where state = 'waiting' and attempts = 0 and due > ?",
    );
    this.#giveBack = database.prepare("update notice set due = ? where id = ? and state = 'waiting'");
    this.#erase = database.prepare("delete from notice where conversation = ?");
    this.#purge = database.prepare("delete from notice where state <> 'waiting' and created < ?");
  }

  /** Puts a message in; whoever delivers is told after the transaction. */
  async add({ conversationId, reply, about }: Notice): Promise<void> {
    const now = this.#now();
    await this.#add.run(conversationId, about ?? null, JSON.stringify(reply), now, now);
    this.#database.afterwards(() => this.#listener?.());
  }

  /**
   * Takes messages whose time has come, oldest first, at most 50. For a minute no other process gets them; then whoever
   * took them is taken for dead.
   */
  async take(): Promise<WaitingNotice[]> {
    const now = this.#now();
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      // Whoever took them before was this process in an earlier life: nobody else writes the file.
      if (this.#database.kind === "sqlite") await this.#free.run(now);
    }
    const rows = await this.#take.all(now + LEASE_IN_MS, now, MOST_AT_ONCE);
    const notices = rows.map((row) => ({
      id: Number(row.id),
      conversationId: String(row.conversation),
      reply: JSON.parse(String(row.json)) as Reply,
      ...(row.about === null ? {} : { about: String(row.about) }),
      attempts: Number(row.attempts),
      created: Number(row.created),
    }));
    return notices.sort((one, other) => one.id - other.id);
  }

  /** Gives taken messages back undelivered, so that somebody else need not wait. */
  async giveBack(notices: readonly WaitingNotice[]): Promise<void> {
    for (const { id } of notices) await this.#giveBack.run(this.#now(), id);
  }

  /** Notes how a delivery ended. @returns Whether it is over: sent, or given up. */
  async note({ id, attempts, created }: WaitingNotice, outcome: NoticeOutcome): Promise<boolean> {
    const now = this.#now();
    if (outcome === "failed" && now - created < PATIENCE_IN_MS) {
      await this.#postpone.run(now + Math.min(FIRST_PAUSE_IN_MS * 2 ** attempts, LONGEST_PAUSE_IN_MS), id);
      return false;
    }
    await this.#settle.run(outcome, id);
    return true;
  }

  /** Calls `listener` whenever a message was put in. */
  onAdded(listener: () => void): void {
    this.#listener = listener;
  }

  /** Deletes what waits for a conversation. */
  async erase(conversationId: string): Promise<void> {
    await this.#erase.run(conversationId);
  }

  /** Deletes what was settled before a time, in milliseconds since 1970. */
  async purge(before: number): Promise<void> {
    await this.#purge.run(before);
  }
}
