import { readFile } from "node:fs/promises";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Application } from "../../bot/create-application.ts";
import { createLog } from "../../bot/log.ts";
import { PARTNER_FORM_TEXTS } from "../../bot/reply/partner-form-texts.ts";
import type { IncomingTurn } from "../../bot/turn.ts";
import { ensureWebChat } from "../../bot/web/fetch-web-chat.ts";
import {
  accessibilityFaults,
  type PageProblems,
  savePicture,
  startBrowser,
  watchPage,
} from "../support/browser.ts";
import { startCannedApplication } from "../support/canned-application.ts";

const WEB_CHAT_FOLDER = "vendor/web-chat-4.18.1";
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const SLOW_START_IN_MS = 240_000;

let browser: Browser;
let application: Application;
let url: string;
let turns: IncomingTurn[];
let problems: PageProblems | undefined;

beforeAll(async () => {
  const bundle = await ensureWebChat({ folder: WEB_CHAT_FOLDER, log: createLog({ level: "error" }) });
  ({ application, url, turns } = await startCannedApplication({ bundle }));
  browser = await startBrowser();
}, SLOW_START_IN_MS);

afterAll(async () => {
  await browser?.close();
  await application?.close();
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(problems).toEqual({ errors: [], consoleErrors: [], externalRequests: [] });
});

/** Opens the page, asks, and gives the card of the answer. */
async function openCard(question: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", viewport: PHONE, ...options });
  const page = await context.newPage();
  problems = watchPage(page, url);
  await page.goto(url);
  await page.locator("#web-chat[data-state=online]").waitFor();
  await page.locator("#web-chat").getByRole("textbox").fill(question);
  await page.keyboard.press("Enter");
  await cardOf(page).waitFor();
  return page;
}

const cardOf = (page: Page) => page.locator(".ac-adaptiveCard").last();
const buttonOf = (page: Page, name: string) => cardOf(page).getByRole("button", { name });

/** Elements of the transcript that are wider than their place and cannot be scrolled. */
const OVERFLOWING = `[...document.querySelectorAll(".webchat__bubble, .ac-adaptiveCard, .ac-adaptiveCard *")]
  .filter((element) => element.getBoundingClientRect().right > innerWidth)
  .map((element) => element.className)`;

const SHAPE_OF_PICTURE = `(({ naturalWidth, naturalHeight }) => naturalWidth / naturalHeight)
  (document.querySelector(".ac-adaptiveCard img"))`;

describe("cards in the real Web Chat", { timeout: 60_000 }, () => {
  test.each([
    ["phone", PHONE],
    ["desktop", DESKTOP],
  ])("show their picture whole and overflow nothing (%s)", async (name, viewport) => {
    const page = await openCard("Show a card", { viewport });
    const picture = cardOf(page).getByRole("link", { name: /Bar chart: steel slag/ });
    await picture.waitFor();
    await picture.scrollIntoViewIfNeeded();
    // It is drawn in a thread that may have to be started first.
    await expect.poll(() => page.evaluate<number>(SHAPE_OF_PICTURE), { timeout: 10_000 }).toBeGreaterThan(0);
    await savePicture(page, `card-${name}`);
    const box = await picture.boundingBox();
    const shape = await page.evaluate<number>(SHAPE_OF_PICTURE);
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(shape, 1);
    expect(box?.width).toBeGreaterThan(viewport.width < 500 ? 280 : 500);
    expect(await page.evaluate(OVERFLOWING)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(viewport.width);
  });

  test("show what a button says as the visitor's words and send them", async () => {
    const page = await openCard("Show a card");
    await buttonOf(page, "Largest first").click();
    await page.locator(".webchat__bubble--from-user").getByText("largest first").waitFor();
    await expect.poll(() => turns.at(-1)?.text).toBe("largest first");
  });

  test("download the file of a result", async () => {
    const page = await openCard("Show a card", { viewport: DESKTOP });
    const download = page.waitForEvent("download");
    await buttonOf(page, "Download CSV").click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("Side streams.csv");
    expect(await readFile(await file.path(), "utf8")).toBe("\ufeffId\r\nSS007\r\n");
  });

  test.each([
    ["en", "Show the form", "light", { amount: "22000" }],
    ["fi", "Mitä on form", "light", {}],
    ["sv", "Vilka har form", "dark", {}],
  ] as const)(
    "ask for a partner: a missing material is told, a filled form is sent (%s)",
    async (language, question, colorScheme, amounts) => {
      const texts = PARTNER_FORM_TEXTS[language];
      const page = await openCard(question, { colorScheme });
      await buttonOf(page, texts.submit).scrollIntoViewIfNeeded();
      await savePicture(page, `form-${language}`);
      expect(await accessibilityFaults(page)).toEqual([]);
      const asked = turns.length;
      await buttonOf(page, texts.submit).click();
      await cardOf(page).getByText(texts.whatMissing).waitFor();
      await savePicture(page, `form-${language}-missing`);
      expect(turns).toHaveLength(asked);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await accessibilityFaults(page)).toEqual([]);
      await cardOf(page).getByLabel(texts.what).fill("fly ash");
      if ("amount" in amounts) await cardOf(page).getByLabel(texts.amount).fill(amounts.amount);
      await cardOf(page).getByLabel(texts.hazardous).selectOption("no");
      await buttonOf(page, texts.submit).click();
      await page.getByText("Looking for fly ash").first().waitFor();
      expect(turns.at(-1)).toMatchObject({
        text: "",
        form: {
          kind: "partners",
          fields: { direction: "give", what: "fly ash", ...amounts, unit: "t", hazardous: "no" },
        },
      });
      expect(await page.evaluate(OVERFLOWING)).toEqual([]);
    },
  );
});
