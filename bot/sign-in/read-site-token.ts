import type { JWTPayload } from "jose";
import { JOSEError, JWTClaimValidationFailed, JWTExpired } from "jose/errors";
import { jwtVerify } from "jose/jwt/verify";
import { READERS, type Reader } from "../../knowledge/languages.ts";
import { HttpProblem } from "../channels/http.ts";

/** What a hosting site says of its visitor. */
export interface SiteVisitor {
  reader: Reader;
  /** When that ends, in seconds since 1970. */
  expires: number;
}

/** What a token is checked against. */
export interface SiteTokenOptions {
  /** Key shared with the hosting site; absent: no site may say who its visitor is. */
  secret?: string;
  /** `Origin` header of the request, if any. */
  pageOrigin?: string;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
}

/** `aud` of every token. */
export const SITE_TOKEN_AUDIENCE = "sivuvirta";
/** Longest token that is looked at, in characters. */
export const MAX_SITE_TOKEN_CHARS = 8192;
/** How far ahead `exp` may lie, in seconds. */
const MAX_LIFE_IN_S = 24 * 3600;
/** How much the site's clock may differ from ours, in seconds. */
const CLOCK_TOLERANCE_IN_S = 30;

/**
 * Reads a token by which a hosting site vouches for its visitor: a JWT signed with HS256 and the shared secret.
 *
 * @param token Whatever the page gave.
 * @param options See {@link SiteTokenOptions}.
 * @throws {HttpProblem} 403 `BadIdentity` when there is no secret, the signature is not right, or a claim is missing
 * or wrong. A claim is named only when the signature is right.
 *
 * @example
 * ```ts
 * await readSiteToken(token, { secret, pageOrigin: "https://www.example.fi" }); // { reader: "member", expires: 1785… }
 * ```
 */
export async function readSiteToken(token: string, options: SiteTokenOptions): Promise<SiteVisitor> {
  if (options.secret === undefined) {
    throw badIdentity("this service takes no tokens of other sites: set SITE_TOKEN_SECRET, or leave it out");
  }
  const now = (options.now ?? Date.now)();
  const claims = await verify(token, { secret: options.secret, now });
  const latest = now / 1000 + CLOCK_TOLERANCE_IN_S;
  const { exp = 0, iat = 0, sub, origin, role } = claims;
  if (iat > latest) throw badIdentity('its "iat" lies in the future: set the clock of the site');
  if (exp > latest + MAX_LIFE_IN_S) throw badIdentity('its "exp" must be at most 24 hours ahead');
  if (sub !== undefined && typeof sub !== "string") throw badIdentity('its "sub" must be a text');
  if (origin !== undefined && origin !== options.pageOrigin) {
    throw badIdentity('its "origin" must be that of the page which calls, or be left out');
  }
  const reader = READERS.find((rank) => rank === role);
  if (!reader) throw badIdentity(`its "role" must be one of ${READERS.join(", ")}`);
  return { reader, expires: Math.floor(exp) };
}

async function verify(token: string, { secret, now }: { secret: string; now: number }): Promise<JWTPayload> {
  if (token.length > MAX_SITE_TOKEN_CHARS) {
    throw badIdentity(`it must have at most ${MAX_SITE_TOKEN_CHARS} characters`);
  }
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ["HS256"],
      audience: SITE_TOKEN_AUDIENCE,
      requiredClaims: ["exp", "iat"],
      clockTolerance: CLOCK_TOLERANCE_IN_S,
      currentDate: new Date(now),
    });
    return payload;
  } catch (error) {
    if (error instanceof JWTExpired) {
      throw badIdentity("it has expired: ask the site for a new one");
    }
    if (error instanceof JWTClaimValidationFailed) {
      throw badIdentity(`its "${error.claim}" is missing or wrong`);
    }
    if (error instanceof JOSEError) {
      throw badIdentity("it is no JWT signed with HS256 and the shared secret");
    }
    throw error;
  }
}

function badIdentity(reason: string): HttpProblem {
  return new HttpProblem(403, {
    code: "BadIdentity",
    message: `The identity token of the visitor is refused: ${reason}`,
  });
}
