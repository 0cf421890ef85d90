import { createDeskKey, type DeskKey } from "./desk-keys.ts";

/** A sentence is shown at the next page, or within this time not at all. */
export const DONE_LIFE_IN_S = 60;

/** A cookie holds 4,096 characters; the sentence takes at most three bytes a sign, and a third more as base64. */
const MOST_CHARS = 300;

/**
 * Sentences that tell after a redirect what was done. They travel signed in a cookie, bound to the session, so that
 * nobody else can put words on a page of the desk.
 */
export class DoneSentences {
  readonly #key: DeskKey;
  readonly #now: () => number;

  /** @param secret See `createDeskKey`, which also says what is thrown. */
  constructor(secret: string, options: { now?: () => number } = {}) {
    this.#key = createDeskKey(secret, "done");
    this.#now = options.now ?? Date.now;
  }

  /** The value of the cookie; of a longer sentence the first 300 characters are kept. */
  write(sessionId: string, sentence: string): string {
    const kept = { sentence: sentence.slice(0, MOST_CHARS), until: this.#now() + DONE_LIFE_IN_S * 1000 };
    const payload = Buffer.from(JSON.stringify(kept)).toString("base64url");
    return `${payload}.${this.#key.sign(`${sessionId} ${payload}`)}`;
  }

  /** The sentence of a cookie; `undefined` when it is not ours, another session's, or too old. */
  read(sessionId: string, value: string): string | undefined {
    const [payload = "", signature = "", ...more] = value.split(".");
    if (more.length > 0 || !this.#key.isSigned(`${sessionId} ${payload}`, signature)) return undefined;
    const kept = JSON.parse(Buffer.from(payload, "base64url").toString()) as {
      sentence: string;
      until: number;
    };
    return kept.until > this.#now() ? kept.sentence : undefined;
  }
}
