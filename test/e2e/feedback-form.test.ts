import type { Page, Request } from "playwright-core";
import { describe, expect, test } from "vitest";
import { PAGE_TEXTS } from "../../bot/web/page-texts.ts";
import { accessibilityFaults, savePicture } from "../support/browser.ts";
import { ask, DESKTOP, messageOf, PHONE, startChatSuite } from "./chat-suite.ts";

const suite = startChatSuite();

/** Activities of a kind that the page sends from now on, with what the server answers. */
function watchPosts(page: Page, type: "invoke" | "event") {
  const posts: Request[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.postDataJSON()?.type === type) posts.push(request);
  });
  return posts;
}

const words = (page: Page) => page.locator("#feedback-words");
const isFocused = (page: Page) => words(page).evaluate((box) => box.matches(":focus"));

/** Places of the first thumb from now on, until it stood for a second. */
const placesOfThumb = (page: Page) =>
  page.evaluate<number[]>(`new Promise((resolve) => {
    const places = [];
    let end = Infinity;
    const look = () => {
      const thumb = document.querySelector(".webchat__thumb-button");
      const top = thumb && Math.round(thumb.getBoundingClientRect().top);
      if (thumb && top !== places.at(-1)) {
        places.push(top);
        end = performance.now() + 1000;
      }
      if (performance.now() < end) requestAnimationFrame(look);
      else resolve(places);
    };
    look();
  })`);

test("a thumb stands still from the moment it is there, so that no press misses it", async () => {
  const page = await suite.openChat({ viewport: DESKTOP, locale: "en-GB" });
  const places = placesOfThumb(page);
  await ask(page, "Which streams?");
  expect(await places).toHaveLength(1);
});

describe("words after a thumb", { timeout: 60_000 }, () => {
  test.each([
    {
      language: "fi",
      viewport: PHONE,
      question: "Mitä sivuvirtoja?",
      answer: "27 sivuvirtaa",
      thumb: "dislike",
    },
    {
      language: "sv",
      viewport: DESKTOP,
      question: "Vilka strömmar?",
      answer: "27 sidoströmmar",
      thumb: "dislike",
    },
    { language: "en", viewport: PHONE, question: "Which streams?", answer: "27 side streams", thumb: "like" },
  ] as const)("go to the server with the same target ($language)", async (wanted) => {
    const { language, viewport, question, answer, thumb } = wanted;
    const texts = PAGE_TEXTS[language];
    const colorScheme = language === "sv" ? "dark" : "light";
    const page = await suite.openChat({ viewport, locale: texts.locale, colorScheme });
    await ask(page, question);
    await messageOf(page, answer).waitFor();
    const events = watchPosts(page, "event");
    const invokes = watchPosts(page, "invoke");
    const button = page.getByRole("button", { name: texts[thumb], exact: true });
    await button.click();
    await page.getByLabel(texts[`${thumb}Question`]).last().waitFor();
    await expect.poll(() => isFocused(page)).toBe(true);
    await savePicture(page, `feedback-${language}`);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.keyboard.type("Vuosi puuttuu.");
    await page.getByRole("button", { name: texts.feedbackSend }).click();
    await page.getByRole("status").getByText(texts.feedbackThanks).waitFor();
    const [event] = events;
    const [invoke] = invokes;
    expect(invoke?.postDataJSON()).toMatchObject({
      name: "message/submitAction",
      replyToId: event?.postDataJSON().entities[0]["@id"],
      value: {
        actionName: "feedback",
        actionValue: { reaction: thumb, feedback: { feedbackText: "Vuosi puuttuu." } },
      },
    });
    expect((await invoke?.response())?.status()).toBe(200);
    expect(await words(page).isVisible()).toBe(false);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("may be left out, by button or Escape, with the focus back at the thumb", async () => {
    const page = await suite.openChat({ viewport: DESKTOP, locale: "en-GB" });
    await ask(page, "Which streams?");
    await messageOf(page, "27 side streams").waitFor();
    const invokes = watchPosts(page, "invoke");
    const thumb = page.getByRole("button", { name: "Like", exact: true });
    await thumb.click();
    await expect.poll(() => isFocused(page)).toBe(true);
    await page.keyboard.press("Escape");
    await words(page).waitFor({ state: "hidden" });
    expect(await thumb.evaluate((e) => e.matches(":focus"))).toBe(true);
    await page.getByRole("button", { name: "Dislike", exact: true }).click();
    await page.getByRole("button", { name: PAGE_TEXTS.en.feedbackSkip }).click();
    await words(page).waitFor({ state: "hidden" });
    expect(invokes).toEqual([]);
  });

  test("stay in the form when they did not arrive", async () => {
    const page = await suite.openChat({ viewport: DESKTOP, locale: "en-GB" });
    await ask(page, "Which streams?");
    await messageOf(page, "27 side streams").waitFor();
    await page.getByRole("button", { name: "Dislike", exact: true }).click();
    await words(page).fill("The year is missing.");
    await page.route("**/activities", (route) => route.fulfill({ status: 502 }));
    await page.getByRole("button", { name: PAGE_TEXTS.en.feedbackSend }).click();
    await page.getByRole("status").getByText(PAGE_TEXTS.en.feedbackFailed).waitFor();
    expect(await words(page).inputValue()).toBe("The year is missing.");
    suite.forgetMessages(/status of 502/);
  });
});
