import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { startBrowser, watchPage } from "../support/browser.ts";
import { TENANT } from "../support/teams-client.ts";
import { startWholeBot, type WholeBot } from "../support/whole-bot.ts";
import { DeskHand } from "./desk-hand.ts";
import { MEMBER, seedDesk } from "./desk-pages-seed.ts";
import { lookFaults, saveWholePage } from "./desk-suite.ts";

/*
 * Every kind of page of the desk, of the whole bot and filled by people: no fault that axe finds, nothing wider than the
 * window. The pictures lie beside those of `savePicture`, as `desk-whole-NAME-LANGUAGE-phone-dark.png`.
 */

const SLOW_START_IN_MS = 240_000;
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const LOOKS = (["phone", "desktop"] as const).flatMap((size) =>
  (["light", "dark"] as const).map((scheme) => ({ size, scheme })),
);
/** Positions in `LOOKS` that pages are looked at in by turns: both widths, one in the light and one in the dark. */
const TURNS = [
  [0, 3],
  [1, 2],
] as const;
/** All twelve looks of each page; otherwise both widths, while scheme and language take turns. */
const LOOKS_AT_ALL = process.env.LOOK_AT_ALL === "1";

const DRONE = "/desk/faq/suurteollisuusalueella-lennattaa-dronea";
const CANTEEN = "/desk/faq/canteen-visitors-topinpuisto";
const LONG = "Erittäin-pitkä-sana-ilman-yhtään-välilyöntiä-".repeat(6);

interface PageToLookAt {
  name: string;
  path: string;
  /** What is done on the page before it is looked at. */
  act?: (page: Page) => Promise<void>;
  /** Of the page that is looked at. @default {200} */
  status?: number;
}

/** Presses a button by what it sends, whatever its words; checks of the browser itself are left out. */
async function send(page: Page, action: string, fields: Record<string, string> = {}): Promise<void> {
  const form = page.locator(`form[method=post][action$="${action}"]`);
  await page.evaluate(`document.querySelectorAll("form").forEach((form) => { form.noValidate = true; })`);
  for (const [name, text] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(text);
  await Promise.all([page.waitForNavigation(), form.locator("button").first().click()]);
}

/** Makes a page one that was opened before anybody changed the thing. */
async function pretendStale(page: Page, field: "revision" | "token"): Promise<void> {
  await page.evaluate(`document.querySelectorAll("[name=${field}]").forEach((one) => { one.value = "1"; })`);
}

const PAGES: readonly PageToLookAt[] = [
  { name: "home", path: "/desk" },
  { name: "tickets", path: "/desk/tickets?state=all" },
  { name: "tickets-none", path: "/desk/tickets?assignee=me&age=30" },
  { name: "ticket-open", path: "/desk/tickets/1" },
  { name: "ticket-assigned", path: "/desk/tickets/2" },
  { name: "ticket-answered", path: "/desk/tickets/3" },
  { name: "ticket-closed", path: "/desk/tickets/5" },
  {
    name: "ticket-problem",
    path: "/desk/tickets/1",
    act: (page) => send(page, "/answer", { answer: LONG, sources: "|" }),
    status: 422,
  },
  {
    name: "ticket-conflict",
    path: "/desk/tickets/2",
    act: async (page) => {
      await pretendStale(page, "revision");
      await send(page, "/answer", { answer: "Minun vastaukseni." });
    },
    status: 409,
  },
  { name: "queue", path: "/desk/queue" },
  { name: "queue-none", path: "/desk/queue?reason=weak&language=sv&days=7" },
  { name: "faq", path: "/desk/faq" },
  { name: "faq-none", path: "/desk/faq?q=xyzzy" },
  { name: "faq-missing", path: "/desk/faq?missing=sv" },
  { name: "faq-retired", path: "/desk/faq?state=retired" },
  { name: "faq-new", path: "/desk/faq/new?from=ticket:2" },
  {
    name: "faq-problem",
    path: "/desk/faq/new",
    act: (page) => send(page, "/desk/faq/new", { question_fi: LONG, answer_sv: "# Nej", validUntil: "" }),
    status: 422,
  },
  {
    name: "faq-near",
    path: "/desk/faq/new",
    act: (page) =>
      send(page, "/desk/faq/new", {
        question_fi: "Saako suurteollisuusalueella lennättää dronea?",
        answer_fi: "Ei.",
      }),
    status: 422,
  },
  {
    name: "faq-preview",
    path: `${DRONE}/edit`,
    act: async (page) => {
      await Promise.all([page.waitForNavigation(), page.locator("button[value=preview]").click()]);
    },
  },
  { name: "faq-entry", path: DRONE },
  { name: "faq-outdated", path: CANTEEN },
  { name: "faq-history", path: `${DRONE}/history` },
  { name: "faq-edit", path: "/desk/faq/what-is-a-park/edit" },
  {
    name: "faq-conflict",
    path: `${DRONE}/edit`,
    act: async (page) => {
      await pretendStale(page, "token");
      await send(page, "/edit", { answer_fi: "Kysy alueyhdistykseltä.", tags: "lento, uusi" });
    },
    status: 409,
  },
  { name: "faq-export", path: "/desk/faq/export" },
  { name: "streams", path: "/desk/streams" },
  { name: "streams-expiring", path: "/desk/streams?show=expiring" },
  { name: "submission-new", path: "/desk/streams/submissions/3" },
  { name: "submission-update", path: "/desk/streams/submissions/4" },
  { name: "submission-done", path: "/desk/streams/submissions/1" },
  {
    name: "submission-problem",
    path: "/desk/streams/submissions/3",
    act: (page) => send(page, "/approve", { name: "", amount: "paljon", wasteCode: "1" }),
    status: 422,
  },
  { name: "introductions", path: "/desk/introductions" },
  { name: "introductions-none", path: "/desk/introductions?state=stopped" },
  { name: "introduction-asked", path: "/desk/introductions/1" },
  { name: "introduction-contacted", path: "/desk/introductions/2" },
  { name: "introduction-agreed", path: "/desk/introductions/3" },
  { name: "introduction-declined", path: "/desk/introductions/4" },
  {
    name: "introduction-problem",
    path: "/desk/introductions/1",
    act: (page) => send(page, "/agree"),
    status: 422,
  },
  { name: "alerts", path: "/desk/alerts" },
  { name: "figures", path: "/desk/figures" },
  { name: "figures-year", path: "/desk/figures?days=365" },
  { name: "figures-wrong", path: "/desk/figures?from=2026-11-20&to=2026-11-01", status: 400 },
  { name: "audit", path: "/desk/audit?action=ticket" },
  { name: "audit-none", path: "/desk/audit?subject=nothing" },
  { name: "missing", path: "/desk/tickets/999", status: 404 },
];

let bot: WholeBot;
let browser: Browser;
let hand: DeskHand;
const contexts = new Map<string, BrowserContext>();

beforeAll(async () => {
  bot = await startWholeBot({ settings: { TEAMS_MEMBERS: `${TENANT}/${MEMBER.aadObjectId}` } });
  hand = await DeskHand.enter(bot);
  await seedDesk(bot, hand);
  browser = await startBrowser();
  for (const { size, scheme } of LOOKS) {
    const context = await browser.newContext({ viewport: SIZES[size], colorScheme: scheme });
    await context.addCookies(hand.cookies);
    contexts.set(`${size}-${scheme}`, context);
  }
}, SLOW_START_IN_MS);

afterAll(async () => {
  await browser?.close();
  await bot?.close();
});

describe("look of the whole desk", { timeout: 120_000 }, () => {
  test.each(PAGES.map((page, at) => ({ ...page, at })))(
    "$name",
    async ({ name, path, act, status = 200, at }) => {
      for (const [turn, { size, scheme }] of LOOKS.entries()) {
        if (!LOOKS_AT_ALL && !TURNS[at % 2]?.some((position) => position === turn)) continue;
        const inTurn = LANGUAGES[(at + turn) % LANGUAGES.length] as Language;
        for (const language of LOOKS_AT_ALL ? LANGUAGES : [inTurn]) {
          const where = `${name}-${language}-${size}-${scheme}`;
          const page = await (contexts.get(`${size}-${scheme}`) as BrowserContext).newPage();
          const problems = watchPage(page, bot.url);
          let last = 0;
          page.on("response", (response) => {
            if (response.request().isNavigationRequest()) last = response.status();
          });
          const address = new URL(path, bot.url);
          address.searchParams.set("lang", language);
          await page.goto(address.href);
          await act?.(page);
          await saveWholePage(page, `desk-whole-${where}`);
          expect([where, last, await lookFaults(page)]).toEqual([where, status, []]);
          const consoleErrors = problems.consoleErrors.filter((text) => !/status of 4\d\d/.test(text));
          expect([where, { ...problems, consoleErrors }]).toEqual([
            where,
            { errors: [], consoleErrors: [], externalRequests: [] },
          ]);
          await page.close();
        }
      }
    },
  );
});
