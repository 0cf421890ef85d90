import type { Actor } from "../../../../bot/desk/actor.ts";
import { createDeskServer, type DeskServerOptions } from "../../../../bot/desk/web/create-desk-server.ts";
import type { DeskExchange } from "../../../../bot/desk/web/desk-section.ts";
import { createLocalLink, type LocalLink } from "../../../../bot/desk/web/local-link.ts";
import { createLog } from "../../../../bot/log.ts";
import { createBotServer, httpServerOf } from "../../../../bot/server.ts";
import type { SessionPerson } from "../../../../bot/sign-in/person-of-claims.ts";
import { SessionCookie } from "../../../../bot/sign-in/session-cookie.ts";
import type { Reader } from "../../../../knowledge/languages.ts";
import { createDeskBase, type TestDeskBase } from "../../../support/desk-base.ts";
import { type OpenOptions, type Seen, sendRaw } from "./raw-request.ts";
import { sampleSection } from "./sample-section.ts";

/** Where people reach the bot of the tests; TLS ends before it. */
export const PUBLIC_URL = "https://chat.example.fi";
export const SECRET = "a secret of the tests, long enough";

/** A running server with the desk and a sample section. */
export interface DeskOfTest {
  base: TestDeskBase;
  url: string;
  port: number;
  lines: string[];
  link: LocalLink | undefined;
  /** What the sample section was asked. */
  exchanges: DeskExchange[];
  /** Cookie of a signed-in person. */
  cookieOf(reader: Reader, options?: { person?: SessionPerson; lifeInS?: number }): Promise<string>;
  open(path: string, options?: OpenOptions): Promise<Seen>;
  /** Sends a form as a page of the desk does. */
  send(path: string, options: OpenOptions): Promise<Seen>;
  /** The token of the forms that a person with this cookie gets. */
  csrfOf(cookie: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts the real server with the desk.
 *
 * @param options.isProduction Whether a first-run link may be given out. @default {false}
 * @param options.listensOn What the link takes for the address of the server. @default {"127.0.0.1"}
 */
export async function startDesk(
  options: Partial<DeskServerOptions> & { isProduction?: boolean; listensOn?: string } = {},
): Promise<DeskOfTest> {
  const { isProduction = false, listensOn: host = "127.0.0.1", hasSignIn = true, ...rest } = options;
  const base = createDeskBase();
  const { now, audit } = base;
  const lines: string[] = [];
  const exchanges: DeskExchange[] = [];
  const log = createLog({ write: (line) => lines.push(line), level: "debug" });
  const sessions = new SessionCookie(SECRET, { now });
  const link = createLocalLink({ host, hasSignIn, isProduction, now });
  const desk = createDeskServer({
    sections: [sampleSection((exchange) => exchanges.push(exchange))],
    readSession: (request) => sessions.read(request),
    hasSignIn,
    localLink: link,
    publicUrl: hasSignIn ? PUBLIC_URL : undefined,
    audit,
    log,
    secret: SECRET,
    addressOf: (request) => String(request.headers["x-test-address"] ?? "10.0.0.1"),
    now,
    ...rest,
  });
  const server = createBotServer({ mounts: [desk.mount], isReady: () => ({ ready: true }), log });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = httpServerOf(server).address();
  const port = typeof address === "object" && address ? address.port : 0;
  const ownHost = hasSignIn ? new URL(PUBLIC_URL).host : `127.0.0.1:${port}`;
  const ownOrigin = hasSignIn ? PUBLIC_URL : `http://${ownHost}`;
  const open = (path: string, wanted: OpenOptions = {}) => sendRaw(port, path, { host: ownHost, ...wanted });
  const csrfOf = async (cookie: string) => {
    const { text } = await open("/desk/sample", { cookie });
    return /name="csrf" value="([^"]*)"/.exec(text)?.[1] ?? "";
  };
  return {
    base,
    url: `http://127.0.0.1:${port}`,
    port,
    lines,
    link,
    exchanges,
    async cookieOf(reader, { person, lifeInS = 600 } = {}) {
      const { setCookie } = await sessions.create(reader, { until: now() / 1000 + lifeInS, person });
      return setCookie.split(";")[0] ?? "";
    },
    open,
    send: (path, wanted) =>
      open(path, {
        method: "POST",
        ...wanted,
        headers: {
          origin: ownOrigin,
          "sec-fetch-site": "same-origin",
          "content-type": "application/x-www-form-urlencoded",
          ...wanted.headers,
        },
        body: wanted.body ?? String(new URLSearchParams(wanted.form)),
      }),
    csrfOf,
    close: () => {
      httpServerOf(server).closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The actor of the last exchange. */
export function lastActor(desk: DeskOfTest): Actor | undefined {
  return desk.exchanges.at(-1)?.actor;
}
