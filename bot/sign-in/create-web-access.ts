import type { IncomingMessage } from "node:http";
import { clientAddress } from "../channels/direct-line/client-address.ts";
import type { BotConfig } from "../config.ts";
import type { Log } from "../log.ts";
import { createSignIn, type SignIn } from "./create-sign-in.ts";
import { createWebIdentity, type WebVisitors } from "./create-web-identity.ts";
import type { EndedSessionIds } from "./session-cookie.ts";

/** What the access of the web is built of. */
export interface WebAccessOptions {
  config: Pick<BotConfig, "oidc" | "proxyHops" | "publicUrl" | "siteTokenSecret">;
  /** Key of the web chat's tokens; those of the cookies are derived from it. */
  secret: string;
  log: Log;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
  /** Which sessions were ended, over all processes. @default those that were ended here */
  ended?: EndedSessionIds;
  /** Lets tests use a provider without TLS on this machine. @default {false} */
  allowsInsecureLoopback?: boolean;
}

/** Who web visitors are, and the routes by which they sign in. */
export type WebAccess = WebVisitors & SignIn;

/**
 * Puts together what tells who a web visitor is, as the settings say: tokens of hosting sites, and a sign-in where a
 * provider is set. Without one there are no routes, and nobody has a session.
 *
 * @param options See {@link WebAccessOptions}.
 *
 * @example
 * ```ts
 * const access = createWebAccess({ config, secret, log });
 * access.mount(server);
 * ```
 */
export function createWebAccess(options: WebAccessOptions): WebAccess {
  const { config, log, now } = options;
  const { oidc, proxyHops, publicUrl, siteTokenSecret } = config;
  const addressOf = (request: IncomingMessage) => clientAddress(request, { proxyHops });
  const signIn = oidc && publicUrl ? createSignIn({ ...options, oidc, publicUrl, addressOf }) : undefined;
  const readSession: SignIn["readSession"] = async (request) => await signIn?.readSession(request);
  return {
    ...createWebIdentity({ siteTokenSecret, publicUrl, readSession, log, now }),
    mount: (server) => signIn?.mount(server),
    readSession,
  };
}
