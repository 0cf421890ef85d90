import type { FrameLocator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { EMBED_TEXTS } from "../../bot/web/embed-texts.ts";
import { PAGE_TEXTS } from "../../bot/web/page-texts.ts";
import { accessibilityFaults, savePicture } from "../support/browser.ts";
import { ask, DESKTOP, isOnline, messageOf, PHONE } from "./chat-suite.ts";
import { startEmbedSuite } from "./embed-suite.ts";
import { buttonOf, frameOf, openPanel, panelOf, startHostSite } from "./host-site.ts";

const { suite, openSite, newSitePage } = startEmbedSuite();

const hasFocus = (page: Page) =>
  page.evaluate("document.activeElement?.shadowRoot?.activeElement?.className ?? ''");
const sendBox = (frame: FrameLocator) => frame.locator("#web-chat").getByRole("textbox");

const QUESTIONS = { fi: "Mitä sivuvirtoja?", sv: "Vilka strömmar?", en: "Which streams?" };
const ANSWERS = { fi: "27 sivuvirtaa", sv: "27 sidoströmmar", en: "27 side streams" };

describe("chat button on another site", { timeout: 60_000 }, () => {
  test.each([
    ["fi", "phone", PHONE],
    ["fi", "desktop", DESKTOP],
    ["sv", "phone", PHONE],
    ["sv", "desktop", DESKTOP],
    ["en", "phone", PHONE],
    ["en", "desktop", DESKTOP],
  ] as const)("opens, answers and closes by keyboard (%s, %s)", async (lang, name, viewport) => {
    const page = await newSitePage({ viewport, locale: "de-DE" }, { lang: `${lang}-FI` });
    await page.locator("#news").focus();
    await page.keyboard.press("Tab");
    expect(await hasFocus(page)).toBe("launcher");
    expect(await buttonOf(page).getAttribute("aria-label")).toBe(EMBED_TEXTS[lang].chat);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.keyboard.press("Enter");
    const frame = frameOf(page);
    await isOnline(frame);
    await expect.poll(() => sendBox(frame).evaluate((box) => box.matches(":focus"))).toBe(true);
    expect(await buttonOf(page).getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.type(QUESTIONS[lang]);
    await page.keyboard.press("Enter");
    await messageOf(frame, ANSWERS[lang]).waitFor();
    await savePicture(page, `embed-${lang}-${name}`);
    expect(suite.turns.at(-1)?.preferredLanguage).toBe(lang);
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const inner of page.frames().slice(1)) expect(await accessibilityFaults(inner)).toEqual([]);

    await page.keyboard.press("Escape");
    await panelOf(page).waitFor({ state: "hidden" });
    await expect.poll(() => buttonOf(page).getAttribute("aria-expanded")).toBe("false");
    expect(await hasFocus(page)).toBe("launcher");
  });

  test("closes by Escape from the transcript, but from the window of a source only on the second press", async () => {
    const page = await newSitePage({ viewport: DESKTOP });
    const frame = await openPanel(page);
    await ask(frame, "Which streams?");
    await messageOf(frame, "27 side streams").waitFor();
    await frame
      .locator("#web-chat")
      .getByRole("button", { name: /^1 Circular/ })
      .first()
      .click();
    const source = frame.getByRole("dialog").filter({ hasText: "Source:" });
    await source.waitFor();
    await page.keyboard.press("Escape");
    await source.waitFor({ state: "hidden" });
    expect(await panelOf(page).isVisible()).toBe(true);
    await frame.locator(".webchat__basic-transcript__transcript").focus();
    await page.keyboard.press("Escape");
    await panelOf(page).waitFor({ state: "hidden" });
    expect(await hasFocus(page)).toBe("launcher");
  });

  test("loads nothing but its script before it is opened", async () => {
    const page = await suite.newPage({ viewport: DESKTOP });
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await openSite(page);
    expect(requests.filter((address) => address.startsWith(suite.url))).toEqual([`${suite.url}/embed.js`]);
  });

  test("takes its language from the tag, else from the page, else from the browser", async () => {
    const page = await newSitePage(
      { viewport: DESKTOP, locale: "fi-FI" },
      { lang: "fi", attributes: 'data-language="sv"' },
    );
    const frame = await openPanel(page);
    await frame.getByText(PAGE_TEXTS.sv.aiNotice).waitFor();
    await frame.getByPlaceholder("Skriv ditt meddelande").waitFor();
    await openSite(page, { lang: "de" });
    expect(await buttonOf(page).getAttribute("aria-label")).toBe(EMBED_TEXTS.fi.chat);
  });

  test("is there once for two tags, and makes one global", async () => {
    const page = await newSitePage({ viewport: DESKTOP }, { tags: 2 });
    await page.waitForLoadState("load");
    expect(await page.locator("sivuvirta-chat").count()).toBe(1);
    expect(
      await page.evaluate("Object.keys(window).filter((name) => /sivuvirta|embed/i.test(name))"),
    ).toEqual(["Sivuvirta"]);
    expect(await page.evaluate("Object.keys(Sivuvirta)")).toEqual(["open", "close", "identify"]);
  });

  test("opens and closes by script, with the focus where it was", async () => {
    const page = await newSitePage({ viewport: DESKTOP });
    await page.locator("#news").focus();
    await page.evaluate("Sivuvirta.open()");
    await isOnline(frameOf(page));
    await page.evaluate("Sivuvirta.close()");
    await panelOf(page).waitFor({ state: "hidden" });
    expect(await page.evaluate("document.activeElement.id")).toBe("news");
  });

  test("tells of an answer that came while it was closed", async () => {
    const page = await newSitePage({ viewport: DESKTOP });
    await ask(await openPanel(page), "A slow long one");
    await buttonOf(page).click();
    const { chat, unread } = EMBED_TEXTS.en;
    await expect
      .poll(() => buttonOf(page).getAttribute("aria-label"), { timeout: 10_000 })
      .toBe(`${chat}, ${unread}`);
    await savePicture(page, "embed-unread");
    await buttonOf(page).click();
    expect(await buttonOf(page).getAttribute("aria-label")).toBe(chat);
    await messageOf(frameOf(page), "Paragraph 1 of").waitFor();
  });

  test("goes on with the conversation after a reload of the site", async () => {
    const page = await newSitePage({ viewport: DESKTOP });
    await ask(await openPanel(page), "Which streams?");
    await messageOf(frameOf(page), "27 side streams").waitFor();
    await openSite(page);
    await openPanel(page);
    await messageOf(frameOf(page), "27 side streams").waitFor();
  });

  test("says why there is no chat on a site that is not allowed, and leads to it", async () => {
    const stranger = await startHostSite();
    const page = await suite.newPage({ viewport: PHONE });
    await page.goto(stranger.page({ botUrl: suite.url, lang: "sv" }));
    await buttonOf(page).click();
    const { blocked, openTab } = EMBED_TEXTS.sv;
    await panelOf(page).getByText(blocked).waitFor();
    await panelOf(page).getByText(stranger.origin).waitFor();
    const link = panelOf(page).getByRole("link", { name: openTab });
    expect(await link.getAttribute("href")).toBe(`${suite.url}/?lang=sv`);
    await savePicture(page, "embed-blocked");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await panelOf(page).waitFor({ state: "hidden" });
    expect(await hasFocus(page)).toBe("launcher");
    await stranger.close();
    suite.forgetMessages(/frame-ancestors/);
  });

  test("hears no message but that of its own chat", async () => {
    const page = await newSitePage({ viewport: DESKTOP });
    const frame = await openPanel(page);
    await page.evaluate("window.postMessage({ sivuvirta: 'close' }, '*')");
    await ask(frame, "Which streams?");
    await messageOf(frame, "27 side streams").waitFor();
    expect(await panelOf(page).isVisible()).toBe(true);
  });
});
