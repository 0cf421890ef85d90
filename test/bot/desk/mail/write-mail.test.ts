import { describe, expect, it } from "vitest";
import { writeMail } from "../../../../bot/desk/mail/write-mail.ts";
import type { Citation } from "../../../../bot/reply/reply.ts";
import { replyOf } from "../../../support/application.ts";

const citation = (changes: Partial<Citation>): Citation => ({
  n: 1,
  title: "Price list",
  source: "https://example.org/prices",
  passage: "20 euros",
  language: "en",
  ...changes,
});

describe("writeMail()", () => {
  it("takes the first line as subject and puts the sources below", () => {
    const text = "Answer to your question 1: “What does *steam* cost?”\n\n**20 euros** a MWh [1][2].";
    const citations = [citation({ year: 2026 }), citation({ n: 2, title: "Kaisa", source: "Question 1" })];
    expect(writeMail({ ...replyOf(text), citations })).toMatchObject({
      subject: "Answer to your question 1: “What does *steam* cost?”",
      text: "Answer to your question 1: “What does *steam* cost?”\n\n20 euros a MWh [1][2].\n\n[1] Price list, 2026: https://example.org/prices\n[2] Kaisa",
    });
  });

  it.each([
    ["[the list](https://example.org/a)", "the list (https://example.org/a)"],
    ["# Heading\n\n- one\n- **two**", "Heading\n\n- one\n- two"],
    ["\\*\\*kept\\*\\* \\[x\\](y) &lt;b>", "**kept** [x](y) <b>"],
    ["![a picture](https://example.org/p.png)", "a picture"],
    ["snake_case stays", "snake_case stays"],
  ])("writes %j as plain words", (markdown, words) => {
    expect(writeMail(replyOf(markdown)).text).toBe(words);
  });

  it("keeps a subject to one short line", () => {
    const { subject } = writeMail(replyOf(`Hello\u0000\u2028Bcc: a@example.org ${"🐟".repeat(200)}`));
    expect(subject).not.toMatch(/[\p{Cc}\u2028]/u);
    expect(subject.length).toBeLessThanOrEqual(120);
    expect(subject.isWellFormed()).toBe(true);
    expect(writeMail(replyOf("")).subject).toBe("Sivuvirta");
  });
});
