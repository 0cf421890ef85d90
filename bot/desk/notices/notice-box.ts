import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Reply } from "../../reply/reply.ts";

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

/**
 * Messages on their way to people. Put one in within the transaction of the change it tells of: then it is sent if and
 * only if the change was kept, also when the process dies in between.
 *
 * A message is sent at least once: one whose delivery was cut off by the end of the process comes again.
 */
export class NoticeBox {
  readonly #add: StatementSync;
  readonly #due: StatementSync;
  readonly #settle: StatementSync;
  readonly #postpone: StatementSync;
  readonly #erase: StatementSync;
  readonly #purge: StatementSync;
  readonly #now: () => number;
  #listener: (() => void) | undefined;

  /** @param options.now Clock, in milliseconds since 1970. @default {Date.now} */
  constructor(database: DatabaseSync, options: { now?: () => number } = {}) {
    this.#now = options.now ?? Date.now;
    this.#add = database.prepare(
      "insert into notice (conversation, about, json, created, due) values (?, ?, ?, ?, ?)",
    );
    this.#due = database.prepare(
      "select id, conversation, about, json, attempts, created from notice where state = 'waiting' and due <= ? order by id limit ?",
    );
    this.#settle = database.prepare("update notice set state = ?, json = '{}' where id = ?");
    this.#postpone = database.prepare(
      "update notice set attempts = attempts + 1, due = ? where id = ? and state = 'waiting'",
    );
    this.#erase = database.prepare("delete from notice where conversation = ?");
    this.#purge = database.prepare("delete from notice where state <> 'waiting' and created < ?");
  }

  /** Puts a message in; whoever delivers is told when the event loop is next free, so after the transaction. */
  add({ conversationId, reply, about }: Notice): void {
    const now = this.#now();
    this.#add.run(conversationId, about ?? null, JSON.stringify(reply), now, now);
    if (this.#listener !== undefined) setImmediate(this.#listener);
  }

  /** Messages whose time has come, oldest first, at most 50. */
  due(): WaitingNotice[] {
    return this.#due.all(this.#now(), MOST_AT_ONCE).map((row) => ({
      id: Number(row.id),
      conversationId: String(row.conversation),
      reply: JSON.parse(String(row.json)) as Reply,
      ...(row.about === null ? {} : { about: String(row.about) }),
      attempts: Number(row.attempts),
      created: Number(row.created),
    }));
  }

  /** Notes how a delivery ended. @returns Whether it is over: sent, or given up. */
  note({ id, attempts, created }: WaitingNotice, outcome: NoticeOutcome): boolean {
    const now = this.#now();
    if (outcome === "failed" && now - created < PATIENCE_IN_MS) {
      this.#postpone.run(now + Math.min(FIRST_PAUSE_IN_MS * 2 ** attempts, LONGEST_PAUSE_IN_MS), id);
      return false;
    }
    this.#settle.run(outcome, id);
    return true;
  }

  /** Calls `listener` whenever a message was put in. */
  onAdded(listener: () => void): void {
    this.#listener = listener;
  }

  /** Deletes what waits for a conversation. */
  erase(conversationId: string): void {
    this.#erase.run(conversationId);
  }

  /** Deletes what was settled before a time, in milliseconds since 1970. */
  purge(before: number): void {
    this.#purge.run(before);
  }
}
