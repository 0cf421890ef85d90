import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { JWTPayload } from "jose";
import { READERS, type Reader } from "../../knowledge/languages.ts";
import { CookieSeal } from "./cookie-seal.ts";
import { readCookie, writeCookie } from "./cookies.ts";
import type { SessionPerson } from "./person-of-claims.ts";

/** Who has signed in: a rank, and of the person only what the log of the desk must tell. */
export interface Session extends SessionPerson {
  reader: Reader;
  /** End of the session, in seconds since 1970. */
  expires: number;
  /** Random, the same through the session. */
  id: string;
}

/** Longest session, in seconds: a working day. */
export const MAX_SESSION_IN_S = 8 * 3600;

const NAME = "__Host-sivuvirta-session";

/** Keeps which sessions were ended before their time. */
export interface EndedSessionIds {
  has(id: string): Promise<boolean>;
  /** @param expires Second since 1970 after which the id need not be kept. */
  add(id: string, expires: number): Promise<void>;
}

/** Choices of {@link SessionCookie}. */
export interface SessionCookieOptions {
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: (() => number) | undefined;
  /** Shared by all processes that serve the same people. @default kept by this object alone */
  ended?: EndedSessionIds | undefined;
}

/** Sessions of the bot's own sign-in. The browser keeps them; the server keeps only which ones were ended. */
export class SessionCookie {
  readonly #seal: CookieSeal;
  readonly #now: () => number;
  readonly #ended: EndedSessionIds;

  /** @param secret See {@link CookieSeal}, which also says what is thrown. */
  constructor(secret: string, { now = Date.now, ended = createOwnIds(now) }: SessionCookieOptions = {}) {
    this.#seal = new CookieSeal(secret, { purpose: "session", now });
    this.#now = now;
    this.#ended = ended;
  }

  /**
   * Begins a session under a new id.
   *
   * @param reader Rank of the person.
   * @param options.until Second since 1970 up to which the provider vouches for the rank; the session ends then or
   * after {@link MAX_SESSION_IN_S}, whichever is first.
   * @param options.person Who it is, as `personOfClaims` gives it. @default nothing is kept of the person
   * @returns The `Set-Cookie` header and the session.
   */
  async create(
    reader: Reader,
    { until, person = {} }: { until: number; person?: SessionPerson },
  ): Promise<{ setCookie: string; session: Session }> {
    const now = Math.floor(this.#now() / 1000);
    const expires = Math.min(Math.floor(until), now + MAX_SESSION_IN_S);
    const session = { reader, expires, id: randomBytes(16).toString("base64url"), ...person };
    const value = await this.#seal.seal({ reader, jti: session.id, ...payloadOf(person) }, expires);
    return { session, setCookie: writeCookie(NAME, { value, lifeInS: Math.max(0, expires - now) }) };
  }

  /** The session whose cookie a request carries; `undefined` when there is none, or it is over or ended. */
  async read(request: Pick<IncomingMessage, "headers">): Promise<Session | undefined> {
    const value = readCookie(request.headers.cookie, NAME);
    const payload = value === undefined ? undefined : await this.#seal.open(value);
    const reader = READERS.find((rank) => rank === payload?.reader);
    const { jti: id, exp: expires } = payload ?? {};
    if (!reader || !id || !expires || (await this.#ended.has(id))) return undefined;
    return { reader, expires, id, ...personOf(payload) };
  }

  /**
   * Ends a session: copies of its cookie are worth nothing from now on.
   *
   * @param session Absent: there is nothing to end.
   * @returns The `Set-Cookie` header that deletes the cookie.
   */
  async end(session: Session | undefined): Promise<string> {
    if (session) await this.#ended.add(session.id, session.expires);
    return writeCookie(NAME, { value: "", lifeInS: 0 });
  }
}

function createOwnIds(now: () => number): EndedSessionIds {
  const ended = new Map<string, number>();
  return {
    has: async (id) => ended.has(id),
    add: async (id, expires) => {
      for (const [other, end] of ended) if (end <= now() / 1000) ended.delete(other);
      ended.set(id, expires);
    },
  };
}

function payloadOf({ subject, name }: SessionPerson): { sub?: string; name?: string } {
  return { ...(subject === undefined ? {} : { sub: subject }), ...(name === undefined ? {} : { name }) };
}

/** Cookies of sessions that began before persons were kept hold none; they count until they end. */
function personOf(payload: JWTPayload | undefined): SessionPerson {
  const { sub: subject, name } = payload ?? {};
  return {
    ...(typeof subject === "string" ? { subject } : {}),
    ...(typeof name === "string" ? { name } : {}),
  };
}
