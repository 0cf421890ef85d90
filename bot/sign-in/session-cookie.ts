import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { READERS, type Reader } from "../../knowledge/languages.ts";
import { CookieSeal } from "./cookie-seal.ts";
import { readCookie, writeCookie } from "./cookies.ts";

/** Who has signed in: a rank, and nothing of the person. */
export interface Session {
  reader: Reader;
  /** End of the session, in seconds since 1970. */
  expires: number;
  /** Random, the same through the session. */
  id: string;
}

/** Longest session, in seconds: a working day. */
export const MAX_SESSION_IN_S = 8 * 3600;

const NAME = "__Host-sivuvirta-session";

/** Sessions of the bot's own sign-in. The browser keeps them; the server keeps only which ones were ended. */
export class SessionCookie {
  readonly #seal: CookieSeal;
  readonly #now: () => number;
  /** Ids of ended sessions with the second of their natural end, after which their cookies open no more. */
  readonly #ended = new Map<string, number>();

  /** @param secret See {@link CookieSeal}, which also says what is thrown. */
  constructor(secret: string, options: { now?: () => number } = {}) {
    this.#seal = new CookieSeal(secret, { purpose: "session", ...options });
    this.#now = options.now ?? Date.now;
  }

  /**
   * Begins a session under a new id.
   *
   * @param reader Rank of the person.
   * @param until Second since 1970 up to which the provider vouches for the rank; the session ends then or after
   * {@link MAX_SESSION_IN_S}, whichever is first.
   * @returns The `Set-Cookie` header and the session.
   */
  async create(reader: Reader, until: number): Promise<{ setCookie: string; session: Session }> {
    const now = Math.floor(this.#now() / 1000);
    const expires = Math.min(Math.floor(until), now + MAX_SESSION_IN_S);
    const session = { reader, expires, id: randomBytes(16).toString("base64url") };
    const value = await this.#seal.seal({ reader, jti: session.id }, expires);
    return { session, setCookie: writeCookie(NAME, { value, lifeInS: Math.max(0, expires - now) }) };
  }

  /** The session whose cookie a request carries; `undefined` when there is none, or it is over or ended. */
  async read(request: Pick<IncomingMessage, "headers">): Promise<Session | undefined> {
    const value = readCookie(request.headers.cookie, NAME);
    const payload = value === undefined ? undefined : await this.#seal.open(value);
    const reader = READERS.find((rank) => rank === payload?.reader);
    const { jti: id, exp: expires } = payload ?? {};
    if (!reader || !id || !expires || this.#ended.has(id)) return undefined;
    return { reader, expires, id };
  }

  /**
   * Ends a session: copies of its cookie are worth nothing from now on, as long as this process lives.
   *
   * @param session Absent: there is nothing to end.
   * @returns The `Set-Cookie` header that deletes the cookie.
   */
  end(session: Session | undefined): string {
    const now = this.#now() / 1000;
    for (const [id, expires] of this.#ended) if (expires <= now) this.#ended.delete(id);
    if (session) this.#ended.set(session.id, session.expires);
    return writeCookie(NAME, { value: "", lifeInS: 0 });
  }
}
