import { createHmac, createSecretKey, type KeyObject, randomUUID, timingSafeEqual } from "node:crypto";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { READERS } from "../../../knowledge/languages.ts";

/** Life of a token, in seconds; directlinejs refreshes after half of it and cannot be told otherwise. */
export const TOKEN_LIFE_IN_SECONDS = 1800;
/** How long a ticket opens a WebSocket, in seconds. */
export const TICKET_LIFE_IN_SECONDS = 60;

/** A token that lives longer was made while the clock was wrong; an hour of summer time is none of it. */
const MAX_LIFE_IN_MS = TOKEN_LIFE_IN_SECONDS * 1000 + 86_400_000;

const HEADER = encode({ alg: "HS256", typ: "JWT" });
const MAX_TOKEN_CHARS = 4096;
/** Checked tokens that are remembered: a client shows the same one with each call. */
const MAX_REMEMBERED = 5000;

const claimsSchema = z.object({
  /** `token` opens the REST calls, `ticket` one WebSocket. */
  use: z.enum(["token", "ticket"]),
  user: z.string().min(1),
  conversation: z.string().min(1),
  /** Page the token was made for; absent for clients that send no origin. */
  origin: z.string().optional(),
  /** Pages to which the server that asked for the token confined it. */
  origins: z.array(z.string()).optional(),
  /** Names the connection that the token came with; absent until the conversation has begun. */
  connection: z.string().optional(),
  /** Rank of the person, while `readerUntil` lies ahead. */
  reader: z.enum(READERS).optional(),
  /** Seconds since 1970. */
  readerUntil: z.number().int().optional(),
  /** Ticket only: the newest activity the client has. */
  watermark: z.number().int().min(0).optional(),
  /** Differs between any two tokens. */
  jti: z.string(),
  /** Seconds since 1970. */
  exp: z.number(),
});

/** What a token says; believed only after `verify`. */
export type Claims = z.output<typeof claimsSchema>;

/** What the caller of `sign` decides. */
export type NewClaims = Omit<Claims, "jti" | "exp">;

/** Outcome of `verify`; both failures are told apart only in the log. */
export type Verdict = { claims: Readonly<Claims> } | { failure: "expired" | "invalid" };

/**
 * Signs and checks the web chat's tokens: JWTs with HMAC-SHA256, readable by nobody else's key.
 *
 * The algorithm is fixed: a token that names another one does not even have the right first part.
 */
export class TokenSigner {
  readonly #key: KeyObject;
  readonly #now: () => number;
  /** Claims of tokens whose signature was found right, by the token. */
  readonly #remembered = new LRUCache<string, Claims>({ max: MAX_REMEMBERED });

  /**
   * @param secret At least 32 characters.
   * @param options.now Clock, in milliseconds since 1970. @default {Date.now}
   * @throws {RangeError} If the secret is too short.
   */
  constructor(secret: string, options: { now?: () => number } = {}) {
    if (secret.length < 32) throw new RangeError("Cannot sign tokens: the secret has under 32 characters");
    this.#key = createSecretKey(Buffer.from(secret, "utf8"));
    this.#now = options.now ?? Date.now;
  }

  /** Makes a token that lives 30 minutes, or a ticket that lives 60 seconds. */
  sign(claims: NewClaims): string {
    const life = claims.use === "token" ? TOKEN_LIFE_IN_SECONDS : TICKET_LIFE_IN_SECONDS;
    const exp = Math.floor(this.#now() / 1000) + life;
    const body = `${HEADER}.${encode({ ...claims, jti: randomUUID(), exp })}`;
    return `${body}.${this.#mac(body).toString("base64url")}`;
  }

  /** Checks signature, purpose and age, in this order. */
  verify(token: string, use: Claims["use"]): Verdict {
    if (token.length > MAX_TOKEN_CHARS) return { failure: "invalid" };
    const claims = this.#remembered.get(token) ?? this.#read(token);
    if (claims?.use !== use) return { failure: "invalid" };
    const lifeInMs = claims.exp * 1000 - this.#now();
    if (lifeInMs <= 0 || lifeInMs > MAX_LIFE_IN_MS) return { failure: "expired" };
    if (use === "token") this.#remembered.set(token, claims);
    return { claims };
  }

  /** The claims of a token whose signature is right. */
  #read(token: string): Claims | undefined {
    const [header, payload, signature, ...rest] = token.split(".");
    if (header !== HEADER || !payload || !signature || rest.length > 0) return undefined;
    const given = Buffer.from(signature, "base64url");
    const wanted = this.#mac(`${header}.${payload}`);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
    return claimsSchema.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))).data;
  }

  #mac(text: string): Buffer {
    return createHmac("sha256", this.#key).update(text).digest();
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
}
