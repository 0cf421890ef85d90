import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { PAGE_TEXTS } from "../../bot/web/page-texts.ts";
import type { PageTexts } from "../../bot/web/page-texts-shape.ts";
import { accessibilityFaults, savePicture } from "../support/browser.ts";
import { ask, DESKTOP, isOnline, messageOf, PHONE, startChatSuite } from "./chat-suite.ts";

const suite = startChatSuite();

/** Presses a function of the page: beside the chat, or in the menu of a phone. */
async function press(page: Page, options: { texts: PageTexts; name: string }): Promise<void> {
  const menu = page.getByRole("button", { name: options.texts.menu, exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole("button", { name: options.name, exact: true }).click();
}

const LANGUAGES = [
  { language: "fi", viewport: PHONE, question: "Mitä sivuvirtoja?", answer: "27 sivuvirtaa" },
  { language: "fi", viewport: DESKTOP, question: "Mitä sivuvirtoja?", answer: "27 sivuvirtaa" },
  { language: "sv", viewport: PHONE, question: "Vilka strömmar?", answer: "27 sidoströmmar" },
  { language: "sv", viewport: DESKTOP, question: "Vilka strömmar?", answer: "27 sidoströmmar" },
  { language: "en", viewport: PHONE, question: "Which streams?", answer: "27 side streams" },
  { language: "en", viewport: DESKTOP, question: "Which streams?", answer: "27 side streams" },
] as const;

describe("functions of the page", { timeout: 60_000 }, () => {
  test.each(LANGUAGES)("download the conversation ($language, $viewport.width)", async (wanted) => {
    const { language, viewport, question, answer } = wanted;
    const texts = PAGE_TEXTS[language];
    const page = await suite.openChat({ viewport, locale: texts.locale });
    await ask(page, question);
    await messageOf(page, answer).waitFor();
    const download = page.waitForEvent("download");
    await press(page, { texts, name: texts.download });
    const file = await download;
    const { transcript } = texts;
    expect(file.suggestedFilename()).toMatch(
      new RegExp(`^${transcript.fileName}-\\d{4}-\\d\\d-\\d\\d\\.md$`),
    );
    const text = await readFile(await file.path(), "utf8");
    expect(text).toMatch(new RegExp(`^# ${transcript.title}\n\n${transcript.downloaded}: \\d`));
    expect(text).toContain(`## ${transcript.you}, `);
    expect(text).toContain(`\n\n${question}\n`);
    expect(text).toContain(answer.split(" ").at(-1));
    expect(text).toContain(`### ${transcript.sources}\n\n- [1] Circular Economy in Kemi-Tornio\n`);
    expect(text).toContain("(https://example.org/report.pdf)");
    expect(text).not.toContain("cite:1");
  });

  test.each(LANGUAGES)("delete everything after a question ($language, $viewport.width)", async (wanted) => {
    const { language, viewport, question, answer } = wanted;
    const texts = PAGE_TEXTS[language];
    const page = await suite.openChat({ viewport, locale: texts.locale });
    await ask(page, question);
    await messageOf(page, answer).waitFor();
    const key = JSON.parse(await page.evaluate("sessionStorage.getItem('sivuvirta.conversation')"));

    await press(page, { texts, name: texts.erase });
    const dialog = page.getByRole("dialog", { name: texts.eraseTitle });
    await dialog.getByText(texts.eraseWhat).waitFor();
    expect(
      await dialog.getByRole("button", { name: texts.cancel }).evaluate((e) => e.matches(":focus")),
    ).toBe(true);
    await savePicture(page, `erase-${language}-${viewport.width}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await messageOf(page, answer).isVisible()).toBe(true);

    await press(page, { texts, name: texts.erase });
    await dialog.getByRole("button", { name: texts.eraseConfirm }).click();
    await page.getByRole("status").getByText(texts.erased).waitFor();
    await isOnline(page);
    await messageOf(page, answer).waitFor({ state: "detached" });
    const address = `${suite.url}/v3/directline/conversations/${key.conversationId}/activities`;
    const gone = await fetch(address, { headers: { authorization: `Bearer ${key.token}` } });
    expect(gone.status).toBe(404);
  });

  test("say that a deletion did not work, and keep the conversation", async () => {
    const texts = PAGE_TEXTS.en;
    const page = await suite.openChat({ viewport: DESKTOP, locale: "en-GB", colorScheme: "dark" });
    await ask(page, "Which streams?");
    await messageOf(page, "27 side streams").waitFor();
    await page.route("**/erase", (route) => route.fulfill({ status: 500 }));
    await press(page, { texts, name: texts.erase });
    await page.getByRole("button", { name: texts.eraseConfirm, exact: true }).click();
    await page.getByRole("alert").getByText(texts.eraseFailed).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: texts.cancel }).click();
    await messageOf(page, "27 side streams").waitFor();
    suite.forgetMessages(/status of 500/);
  });

  test.each([
    ["fi", PHONE, "Mitä sivuvirtoja?", "27 sivuvirtaa"],
    ["sv", DESKTOP, "Vilka strömmar?", "27 sidoströmmar"],
  ] as const)("are reached by keyboard alone (%s)", async (language, viewport, question, answer) => {
    const texts = PAGE_TEXTS[language];
    const page = await suite.openChat({ viewport, locale: texts.locale });
    await ask(page, question);
    await messageOf(page, answer).waitFor();
    const isPhone = viewport === PHONE;
    const focused = () =>
      page.evaluate<string>("(e => e.ariaLabel ?? e.textContent)(document.activeElement)");
    await page.locator("h1").evaluate((e) => e.setAttribute("tabindex", "-1"));
    await page.locator("h1").focus();
    const wanted = isPhone ? [texts.menu, texts.erase] : [texts.erase];
    for (const name of wanted) {
      for (let presses = 0; presses < 20 && (await focused()) !== name; presses++)
        await page.keyboard.press("Tab");
      expect(await focused()).toBe(name);
      await page.keyboard.press("Enter");
    }
    await page.getByRole("dialog", { name: texts.eraseTitle }).waitFor();
  });

  test("show who is signed in only where there is a sign-in", async () => {
    const page = await suite.openChat({ viewport: DESKTOP, locale: "en-GB" });
    expect(await page.getByRole("link", { name: PAGE_TEXTS.en.signIn }).count()).toBe(0);
  });
});

describe("address of the page", { timeout: 60_000 }, () => {
  test("decides on the language before browser and earlier choice", async () => {
    const page = await suite.openChat({ viewport: DESKTOP, locale: "fi-FI" });
    await page.getByRole("button", { name: "English" }).click();
    await page.goto(`${suite.url}/?lang=sv`);
    await isOnline(page);
    await page.getByText(PAGE_TEXTS.sv.tagline).waitFor();
    await page.getByPlaceholder("Skriv ditt meddelande").waitFor();
  });
});

describe("sign-in on the page", { timeout: 60_000 }, () => {
  const withSignIn = startChatSuite({ signIn: true });

  test.each([
    ["fi", PHONE, "member"],
    ["sv", DESKTOP, "coordinator"],
    ["en", DESKTOP, "public"],
  ] as const)("shows the role and the way out (%s)", async (language, viewport, reader) => {
    const texts = PAGE_TEXTS[language];
    const page = await withSignIn.newPage({ viewport, locale: texts.locale });
    await page.route("**/sign-in/status", (route) => route.fulfill({ json: { reader } }));
    await page.goto(withSignIn.url);
    await isOnline(page);
    if (viewport === PHONE) await page.getByRole("button", { name: texts.menu }).click();
    await page.getByText(texts.signedIn[reader], { exact: true }).locator("visible=true").waitFor();
    const out = page.getByRole("link", { name: texts.signOut });
    expect(await out.getAttribute("href")).toBe("/sign-out");
    expect(await page.getByRole("link", { name: texts.signIn }).count()).toBe(0);
    await savePicture(page, `sign-in-${language}`);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("leads to the sign-in, after which a new conversation begins", async () => {
    const texts = PAGE_TEXTS.en;
    const page = await withSignIn.newPage({ viewport: DESKTOP, locale: "en-GB" });
    let isSignedIn = false;
    await page.route("**/sign-in/status", (route) =>
      isSignedIn ? route.fulfill({ json: { reader: "member" } }) : route.fulfill({ status: 204 }),
    );
    await page.goto(withSignIn.url);
    await isOnline(page);
    await ask(page, "Which streams?");
    await messageOf(page, "27 side streams").waitFor();
    const link = page.getByRole("link", { name: texts.signIn });
    expect(await link.getAttribute("href")).toBe("/sign-in?return=/");
    isSignedIn = true;
    await page.reload();
    await isOnline(page);
    await messageOf(page, "Hello!").waitFor();
    expect(await page.getByText("27 side streams").count()).toBe(0);
  });
});
