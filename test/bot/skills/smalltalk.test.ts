import { describe, expect, it } from "vitest";
import { answerSmalltalk, courtesyLanguage, detectSmalltalk } from "../../../bot/skills/smalltalk.ts";
import { TEXTS } from "../../../bot/texts.ts";

describe("detectSmalltalk()", () => {
  it.each([
    ["greeting", "en", ["Hello!", "hi 👋", "Good morning", "hey there"]],
    ["greeting", "fi", ["Moi!", "Terve 😀", "hyvää päivää", "Huomenta."]],
    ["greeting", "sv", ["Hej!", "Hejsan 👋🏽", "god dag", "Tjena"]],
    ["thanks", "en", ["Thanks!", "thank you very much 🙏"]],
    ["thanks", "fi", ["Kiitos!", "kiitos paljon 🙏", "Selvä, kiitos"]],
    ["thanks", "sv", ["Tack!", "tack så mycket 🙏", "toppen, tack"]],
    ["farewell", "en", ["Bye!", "goodbye 👋"]],
    ["farewell", "fi", ["Näkemiin!", "heippa 👋", "moi moi"]],
    ["farewell", "sv", ["Hej då!", "vi ses 👋"]],
    ["capabilities", "en", ["What can you do?", "help", "Hi, what can this bot do?"]],
    ["capabilities", "fi", ["Mitä osaat?", "apua!", "moi, mitä tää botti osaa?", "Mitä sä osaat?"]],
    ["capabilities", "sv", ["Vad kan du göra?", "hjälp", "Hej! Vad kan den här botten?"]],
    ["identity", "en", ["Who are you?", "Are you a robot?", "Who made you?"]],
    ["identity", "fi", ["Kuka olet?", "oletko ihminen?", "Kuka sinut on tehnyt?"]],
    ["identity", "sv", ["Vem är du?", "är du en robot?", "Vem har gjort dig?"]],
  ] as const)("understands a %s (%s)", (kind, language, texts) => {
    for (const text of texts) {
      // "heippa" greets as well as it parts: both are right.
      expect([kind, ...(text.startsWith("heippa") ? ["greeting"] : [])]).toContain(detectSmalltalk(text));
      expect(courtesyLanguage(text), text).toBe(language);
    }
  });

  it.each([
    "Hello, who is the contact person of ECO3?",
    "Hei, missä ECO3 on?",
    "Hej, var ligger ECO3?",
    "thanks, and where is it?",
    "Who are you in ECO3?",
    "Help me find lime",
    "",
    "👋",
  ])("leaves a question alone: %s", (text) => {
    expect(detectSmalltalk(text)).toBeUndefined();
  });
});

describe("answerSmalltalk()", () => {
  it.each(["fi", "sv", "en"] as const)("offers sample questions where they help (%s)", (language) => {
    const samples = Object.values(TEXTS[language].samples);
    for (const kind of ["greeting", "capabilities", "identity"] as const) {
      expect(answerSmalltalk(kind, language).suggestions.map(({ text }) => text)).toEqual(samples);
    }
    expect(answerSmalltalk("thanks", language).suggestions).toEqual([]);
    expect(answerSmalltalk("farewell", language)).toMatchObject({
      intent: "smalltalk",
      refused: false,
      citations: [],
    });
  });
});
