import { describe, expect, test } from "vitest";
import { privacyTexts } from "../../../bot/web/privacy-texts.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";

type Facts = Parameters<typeof privacyTexts>[1];

const FACTS: Facts = { retentionDays: 30, usesChatModel: false };

const words = (language: (typeof LANGUAGES)[number], facts: Partial<Facts> = {}) =>
  privacyTexts(language, { ...FACTS, ...facts })
    .sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])
    .join("\n");

describe("privacyTexts()", () => {
  test("has the same sections in each language", () => {
    const shapes = LANGUAGES.map((language) =>
      privacyTexts(language, FACTS).sections.map(({ paragraphs }) => paragraphs.length),
    );
    expect(shapes[0]).toHaveLength(7);
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
  });

  test.each([
    ["fi", 1, "yhden päivän kuluttua"],
    ["fi", 7, "7 päivän kuluttua"],
    ["sv", 1, "1 dag efter"],
    ["sv", 7, "7 dagar efter"],
    ["en", 1, "1 day after"],
    ["en", 7, "7 days after"],
  ] as const)("tells in %s that %i days are kept", (language, retentionDays, expected) => {
    expect(words(language, { retentionDays })).toContain(expected);
  });

  test.each([
    ["fi", "viimeisimmät viestit", "muuntaa sen luvuiksi", "ei lähetetä ulkopuoliselle"],
    ["sv", "nyss har sagts", "omvandlar den till tal", "skickas inte till någon extern"],
    ["en", "what was said just before", "turns it into numbers", "not sent to any outside"],
  ] as const)("tells in %s what goes to which model", (language, chat, embedding, none) => {
    const texts = [
      words(language, { usesChatModel: true, usesEmbeddingModel: true }),
      words(language, { usesEmbeddingModel: true }),
      words(language),
    ];
    [chat, embedding, none].forEach((sentence, at) => {
      expect(texts.map((text) => text.includes(sentence))).toEqual([0, 1, 2].map((other) => other === at));
    });
  });

  test.each([
    ["fi", "istuntoeväste", "Evästeitä ei käytetä."],
    ["sv", "sessionskaka", "Inga kakor används."],
    ["en", "session cookie", "It uses no cookies."],
  ] as const)("tells in %s of a cookie only where there is a sign-in", (language, cookie, none) => {
    expect(words(language, { hasSignIn: true })).toContain(cookie);
    expect(words(language, { hasSignIn: true })).not.toContain(none);
    expect(words(language)).toContain(none);
    expect(words(language)).not.toContain(cookie);
  });

  test.each([
    ["fi", "Lataa keskustelu", "Poista tietoni"],
    ["sv", "Ladda ner konversationen", "Radera mina uppgifter"],
    ["en", "Download this conversation", "Delete my data"],
  ] as const)("names in %s the buttons as the page does", (language, download, erase) => {
    expect(words(language)).toContain(download);
    expect(words(language)).toContain(erase);
  });
});
