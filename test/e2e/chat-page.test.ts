import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Application } from "../../bot/create-application.ts";
import { createLog } from "../../bot/log.ts";
import type { IncomingTurn } from "../../bot/turn.ts";
import { ensureWebChat } from "../../bot/web/fetch-web-chat.ts";
import { PAGE_TEXTS } from "../../bot/web/page-texts.ts";
import {
  accessibilityFaults,
  forgetRefusals,
  type PageProblems,
  savePicture,
  startBrowser,
  watchPage,
} from "../support/browser.ts";
import { startCannedApplication } from "../support/canned-application.ts";

const WEB_CHAT_FOLDER = "vendor/web-chat-4.18.1";
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
/** A first run fetches and compresses Web Chat and unpacks the browser. */
const SLOW_START_IN_MS = 240_000;

let browser: Browser;
let application: Application;
let url: string;
let turns: IncomingTurn[];
let now = Date.now();
/** Pages of the running test and what was wrong with them. */
let watched: PageProblems[] = [];

beforeAll(async () => {
  const bundle = await ensureWebChat({ folder: WEB_CHAT_FOLDER, log: createLog({ level: "error" }) });
  ({ application, url, turns } = await startCannedApplication({ bundle, now: () => now }));
  browser = await startBrowser();
}, SLOW_START_IN_MS);

afterAll(async () => {
  await browser?.close();
  await application?.close();
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  const problems = watched;
  watched = [];
  const clean = { errors: [], consoleErrors: [], externalRequests: [] };
  expect(problems).toEqual(problems.map(() => clean));
});

async function openPage(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  watched.push(watchPage(page, url));
  await page.goto(url);
  await isOnline(page);
  return page;
}

const isOnline = (page: Page) => page.locator("#web-chat[data-state=online]").waitFor();
const answerOf = (page: Page, words: string) => page.locator("#web-chat").getByText(words).first();

async function ask(page: Page, question: string): Promise<void> {
  await page.locator("#web-chat").getByRole("textbox").fill(question);
  await page.keyboard.press("Enter");
}

describe("chat page", { timeout: 60_000 }, () => {
  test.each([
    { language: "fi", locale: "fi-FI", viewport: PHONE, answer: "27 sivuvirtaa", source: "Lähde:" },
    { language: "sv", locale: "sv-FI", viewport: DESKTOP, answer: "27 sidoströmmar", source: "Källa:" },
    { language: "en", locale: "en-GB", viewport: PHONE, answer: "27 side streams", source: "Source:" },
  ] as const)("answers a sample question with a source that opens ($language)", async (wanted) => {
    const { language, locale, viewport, answer, source } = wanted;
    const page = await openPage({ locale, viewport });
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    await savePicture(page, `${language}-start`);

    await page.getByRole("button", { name: PAGE_TEXTS[language].samples[1]?.question }).click();
    await answerOf(page, answer).waitFor();
    await savePicture(page, `${language}-answer`);
    expect(turns.at(-1)).toMatchObject({ channel: "web-chat", preferredLanguage: language });

    await page
      .locator("#web-chat")
      .getByRole("button", { name: /^1 Circular/ })
      .first()
      .click();
    const dialog = page.getByRole("dialog").filter({ hasText: source });
    await dialog.getByText("The largest are steel slags").waitFor();
    const link = dialog.getByRole("link", { name: "Circular Economy in Kemi-Tornio" });
    expect(await link.getAttribute("href")).toBe("https://example.org/report.pdf");
    await savePicture(page, `${language}-source`);
  });

  test("shows the conversation again after a reload, and begins anew on request", async () => {
    const page = await openPage({ locale: "en-GB", viewport: DESKTOP });
    await ask(page, "Which streams?");
    await answerOf(page, "27 side streams").waitFor();

    await page.reload();
    await isOnline(page);
    await answerOf(page, "Which streams?").waitFor();
    await answerOf(page, "27 side streams").waitFor();

    await page.getByRole("button", { name: PAGE_TEXTS.en.newConversation }).click();
    await answerOf(page, "27 side streams").waitFor({ state: "detached" });
    await answerOf(page, "Hello!").waitFor();
  });

  test("changes page and chat to the chosen language and remembers it", async () => {
    const page = await openPage({ locale: "en-GB", viewport: DESKTOP });
    await page.getByRole("button", { name: "Svenska" }).click();
    expect(await page.locator("html").getAttribute("lang")).toBe("sv");
    await page.getByText(PAGE_TEXTS.sv.tagline).waitFor();
    await page.getByPlaceholder("Skriv ditt meddelande").waitFor();

    await ask(page, "Vilka strömmar?");
    await answerOf(page, "27 sidoströmmar").waitFor();
    expect(turns.at(-1)?.preferredLanguage).toBe("sv");

    await page.goto(`${url}/privacy`);
    await page.goto(url);
    await page.getByText(PAGE_TEXTS.sv.tagline).waitFor();
    expect(await page.getByRole("button", { name: "Svenska" }).getAttribute("aria-pressed")).toBe("true");
  });

  test("sends a thumb with the id of the answer", async () => {
    const page = await openPage({ locale: "en-GB", viewport: DESKTOP });
    await ask(page, "Which streams?");
    await answerOf(page, "27 side streams").waitFor();
    const posted = page.waitForRequest((request) => request.postData()?.includes("LikeAction") ?? false);
    await page.getByRole("button", { name: "Like", exact: true }).click();
    expect((await posted).postDataJSON().entities).toMatchObject([
      { "@id": expect.stringMatching(/^#like-[\w-]+$/) },
    ]);
  });

  test("begins anew after a reload when the token is too old", async () => {
    const page = await openPage({ locale: "en-GB", viewport: DESKTOP });
    await ask(page, "Which streams?");
    await answerOf(page, "27 side streams").waitFor();
    now += 31 * 60_000;
    await page.reload();
    await isOnline(page);
    await answerOf(page, "Hello!").waitFor();
    expect(await page.getByText("27 side streams").count()).toBe(0);
    forgetRefusals(watched);
  });

  test("asks a question again in a new conversation when it came too late", async () => {
    const page = await openPage({ locale: "en-GB", viewport: DESKTOP });
    now += 31 * 60_000;
    await ask(page, "Which streams came too late?");
    await page.getByText(PAGE_TEXTS.en.startedAnew).waitFor();
    await answerOf(page, "27 side streams").waitFor();
    expect(turns.filter(({ text }) => text === "Which streams came too late?")).toHaveLength(1);
    forgetRefusals(watched);
  });

  test("replaces a conversation the server does not know", async () => {
    const page = await openPage({ locale: "en-GB", viewport: DESKTOP });
    await page.route("**/v3/directline/tokens/refresh", (route) =>
      route.fulfill({ status: 404, json: { error: { code: "NotFound" } } }),
    );
    await page.reload();
    await isOnline(page);
    await ask(page, "Which streams?");
    await answerOf(page, "27 side streams").waitFor();
    forgetRefusals(watched);
  });

  test.each([
    ["light", DESKTOP],
    ["dark", PHONE],
  ] as const)("has no accessibility fault that axe finds (%s)", async (colorScheme, viewport) => {
    const page = await openPage({ locale: "fi-FI", viewport, colorScheme });
    await ask(page, "Mitä sivuvirtoja?");
    await answerOf(page, "27 sivuvirtaa").waitFor();
    await savePicture(page, `fi-${colorScheme}`);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("can be used with the keyboard alone", async () => {
    const page = await openPage({ locale: "en-GB", viewport: DESKTOP });
    const sample = PAGE_TEXTS.en.samples[2]?.question ?? "";
    await page.locator("body").press("Tab");
    for (let presses = 0; presses < 20; presses++) {
      const focused = await page.evaluate("document.activeElement.textContent");
      if (focused === sample) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await answerOf(page, "27 side streams").waitFor();
    await page.keyboard.type("And then?");
    await page.keyboard.press("Enter");
    await answerOf(page, "And then?").waitFor();
  });
});
