import type { Request } from "restify";
import type { Reader } from "../../../knowledge/languages.ts";
import { HttpProblem } from "../http.ts";
import type { Claims } from "./token.ts";

/** The rank of a visitor whom the hosting site or our own sign-in knows. */
export interface WebIdentity {
  reader: Reader;
  /** Seconds since 1970 when the role ends. */
  expires: number;
}

/**
 * Tells who is behind a request for a token.
 *
 * In: the request, and what its page gave as `identity`. Out: the visitor's rank, or `undefined` for somebody
 * nobody vouches for, who is public.
 *
 * @throws {HttpProblem} When an identity was given that is not valid; it becomes the answer.
 */
export type Identify = (request: Request, identity: string | undefined) => Promise<WebIdentity | undefined>;

/** The two claims of a token that carry a rank; both or none. */
export type RankClaims = Pick<Claims, "reader" | "readerUntil">;

/**
 * Asks who is behind a request and puts the answer in the form a token carries.
 *
 * @param options.identity What the page gave; absent: it gave none.
 * @param options.identify Absent: nobody is more than public here.
 * @returns No claims for the public.
 * @throws {HttpProblem} 403 `BadIdentity` for an identity that nobody vouches for. It must not turn into the public in
 * silence: the page would believe its visitor to be known.
 */
export async function readRank(
  request: Request,
  options: { identity: string | undefined; identify: Identify | undefined },
): Promise<RankClaims> {
  const { identity, identify } = options;
  const known = await identify?.(request, identity);
  if (known) return { reader: known.reader, readerUntil: Math.floor(known.expires) };
  if (identity === undefined) return {};
  throw new HttpProblem(403, {
    code: "BadIdentity",
    message: identify
      ? "The identity is not valid: sign a new one on the site that hosts the chat, or send none"
      : "This server takes no identities: set SITE_TOKEN_SECRET, or send none",
  });
}

/**
 * The rank of the person behind a token at a moment.
 *
 * @param options.now Milliseconds since 1970.
 * @returns `public` for a token without a rank, and for one whose rank has ended.
 *
 * @example
 * ```ts
 * readerOfClaims({ reader: "member", readerUntil: 100 }, { now: 99_999 }); // "member"
 * readerOfClaims({ reader: "member", readerUntil: 100 }, { now: 100_000 }); // "public"
 * ```
 */
export function readerOfClaims(claims: RankClaims, options: { now: number }): Reader {
  const { reader, readerUntil = 0 } = claims;
  return reader !== undefined && readerUntil * 1000 > options.now ? reader : "public";
}
