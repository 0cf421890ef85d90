import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLinkPolicy } from "../../bot/channels/link-policy.ts";
import { renderTeams } from "../../bot/channels/render-teams.ts";
import { renderWebChat } from "../../bot/channels/render-web-chat.ts";
import { createLog } from "../../bot/log.ts";
import { breakLinks } from "../../bot/reply/break-links.ts";
import { buildCard, textBlock } from "../../bot/reply/build-card.ts";
import { ensureWebChat } from "../../bot/web/fetch-web-chat.ts";
import { mountPages } from "../../bot/web/pages.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { startBrowser, watchPage } from "../support/browser.ts";
import { makeReply } from "../support/replies.ts";

const WEB_CHAT_FOLDER = "vendor/web-chat-4.18.1";
const SLOW_START_IN_MS = 240_000;

/** Every way to write a link that the real Markdown reader of Web Chat knows. */
const HOSTILE = [
  "https://evil.example/bare",
  "www.evil.example",
  "(https://evil.example/brackets)",
  "**https://evil.example/bold**",
  "[words](https://evil.example/words)",
  "[angle](<https://evil.example/a b>)",
  "[a [b] c](https://evil.example/nested)",
  "[full][ref] and [ref]",
  "![p](https://evil.example/picture)",
  "![a [b]](https://evil.example/picture2)",
  "<https://evil.example/auto>",
  '<a href="https://evil.example/html">html</a>',
  '<img src="https://evil.example/html-picture">',
  "https://example.org@evil.example/user",
  "[script](javascript:alert(1))",
  "[own][r2]\n\n[ref]: https://evil.example/definition\n\n> [r2]: https://evil.example/quoted",
  "| A | B |\n| --- | --- |\n| x | https://evil.example/cell |",
];

let browser: Browser;
let application: TestApplication;

beforeAll(async () => {
  const bundle = await ensureWebChat({ folder: WEB_CHAT_FOLDER, log: createLog({ level: "error" }) });
  const text = ["Known: https://example.org/known [1]", ...HOSTILE].join("\n\n");
  const card = buildCard({
    title: "Card",
    body: [
      textBlock("card https://evil.example/card-text"),
      { type: "TextBlock", text: "[card](https://evil.example/card-link)", wrap: true },
      { type: "FactSet", facts: [{ title: "Fact", value: "[x](https://evil.example/fact)" }] },
      { type: "TextBlock", text: breakLinks("quoted https://example.org/said"), wrap: true },
    ],
    actions: [{ type: "Action.OpenUrl", title: "Evil button", url: "https://evil.example/button" }],
  });
  application = await startApplication({
    answerTurn: async () => makeReply({ text, cards: [card] }),
    welcome: () => makeReply({ text: "Hello", citations: [], intent: "smalltalk" }),
    renderers: { webChat: renderWebChat, teams: renderTeams },
    isKnownLink: createLinkPolicy({ knowledge: () => ({ passages: [] }) }),
    mountPages: (server) =>
      mountPages(server, {
        webChat: () => bundle,
        retentionDays: 30,
        usesChatModel: false,
        embeddingOrigins: [],
      }),
  });
  browser = await startBrowser();
}, SLOW_START_IN_MS);

afterAll(async () => {
  await browser?.close();
  await application?.close();
});

test("the real Web Chat makes no link, picture or request of what leads to an unknown host", async () => {
  const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
  const problems = watchPage(page, application.url);
  await page.goto(application.url);
  await page.locator("#web-chat[data-state=online]").waitFor();
  await page.locator("#web-chat").getByRole("textbox").fill("Show all");
  await page.keyboard.press("Enter");
  await page.locator(".ac-adaptiveCard").waitFor();
  const targets = await page.evaluate<string[]>(
    `[...document.querySelectorAll("#web-chat a[href], #web-chat img[src]")].map((each) => each.href ?? each.src)`,
  );
  expect(targets.filter((target) => /evil|javascript|said/.test(target))).toEqual([]);
  // What is known is a link, so the page was really read.
  expect(targets).toContain("https://example.org/known");
  const shown = await page.locator("#web-chat").innerText();
  for (const word of ["evil.example/bare", "evil.example/cell", "evil.example/card-text"])
    expect(shown.replaceAll("\u2060", "")).toContain(word);
  expect(await page.getByRole("button", { name: "Evil button" }).count()).toBe(0);
  expect(problems.externalRequests).toEqual([]);
}, 60_000);
