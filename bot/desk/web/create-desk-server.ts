import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { describeError, type Log } from "../../log.ts";
import type { Session } from "../../sign-in/session-cookie.ts";
import type { AuditLog } from "../audit/audit-log.ts";
import { answerVisit, type VisitParts } from "./answer-visit.ts";
import { CsrfTokens } from "./csrf-tokens.ts";
import { readDeskAssets } from "./desk-assets.ts";
import { DeskEntries } from "./desk-entries.ts";
import { createDeskLimits } from "./desk-limits.ts";
import { sendDeskReply } from "./desk-reply.ts";
import { createDeskRouter } from "./desk-router.ts";
import type { DeskSection } from "./desk-section.ts";
import { createDeskShell } from "./desk-shell.ts";
import { type DeskRequest, type DeskVisit, readVisit } from "./desk-visit.ts";
import { DoneSentences } from "./done-sentences.ts";
import type { LocalLink } from "./local-link.ts";

/** What the desk on the web is made of. */
export interface DeskServerOptions {
  /** In the order of the navigation. */
  sections: readonly DeskSection[];
  /** Session of the sign-in by OpenID Connect. */
  readSession: (request: Pick<IncomingMessage, "headers">) => Promise<Session | undefined>;
  /** Whether there is such a sign-in: then people without a session are sent there. */
  hasSignIn: boolean;
  /** The first-run link, where one was given out. @default {none} */
  localLink?: LocalLink | undefined;
  /** Origin under which people reach the bot. */
  publicUrl?: string | undefined;
  audit: AuditLog;
  log: Log;
  /** Keys of the forms are derived from it; at least 32 characters. */
  secret: string;
  /** Network address of a caller, for the limits. */
  addressOf: (request: IncomingMessage) => string;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: (() => number) | undefined;
}

/** Answers a request; throws nothing. */
type Serve = (request: DeskRequest, response: ServerResponse) => Promise<void>;

/** As much of the server as the desk needs; bodies of forms must have been read. */
export type DeskTarget = Record<(typeof METHODS)[number], (path: string, serve: Serve) => unknown>;

/** All methods, because the desk says itself which ones an address does not take. */
const METHODS = ["get", "head", "post", "put", "patch", "del", "opts"] as const;

/**
 * Creates the desk on the web: pages that the server writes, for coordinators only.
 *
 * @param options See {@link DeskServerOptions}.
 * @returns `mount` adds `/desk` and everything below it.
 * @throws {RangeError} If the secret is too short, or a section's path is not its own.
 *
 * @example
 * ```ts
 * const desk = createDeskServer({ sections: [faq], readSession: access.readSession, hasSignIn: true, … });
 * desk.mount(server);
 * ```
 */
export function createDeskServer(options: DeskServerOptions): { mount(server: DeskTarget): void } {
  const parts = createParts(options);
  const serve: Serve = async (request, response) => {
    const visit = readVisit(request, options);
    const reply = await answerSafely(visit, parts);
    const { languageCookie } = visit;
    const cookies = [...(reply.cookies ?? []), ...(languageCookie ? [languageCookie] : [])];
    sendDeskReply(response, { ...reply, cookies });
  };
  return {
    mount(server) {
      for (const method of METHODS) {
        server[method]("/desk", serve);
        server[method]("/desk/*", serve);
      }
    },
  };
}

function createParts(options: DeskServerOptions): VisitParts {
  const { sections, secret, log, now, audit } = options;
  const clock = now === undefined ? {} : { now };
  const csrf = new CsrfTokens(secret);
  const assets = readDeskAssets();
  return {
    ...options,
    csrf,
    assets,
    shell: createDeskShell({ sections, assetsUrl: assets.url, csrf, log }),
    sentences: new DoneSentences(secret, clock),
    entries: new DeskEntries(audit, clock),
    limits: createDeskLimits(clock),
    findRoute: createDeskRouter(sections),
  };
}

/** Whatever is thrown is logged under an id, which the page shows. */
async function answerSafely(visit: DeskVisit, parts: VisitParts) {
  try {
    return await answerVisit(visit, parts);
  } catch (error) {
    const id = randomUUID().slice(0, 8);
    parts.log.error("desk.failed", { id, path: visit.path, ...describeError(error) });
    return parts.shell.problem(visit, "failed", { id });
  }
}
