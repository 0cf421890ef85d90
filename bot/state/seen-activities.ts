import { createHash } from "node:crypto";
import type { Database, Statement } from "./database/database.ts";

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
 * await store.seen.isRepeated({ type: "message", id: "1", channelId: "msteams", conversation: { id: "a" } }); // false
 * await store.seen.isRepeated({ type: "message", id: "1", channelId: "msteams", conversation: { id: "a" } }); // true
 * ```
 */
export class SeenActivities {
  readonly #add: Statement;
  readonly #forget: Statement;
  readonly #now: () => number;
  #added = 0;

  /** @param options.now Clock, in milliseconds since 1970. */
  constructor(database: Database, options: { now: () => number }) {
    this.#add = database.prepare(
      "insert into seen_activity (key, seen) values (?, ?) on conflict do nothing",
    );
    this.#forget = database.prepare("delete from seen_activity where seen < ?");
    this.#now = options.now;
  }

  /** Notes an activity. @returns Whether it was noted before; one without an id never was. */
  async isRepeated(activity: ActivityIdentity): Promise<boolean> {
    const key = keyOfActivity(activity);
    if (key === undefined) return false;
    if (this.#added++ % FORGET_EVERY === 0) await this.forget();
    return (await this.#add.run(key, this.#now())).changes === 0;
  }

  /** Forgets what was noted too long ago to come again. */
  async forget(): Promise<void> {
    await this.#forget.run(this.#now() - REMEMBERED_IN_MS);
  }
}

/** What stands for an activity; `undefined` for one without an id. */
export function keyOfActivity({ type, id, channelId, conversation }: ActivityIdentity): string | undefined {
  if (!id) return undefined;
  const key = JSON.stringify([channelId, conversation?.id, id, type]);
  // A digest: ids of conversations are long, and nobody needs to read them here.
  return createHash("sha256").update(key).digest("base64url");
}
