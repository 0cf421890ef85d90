import type { IncomingMessage, ServerResponse } from "node:http";
import { createRateLimit, type RateLimit } from "../channels/direct-line/rate-limit.ts";
import type { OidcConfig } from "../config.ts";
import type { Log } from "../log.ts";
import { FlowCookie } from "./flow-cookie.ts";
import { OidcProvider } from "./oidc-provider.ts";
import { type EndedSessionIds, type Session, SessionCookie } from "./session-cookie.ts";
import type { SignInParts } from "./sign-in-parts.ts";
import { sendProblem } from "./sign-in-problem-page.ts";
import { beginSignIn, finishSignIn } from "./sign-in-routes.ts";
import { signOut, tellStatus } from "./sign-out-routes.ts";

/** What the sign-in works with. */
export interface SignInOptions {
  oidc: OidcConfig;
  /** Origin under which people reach the bot, with TLS; the provider sends them back to `/sign-in/callback` there. */
  publicUrl: string;
  /** Keys of the cookies are derived from it; at least 32 characters. */
  secret: string;
  log: Log;
  /** Network address of a caller, for the limits. @default {that of the connection} */
  addressOf?: (request: IncomingMessage) => string;
  /** Lets tests use a provider without TLS on this machine. @default {false} */
  allowsInsecureLoopback?: boolean;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
  /** Which sessions were ended, over all processes. @default those that were ended here */
  ended?: EndedSessionIds;
}

/** Answers a request; throws nothing. */
type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** As much of the server as the routes need. */
export interface RouteTarget {
  get(path: string, route: Route): unknown;
  post(path: string, route: Route): unknown;
}

/** The sign-in of the bot's own pages. */
export interface SignIn {
  /** Adds `/sign-in`, `/sign-in/callback`, `/sign-in/status` and `/sign-out`. */
  mount(server: RouteTarget): void;
  /**
   * Who sent a request, for pages that the server writes.
   *
   * A request that changes something needs a check of its own that one of our pages sent it.
   *
   * @returns `undefined` when the person has not signed in, has signed out, or the session is over.
   */
  readSession(request: Pick<IncomingMessage, "headers">): Promise<Session | undefined>;
}

/** Calls per address and minute; whole companies may share one address. */
const ROUTE_CALLS_PER_MINUTE = 60;
/** The page asks for the status each time it is opened. */
const STATUS_CALLS_PER_MINUTE = 600;

/**
 * Creates the sign-in by OpenID Connect. The provider is first asked when somebody signs in.
 *
 * @param options See {@link SignInOptions}.
 * @throws {RangeError} If the secret is too short.
 *
 * @example
 * ```ts
 * const signIn = createSignIn({ oidc: config.oidc, publicUrl: config.publicUrl, secret, log });
 * signIn.mount(server);
 * await signIn.readSession(request); // { reader: "member", expires: 1785…, id: "…" }; of coordinators also who
 * ```
 */
export function createSignIn(options: SignInOptions): SignIn {
  const { secret, publicUrl, now, ended } = options;
  const sessions = new SessionCookie(secret, { now, ended });
  const provider = new OidcProvider({ ...options, redirectUri: `${publicUrl}/sign-in/callback` });
  const parts: SignInParts = { ...options, provider, sessions, flows: new FlowCookie(secret, { now }) };
  const perMinute = createRateLimit(ROUTE_CALLS_PER_MINUTE, { now });
  const statusPerMinute = createRateLimit(STATUS_CALLS_PER_MINUTE, { now });
  return {
    mount(server) {
      const limited = limiter(options);
      server.get(
        "/sign-in",
        limited(perMinute, (...exchange) => beginSignIn(...exchange, parts)),
      );
      server.get(
        "/sign-in/callback",
        limited(perMinute, (...exchange) => finishSignIn(...exchange, parts)),
      );
      server.get(
        "/sign-in/status",
        limited(statusPerMinute, (...exchange) => tellStatus(...exchange, parts)),
      );
      const leave = limited(perMinute, (...exchange) => signOut(...exchange, parts));
      server.get("/sign-out", leave);
      server.post("/sign-out", leave);
    },
    readSession: (request) => sessions.read(request),
  };
}

/** Puts a limit before a route, and turns whatever the route throws into a page. */
function limiter({ log, addressOf = addressOfConnection }: SignInOptions) {
  return (isWithinLimit: RateLimit, route: Route): Route =>
    async (request, response) => {
      response.setHeader("Cache-Control", "no-store");
      try {
        if (isWithinLimit(addressOf(request))) await route(request, response);
        else sendProblem(request, response, { problem: "busy", headers: { "Retry-After": "60" } });
      } catch (error) {
        if (!response.headersSent) sendProblem(request, response, { problem: "failed", error, log });
      }
    };
}

function addressOfConnection(request: IncomingMessage): string {
  return request.socket.remoteAddress ?? "";
}
