import { createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";

/** Longest token that is made or looked at, in characters; a longer address does not pass every proxy. */
export const MAX_TOKEN_CHARS = 6000;

/** Parts the keys of links from others that are made from the same secret. */
const KEY_LABEL = "sivuvirta signed links v1";
const MIN_SECRET_CHARS = 32;
/** More is never unpacked, in bytes. */
const MAX_UNPACKED_BYTES = 256 * 1024;

/** What is signed; short names, because it stands in an address. */
const envelopeSchema = z.strictObject({
  /** Kind of the payload. */
  k: z.string(),
  /** End of its life, in seconds since 1970. */
  e: z.number().int(),
  /** The payload, not checked yet. */
  p: z.unknown(),
});

/** What the caller of `sign` decides. */
export interface SignOptions {
  /** What the payload is; a token of one kind is no token of another. */
  kind: string;
  /** Life of the token, in seconds. */
  expiresInS: number;
}

/** Outcome of `verify`; the payload is ours but its form is not checked. */
export type LinkVerdict = { payload: unknown } | { failure: "expired" | "invalid" };

/** Signs what stands in addresses, with HMAC-SHA256: anybody can read it, nobody can change it. */
export class LinkSigner {
  readonly #key: KeyObject;
  readonly #now: () => number;

  /**
   * @param secret At least 32 characters; a key of its own is derived from it.
   * @param options.now Clock, in milliseconds since 1970. @default {Date.now}
   * @throws {RangeError} If the secret is too short.
   */
  constructor(secret: string, options: { now?: () => number } = {}) {
    if (secret.length < MIN_SECRET_CHARS) {
      throw new RangeError(`Cannot sign links: the secret has under ${MIN_SECRET_CHARS} characters`);
    }
    const key = hkdfSync("sha256", secret, "", KEY_LABEL, 32);
    this.#key = createSecretKey(Buffer.from(key));
    this.#now = options.now ?? Date.now;
  }

  /**
   * Packs and signs a payload.
   *
   * @param payload Any JSON value.
   * @param options See {@link SignOptions}.
   * @returns A token of letters, digits, `-`, `_` and one `.`.
   * @throws {RangeError} If the token would be too long for an address.
   */
  sign(payload: unknown, options: SignOptions): string {
    const e = Math.floor(this.#now() / 1000) + options.expiresInS;
    const envelope = JSON.stringify({ k: options.kind, e, p: payload });
    const body = deflateRawSync(envelope, { level: 9 }).toString("base64url");
    const token = `${body}.${this.#mac(body)}`;
    if (token.length > MAX_TOKEN_CHARS) {
      throw new RangeError(`Cannot sign a link: it would have over ${MAX_TOKEN_CHARS} characters`);
    }
    return token;
  }

  /**
   * Checks signature, kind and age, in this order.
   *
   * @param token Whatever came with the address.
   * @param kind The kind that is wanted.
   */
  verify(token: string, kind: string): LinkVerdict {
    const body = token.length <= MAX_TOKEN_CHARS ? this.#signedBody(token) : undefined;
    const envelope = body === undefined ? undefined : unpack(body);
    if (!envelope || envelope.k !== kind) return { failure: "invalid" };
    return envelope.e * 1000 <= this.#now() ? { failure: "expired" } : { payload: envelope.p };
  }

  /** The part before the signature if that is ours. */
  #signedBody(token: string): string | undefined {
    const [body = "", signature = "", ...more] = token.split(".");
    if (more.length > 0) return undefined;
    const given = Buffer.from(signature, "utf8");
    const wanted = Buffer.from(this.#mac(body), "utf8");
    return given.length === wanted.length && timingSafeEqual(given, wanted) ? body : undefined;
  }

  #mac(text: string): string {
    return createHmac("sha256", this.#key).update(text).digest("base64url");
  }
}

/** Reads only what was signed before, so a failure means an older form of ours. */
function unpack(body: string): z.output<typeof envelopeSchema> | undefined {
  try {
    const limits = { maxOutputLength: MAX_UNPACKED_BYTES };
    const text = inflateRawSync(Buffer.from(body, "base64url"), limits).toString("utf8");
    return envelopeSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
