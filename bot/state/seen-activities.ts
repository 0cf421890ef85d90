import { createHash } from "node:crypto";
import type { DatabaseSync, StatementSync } from "node:sqlite";

/** What tells two activities apart. */
export interface ActivityIdentity {
  type?: string;
  id?: string;
  channelId?: string;
  conversation?: { id: string };
}

/** How long an activity is remembered, in milliseconds: an hour. Microsoft's service sends again within minutes. */
const REMEMBERED_IN_MS = 3_600_000;
/** How often old ones are deleted, counted in new ones. */
const FORGET_EVERY = 500;

/**
 * Activities the bot has taken, kept over restarts: the Bot Framework service sends one again when it hears nothing for
 * about 15 s, and then it must not be answered twice.
 *
 * @example
 * ```ts
 * store.seen.isRepeated({ type: "message", id: "1", channelId: "msteams", conversation: { id: "a" } }); // false
 * store.seen.isRepeated({ type: "message", id: "1", channelId: "msteams", conversation: { id: "a" } }); // true
 * ```
 */
export class SeenActivities {
  readonly #add: StatementSync;
  readonly #forget: StatementSync;
  readonly #now: () => number;
  #added = 0;

  /** @param options.now Clock, in milliseconds since 1970. */
  constructor(database: DatabaseSync, options: { now: () => number }) {
    this.#add = database.prepare(
      "insert into seen_activity (key, seen) values (?, ?) on conflict do nothing",
    );
    this.#forget = database.prepare("delete from seen_activity where seen < ?");
    this.#now = options.now;
  }

  /** Notes an activity. @returns Whether it was noted before; one without an id never was. */
  isRepeated({ type, id, channelId, conversation }: ActivityIdentity): boolean {
    if (!id) return false;
    const now = this.#now();
    if (this.#added++ % FORGET_EVERY === 0) this.#forget.run(now - REMEMBERED_IN_MS);
    const key = JSON.stringify([channelId, conversation?.id, id, type]);
    // A digest: ids of conversations are long, and nobody needs to read them here.
    return this.#add.run(createHash("sha256").update(key).digest("base64url"), now).changes === 0;
  }
}
