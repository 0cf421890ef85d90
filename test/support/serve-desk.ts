import { createDeskServer } from "../../bot/desk/web/create-desk-server.ts";
import type { DeskSection } from "../../bot/desk/web/desk-section.ts";
import { createLocalLink } from "../../bot/desk/web/local-link.ts";
import { createBotServer, httpServerOf } from "../../bot/server.ts";
import { createDeskBase, type TestDeskBase } from "./desk-base.ts";

/** A desk that runs. */
export interface DeskUnderTest {
  /** Origin of the server. */
  url: string;
  /** The first-run link, whole; it is used once. */
  link: string;
  close(): Promise<void>;
}

/**
 * Serves sections as the desk does, to who comes by the first-run link.
 *
 * @param create Makes the sections of a base on a database in memory, and fills them.
 */
export async function serveSections(
  create: (base: TestDeskBase) => readonly DeskSection[] | Promise<readonly DeskSection[]>,
): Promise<DeskUnderTest> {
  const base = createDeskBase();
  const { audit, log } = base;
  const localLink = createLocalLink({ host: "127.0.0.1", hasSignIn: false, isProduction: false });
  const desk = createDeskServer({
    sections: await create(base),
    readSession: async () => undefined,
    hasSignIn: false,
    localLink,
    audit,
    log,
    secret: "a secret of the tests, long enough",
    // Each call is a caller of its own: a test looks at more pages in a minute than people do.
    addressOf: () => String(Math.random()),
    now: fastClock(),
  });
  const server = createBotServer({ mounts: [desk.mount], isReady: () => ({ ready: true }), log });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = httpServerOf(server).address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    url,
    link: linkIn(localLink?.lineAt(url)),
    close: () => {
      httpServerOf(server).closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The link in a line that the bot printed at start. */
export function linkIn(line: string | undefined): string {
  const [link] = /http:\S+key=\S+/.exec(line ?? "") ?? [];
  if (link === undefined) throw new Error("The bot printed no link to the desk");
  return link;
}

/** A clock on which no limit of a minute is reached: it goes on a quarter of a second each time it is looked at. */
function fastClock(): () => number {
  const start = Date.now();
  let looks = 0;
  return () => start + looks++ * 250;
}
