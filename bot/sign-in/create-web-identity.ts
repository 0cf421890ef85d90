import type { IncomingMessage } from "node:http";
import { HttpProblem } from "../channels/http.ts";
import type { Log } from "../log.ts";
import { isFromOwnPage } from "./own-page.ts";
import { readSiteToken, type SiteVisitor } from "./read-site-token.ts";
import type { Session } from "./session-cookie.ts";

/** Where the rank of a web visitor may come from. */
export interface WebIdentityOptions {
  /** Key of the tokens of hosting sites; absent: every such token is refused. */
  siteTokenSecret?: string;
  /** Origin under which people reach the bot; absent: nobody is known by a session. */
  publicUrl?: string;
  /** Session of the bot's own sign-in; absent: there is no sign-in. */
  readSession?: (request: IncomingMessage) => Promise<Session | undefined>;
  log: Log;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
}

/** Tells who a visitor of the web chat is. */
export interface WebVisitors {
  /**
   * Rank of a visitor, and until when it holds.
   *
   * @param request Asks for a token of the chat.
   * @param identity Token of the hosting site, if the page gave one; it goes before a session.
   * @returns `undefined` for a visitor of whom nothing is known: that is the public.
   * @throws {HttpProblem} 403 `BadIdentity` when `identity` is given and not valid.
   */
  identify(request: IncomingMessage, identity: string | undefined): Promise<SiteVisitor | undefined>;
}

/**
 * Creates what tells who a visitor is: by a token of the hosting site, else by the session of the bot's own sign-in,
 * which counts only on the bot's own page.
 *
 * @param options See {@link WebIdentityOptions}.
 *
 * @example
 * ```ts
 * const { identify } = createWebIdentity({ siteTokenSecret, publicUrl, readSession: signIn?.readSession, log });
 * await identify(request, undefined); // { reader: "member", expires: 1785… }
 * ```
 */
export function createWebIdentity(options: WebIdentityOptions): WebVisitors {
  const { siteTokenSecret: secret, publicUrl, readSession, log, now } = options;
  return {
    async identify(request, identity) {
      if (identity === undefined) {
        if (!isFromOwnPage(request.headers, publicUrl)) return undefined;
        const session = await readSession?.(request);
        return session && { reader: session.reader, expires: session.expires };
      }
      try {
        return await readSiteToken(identity, { secret, pageOrigin: request.headers.origin, now });
      } catch (error) {
        if (error instanceof HttpProblem) log.warn("identity.refused", { reason: error.message });
        throw error;
      }
    },
  };
}
