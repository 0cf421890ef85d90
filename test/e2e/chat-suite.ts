import type { Browser, BrowserContextOptions, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Application } from "../../bot/create-application.ts";
import { createLog } from "../../bot/log.ts";
import type { IncomingTurn } from "../../bot/turn.ts";
import { ensureWebChat, type WebChatBundle } from "../../bot/web/fetch-web-chat.ts";
import { WEB_CHAT_FOLDER } from "../../bot/web/web-chat-folder.ts";
import { type PageProblems, startBrowser, watchPage } from "../support/browser.ts";
import { startCannedApplication } from "../support/canned-application.ts";

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };
/** A first run fetches and compresses Web Chat and unpacks the browser. */
const SLOW_START_IN_MS = 240_000;

/** A browser and a canned application, started before the tests of a file and stopped after them. */
export interface ChatSuite {
  readonly bundle: WebChatBundle | undefined;
  /** Address of the application. */
  readonly url: string;
  /** Every question it was asked. */
  readonly turns: readonly IncomingTurn[];
  /** Opens an empty page whose errors fail the test. */
  newPage(options: BrowserContextOptions): Promise<Page>;
  /** Opens the chat page and waits until one can ask. */
  openChat(options: BrowserContextOptions): Promise<Page>;
  /** Takes messages off the console that the test expects, such as that of a request that is to fail. */
  forgetMessages(pattern: RegExp): void;
}

/**
 * Starts what a file of browser tests needs, once, and checks after each test that no page had an error.
 *
 * @param options As of the canned application.
 */
export function startChatSuite(
  options: { allowedOrigins?: () => Promise<string[]>; signIn?: boolean } = {},
): ChatSuite {
  let browser: Browser | undefined;
  let application: Application | undefined;
  let watched: PageProblems[] = [];
  let forgotten: RegExp[] = [];
  const state: { bundle?: WebChatBundle; url: string; turns: IncomingTurn[] } = { url: "", turns: [] };

  beforeAll(async () => {
    state.bundle = await ensureWebChat({ folder: WEB_CHAT_FOLDER, log: createLog({ level: "error" }) });
    const { allowedOrigins, signIn } = options;
    const started = await startCannedApplication({
      bundle: state.bundle,
      signIn,
      allowedOrigins: await allowedOrigins?.(),
    });
    ({ application } = started);
    Object.assign(state, { url: started.url, turns: started.turns });
    browser = await startBrowser();
  }, SLOW_START_IN_MS);

  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    const isExpected = (text: string) => forgotten.some((pattern) => pattern.test(text));
    const seen = watched.map(({ errors, consoleErrors }) => ({
      errors,
      consoleErrors: consoleErrors.filter((text) => !isExpected(text)),
    }));
    watched = [];
    forgotten = [];
    expect(seen).toEqual(seen.map(() => ({ errors: [], consoleErrors: [] })));
  });

  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  const newPage = async (contextOptions: BrowserContextOptions) => {
    if (!browser) throw new Error("No browser runs: it is started before the tests");
    const page = await (await browser.newContext(contextOptions)).newPage();
    watched.push(watchPage(page, state.url));
    return page;
  };
  return {
    get bundle() {
      return state.bundle;
    },
    get url() {
      return state.url;
    },
    get turns() {
      return state.turns;
    },
    newPage,
    async openChat(contextOptions) {
      const page = await newPage(contextOptions);
      await page.goto(state.url);
      await isOnline(page);
      return page;
    },
    forgetMessages(pattern) {
      forgotten.push(pattern);
    },
  };
}

/** Waits until one can ask. */
export const isOnline = (place: Page | FrameLocator) =>
  place.locator("#web-chat[data-state=online]").waitFor();

/** The first message that holds the words. */
export const messageOf = (place: Page | FrameLocator, words: string) =>
  place.locator("#web-chat").getByText(words).first();

/** Writes a question into the send box and sends it. */
export async function ask(place: Page | FrameLocator, question: string): Promise<void> {
  const box = place.locator("#web-chat").getByRole("textbox");
  await box.fill(question);
  await box.press("Enter");
}
