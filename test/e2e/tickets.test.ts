import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { renderTeams } from "../../bot/channels/render-teams.ts";
import { renderWebChat } from "../../bot/channels/render-web-chat.ts";
import { loadConfig } from "../../bot/config.ts";
import { createAnswerTurn } from "../../bot/create-answer-turn.ts";
import { type Application, createApplication } from "../../bot/create-application.ts";
import { deliverNotices } from "../../bot/desk/notices/deliver-notices.ts";
import { createTicketsPart, type TicketsPart } from "../../bot/desk/tickets/create-tickets-part.ts";
import { TICKET_TEXTS } from "../../bot/desk/tickets/texts.ts";
import { createLog } from "../../bot/log.ts";
import { TEXTS } from "../../bot/texts.ts";
import { createMemoryStore } from "../../bot/understand/memory.ts";
import { ensureWebChat } from "../../bot/web/fetch-web-chat.ts";
import { mountPages } from "../../bot/web/pages.ts";
import { createWelcome } from "../../bot/welcome.ts";
import {
  accessibilityFaults,
  type PageProblems,
  savePicture,
  startBrowser,
  watchPage,
} from "../support/browser.ts";
import { createDeskBase, PEOPLE } from "../support/desk-base.ts";
import { askFiles } from "../support/own-index.ts";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const SLOW_START_IN_MS = 240_000;

/** Elements of the transcript that are wider than their place and cannot be scrolled. */
const OVERFLOWING = `[...document.querySelectorAll(".webchat__bubble, .ac-adaptiveCard, .ac-adaptiveCard *")]
  .filter((element) => element.getBoundingClientRect().right > innerWidth)
  .map((element) => element.className)`;

let browser: Browser;
let application: Application;
let tickets: TicketsPart;
let close: () => Promise<void>;
let url: string;
let problems: PageProblems | undefined;

beforeAll(async () => {
  const log = createLog({ level: "error" });
  const bundle = await ensureWebChat({ folder: "vendor/web-chat-4.18.1", log });
  const { view } = await askFiles({
    "en.md":
      "# Harbour Park\n\nHarbour Park is in Hanko. It sells steam.\n\nPaula Puro\nManager\n+358 40 111 1111\n",
    "fi.md": "# Satamapuisto\n\nSatamapuisto sijaitsee Hangossa. Se myy höyryä.\n",
    "sv.md": "# Hamnparken\n\nHamnparken ligger i Hangö. Den säljer ånga.\n",
  });
  const base = createDeskBase({ view });
  tickets = createTicketsPart(base, { sendsMail: true });
  application = await createApplication({
    config: { ...loadConfig({}), port: 0, stateFile: ":memory:" },
    answerTurn: createAnswerTurn({
      currentView: () => view,
      memories: createMemoryStore(),
      skills: tickets.skills,
    }),
    welcome: createWelcome,
    renderers: { webChat: renderWebChat, teams: renderTeams },
    mountPages: (server) =>
      mountPages(server, {
        webChat: () => bundle,
        retentionDays: 30,
        usesChatModel: false,
      }),
    isReady: () => ({ ready: true }),
    log,
  });
  const delivery = deliverNotices(base.notices, { say: application.say, log });
  close = delivery.close;
  ({ url } = await application.listen());
  browser = await startBrowser();
}, SLOW_START_IN_MS);

afterAll(async () => {
  await browser?.close();
  await close?.();
  await application?.close();
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(problems).toEqual({ errors: [], consoleErrors: [], externalRequests: [] });
});

async function say(page: Page, words: string): Promise<void> {
  await page.locator("#web-chat").getByRole("textbox").last().fill(words);
  await page.keyboard.press("Enter");
}

const cardOf = (page: Page) => page.locator(".ac-adaptiveCard").last();

describe("a question to a person in the real Web Chat", { timeout: 120_000 }, () => {
  test.each([
    ["en", "en-GB", "Where is Harbour Park?", "What does the steam of Harbour Park cost per tonne?", PHONE],
    ["fi", "fi-FI", "Missä Satamapuisto sijaitsee?", "Paljonko Satamapuiston höyryn hinta on?", DESKTOP],
    ["sv", "sv-SE", "Var ligger Hamnparken?", "Vad kostar ångan i Hamnparken per ton?", PHONE],
  ] as const)(
    "goes from the refusal to the coordinator and back (%s)",
    async (language, locale, first, question, viewport) => {
      const texts = TICKET_TEXTS[language].chat;
      const context = await browser.newContext({ locale, viewport });
      const page = await context.newPage();
      problems = watchPage(page, url);
      await page.goto(`${url}/?lang=${language}`);
      await page.locator("#web-chat[data-state=online]").waitFor();
      await say(page, first);
      await page
        .locator(".webchat__bubble")
        .getByText(/Hanko|Hangö|Hango/)
        .last()
        .waitFor();
      await say(page, question);
      await page.getByRole("toolbar").getByRole("button", { name: TEXTS[language].talkToPerson }).click();

      const card = cardOf(page);
      await card.getByRole("button", { name: texts.send }).scrollIntoViewIfNeeded();
      await savePicture(page, `ticket-form-${language}`);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(OVERFLOWING)).toEqual([]);
      const field = card.getByRole("textbox", { name: texts.question });
      expect(await field.inputValue()).toBe(question);
      await field.fill(`${question} (2026)`);
      // What is not ticked stays here.
      await card.getByRole("checkbox").first().uncheck();
      const before = (await tickets.desk.list()).length;
      await card.getByRole("button", { name: texts.send }).click();
      const id = before + 1;
      await page.locator(".webchat__bubble").getByText(texts.sent(id)).waitFor();
      expect((await tickets.desk.list())[0]).toMatchObject({
        question: `${question} (2026)`,
        turns: [],
        language,
      });

      const answer = { text: "**20 euro** / MWh", sources: [{ title: "Tariff" }], showsName: true };
      await tickets.desk.answer({ id, revision: 1, actor: PEOPLE.kaisa }, answer);
      await cardOf(page).getByRole("button", { name: texts.helps }).scrollIntoViewIfNeeded();
      await savePicture(page, `ticket-answer-${language}`);
      await page.getByText("20 euro").last().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await cardOf(page).getByRole("button", { name: texts.helps }).click();
      await page.locator(".webchat__bubble--from-user").getByText(texts.helpedSay(id)).waitFor();
      await expect.poll(async () => (await tickets.desk.list())[0]?.state).toBe("closed");
    },
  );

  test("is cancelled also while the question is missing", async () => {
    const texts = TICKET_TEXTS.en.chat;
    const context = await browser.newContext({ locale: "en-GB", viewport: PHONE });
    const page = await context.newPage();
    problems = watchPage(page, url);
    await page.goto(`${url}/?lang=en`);
    await page.locator("#web-chat[data-state=online]").waitFor();
    await say(page, "I want to talk to a person");
    await cardOf(page).getByRole("button", { name: texts.send }).click();
    await cardOf(page).getByText(texts.questionMissing).waitFor();
    await savePicture(page, "ticket-form-missing");
    await cardOf(page).getByRole("button", { name: texts.cancel }).click();
    await page.getByText(texts.cancelled).last().waitFor();
  });
});
