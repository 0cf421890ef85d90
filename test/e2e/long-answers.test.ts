import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { ask, DESKTOP, messageOf, PHONE, startChatSuite } from "./chat-suite.ts";

const suite = startChatSuite();

/** First words of each message, in the order of the page. */
const order = (page: Page) =>
  page
    .locator(".webchat__basic-transcript__activity .webchat__bubble__content")
    .evaluateAll((bubbles) => bubbles.map((bubble) => bubble.textContent?.slice(0, 15).trim()));

/** Pixels from the upper edge of the transcript to that of the last message, once nothing has scrolled for a second. */
const restingDistance = (page: Page) =>
  page.evaluate<number>(`new Promise((resolve) => {
    const transcript = document.querySelector(".webchat__basic-transcript__scrollable");
    const top = (element) => element.getBoundingClientRect().top;
    const measure = () => {
      const messages = document.querySelectorAll(".webchat__basic-transcript__activity");
      resolve(Math.round(top(messages[messages.length - 1]) - top(transcript)));
    };
    let timer = setTimeout(measure, 1000);
    transcript.addEventListener("scroll", () => {
      clearTimeout(timer);
      timer = setTimeout(measure, 1000);
    });
  })`);

describe("answers that grow", { timeout: 60_000 }, () => {
  test.each([
    ["phone", PHONE],
    ["desktop", DESKTOP],
  ])("stand below their questions, with their beginning in sight (%s)", async (_name, viewport) => {
    const page = await suite.openChat({ viewport, locale: "en-GB" });
    for (const question of ["A long one", "One more long one"]) {
      await ask(page, question);
      await page
        .getByText("Paragraph 40 of")
        .nth(question === "A long one" ? 0 : 1)
        .waitFor();
      const distance = await restingDistance(page);
      expect(distance).toBeGreaterThanOrEqual(-1);
      expect(distance).toBeLessThan(viewport.height / 2);
    }
    await ask(page, "Which streams?");
    await messageOf(page, "27 side streams").waitFor();
    expect(await order(page)).toEqual([
      expect.stringMatching(/^Hello/),
      "A long one",
      expect.stringMatching(/^Paragraph 1/),
      "One more long o",
      expect.stringMatching(/^Paragraph 1/),
      "Which streams?",
      expect.stringMatching(/^27 side/),
    ]);
  });
});
