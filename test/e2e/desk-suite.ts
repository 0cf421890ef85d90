import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { accessibilityFaults, type PageProblems, startBrowser, watchPage } from "../support/browser.ts";
import type { DeskUnderTest } from "../support/serve-desk.ts";

export { linkIn, serveSections } from "../support/serve-desk.ts";

/** A browser and a desk, started before the tests of a file and stopped after them. */
export interface DeskSuite {
  /** Origin of the server. */
  readonly url: string;
  /** Opens an empty page of a coordinator who came by the first-run link; its errors fail the test. */
  newPage(options?: PageOptions): Promise<Page>;
  /** The same of somebody who has not come in; refusals are expected. */
  newStranger(options?: PageOptions): Promise<Page>;
}

/** How a page is looked at. */
export interface PageOptions {
  viewport?: { width: number; height: number };
  colorScheme?: "light" | "dark";
}

/** One page to look at. */
export interface DeskPageToLookAt {
  /** Part of the pictures' names. */
  name: string;
  /** Path of the page; asked for when the test runs. */
  path: string | (() => string);
  /** Status that is expected. @default {200} */
  status?: number;
}

const VIEWPORTS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const PICTURES = join(tmpdir(), "sivuvirta-screenshots");
const MOST_PICTURE_HEIGHT = 4000;
const SCHEMES = ["light", "dark"] as const;
/** A first run unpacks the browser. */
const SLOW_START_IN_MS = 240_000;

/**
 * Starts a desk and a browser once for a file of tests, and checks after each test that no page had an error.
 *
 * @param start Starts the desk, such as `() => serveSections((base) => [createFaqPart(base).section])`.
 */
export function startDeskSuite(start: () => Promise<DeskUnderTest>): DeskSuite {
  let browser: Browser | undefined;
  let desk: DeskUnderTest | undefined;
  let signedIn: Awaited<ReturnType<BrowserContext["storageState"]>> | undefined;
  let watched: PageProblems[] = [];

  beforeAll(async () => {
    desk = await start();
    browser = await startBrowser();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(desk.link);
    signedIn = await context.storageState();
    await context.close();
  }, SLOW_START_IN_MS);

  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    const seen = watched;
    watched = [];
    expect(seen).toEqual(seen.map(() => ({ errors: [], consoleErrors: [], externalRequests: [] })));
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  const started = () => {
    if (!browser || !desk) throw new Error("No desk runs: it is started before the tests");
    return { browser, desk };
  };
  return {
    get url() {
      return started().desk.url;
    },
    async newPage(options) {
      const context = await started().browser.newContext({ ...options, storageState: signedIn });
      const page = await context.newPage();
      watched.push(watchPage(page, started().desk.url));
      return page;
    },
    async newStranger(options) {
      return await (await started().browser.newContext(options)).newPage();
    },
  };
}

/**
 * Looks at pages at 390 and 1280 px, in the light and the dark and in three languages: no fault that axe finds, nothing
 * that is wider than the window. Saves a picture of each whole page for people to look at, as
 * `desk-NAME-LANGUAGE-phone-dark.png` beside those of `savePicture`.
 *
 * @param suite Of the same file.
 * @param pages What to look at; each is a test.
 */
export function lookAtDeskPages(suite: DeskSuite, pages: readonly DeskPageToLookAt[]): void {
  describe("look of the desk", { timeout: 120_000 }, () => {
    test.each(pages)("$name", async ({ name, path, status = 200 }) => {
      for (const [device, viewport] of Object.entries(VIEWPORTS)) {
        for (const colorScheme of SCHEMES) {
          const isGood = status === 200;
          const page = await (isGood ? suite.newPage : suite.newStranger)({ viewport, colorScheme });
          for (const language of LANGUAGES) {
            const wanted = new URL(typeof path === "string" ? path : path(), suite.url);
            wanted.searchParams.set("lang", language);
            const response = await page.goto(wanted.href);
            const where = `${name}-${language}-${device}-${colorScheme}`;
            expect([where, response?.status()]).toEqual([where, status]);
            await saveWholePage(page, `desk-${where}`);
            expect([where, await lookFaults(page)]).toEqual([where, []]);
          }
        }
      }
    });
  });
}

/** Saves a picture of a whole page beside those of `savePicture`; the browser cannot take one of any height. */
export async function saveWholePage(page: Page, name: string): Promise<void> {
  const height = await page.evaluate<number>("document.documentElement.scrollHeight");
  const width = page.viewportSize()?.width ?? VIEWPORTS.desktop.width;
  const clip = { x: 0, y: 0, width, height: Math.min(height, MOST_PICTURE_HEIGHT) };
  const path = join(PICTURES, `${name}.png`);
  // On a busy machine the browser cannot now and then. The picture is for people alone: the checks see the page itself.
  const isTaken = await page.screenshot({ path, fullPage: true, clip }).catch(() => undefined);
  if (isTaken === undefined) await page.screenshot({ path }).catch(() => undefined);
}

/**
 * What is wrong with the look of an open page.
 *
 * @returns One line per fault; empty on a good page.
 */
export async function lookFaults(page: Page): Promise<string[]> {
  const tooWide = `[...document.querySelectorAll("body *")]
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).position !== "absolute")
    .map((e) => "wider than the window: " + e.outerHTML.slice(0, 120))`;
  const scrolls = `document.documentElement.scrollWidth > innerWidth ? ["scrolls sideways"] : []`;
  return [
    ...(await page.evaluate<string[]>(scrolls)),
    ...(await page.evaluate<string[]>(tooWide)),
    ...(await accessibilityFaults(page)),
  ];
}
