import { createHash, randomBytes } from "node:crypto";
import { isLoopbackHost } from "../../channels/direct-line/origins.ts";
import { readCookie } from "../../sign-in/cookies.ts";
import { deskCookieName, writeDeskCookie } from "./desk-cookies.ts";
import { isSameText } from "./desk-keys.ts";
import type { DeskSession } from "./desk-session.ts";
import { type Arrival, isLoopbackRequest } from "./loopback-request.ts";

/** When a link is given out. */
export interface LocalLinkOptions {
  /** Address the server listens on. */
  host: string;
  /** Whether people can sign in by OpenID Connect: then nobody needs the link. */
  hasSignIn: boolean;
  /** Whether `NODE_ENV` is `production`. */
  isProduction: boolean;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
}

/** How the use of a link ends; `elsewhere` leaves it as it was. */
export type LinkUse = { session: DeskSession; setCookie: string } | "elsewhere" | "used";

/** The way to the desk of a first run, before a provider is set up. */
export interface LocalLink {
  /** The line that tells of the link. For the terminal only, never for a log. */
  lineAt(url: string): string;
  /** Opens a session for the key of a link, once. */
  open(request: Arrival, key: string): LinkUse;
  /** The session of a request; `undefined` when it has none, or does not come from this machine. */
  read(request: Arrival): DeskSession | undefined;
  /** Ends the session. @returns The `Set-Cookie` header that deletes the cookie. */
  end(): string;
}

/** Path of the link. */
export const ENTER_PATH = "/desk/enter";
const LINK_LIFE_IN_MS = 15 * 60_000;
/** A working day. */
const SESSION_LIFE_IN_S = 8 * 3600;
const KEY_BYTES = 32;
/** There is no TLS on loopback; `isLoopbackRequest` keeps the cookie from being of use elsewhere. */
const PLACE = { isSecure: false };

/**
 * Creates the one-time link by which the desk is opened on a first run.
 *
 * Key and session live in the memory of this process only: a restart ends the session and makes a new link.
 *
 * @returns `undefined` in production, where a provider is set, and where other machines can reach the server.
 *
 * @example
 * ```ts
 * const link = createLocalLink({ host: "127.0.0.1", hasSignIn: false, isProduction: false });
 * link?.lineAt("http://127.0.0.1:3978"); // "Open http://127.0.0.1:3978/desk/enter?key=… to run the desk; …"
 * ```
 */
export function createLocalLink(options: LocalLinkOptions): LocalLink | undefined {
  const { host, hasSignIn, isProduction, now = Date.now } = options;
  if (isProduction || hasSignIn || !isLoopbackHost(host)) return undefined;
  const ends = now() + LINK_LIFE_IN_MS;
  let key: string | undefined = randomBytes(KEY_BYTES).toString("base64url");
  let kept: { secret: string; session: DeskSession } | undefined;
  return {
    lineAt: (url) =>
      key === undefined
        ? "The link to the desk was used; restart the bot for a new one."
        : `Open ${url}${ENTER_PATH}?key=${key} to run the desk; the link works once.`,
    open(request, shown) {
      if (!isLoopbackRequest(request)) return "elsewhere";
      if (key === undefined || now() >= ends || !isSameText(shown, key)) return "used";
      key = undefined;
      kept = createSession(now());
      const { secret } = kept;
      const setCookie = writeDeskCookie("session", { value: secret, lifeInS: SESSION_LIFE_IN_S, ...PLACE });
      return { session: kept.session, setCookie };
    },
    read(request) {
      if (kept === undefined || !isLoopbackRequest(request)) return undefined;
      const shown = readCookie(request.headers.cookie, deskCookieName("session", PLACE));
      const isOurs = shown !== undefined && isSameText(shown, kept.secret);
      return isOurs && now() / 1000 < kept.session.expires ? kept.session : undefined;
    },
    end() {
      kept = undefined;
      return writeDeskCookie("session", { value: "", lifeInS: 0, ...PLACE });
    },
  };
}

function createSession(now: number): { secret: string; session: DeskSession } {
  const secret = randomBytes(KEY_BYTES).toString("base64url");
  const session: DeskSession = {
    // The id goes into signatures and the audit log: it must not be what opens the session.
    id: createHash("sha256").update(secret).digest("base64url"),
    expires: Math.floor(now / 1000) + SESSION_LIFE_IN_S,
    actor: { id: "local", name: "", reader: "coordinator", via: "desk" },
    isLocal: true,
  };
  return { secret, session };
}
