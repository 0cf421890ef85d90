import { describe, expect, it } from "vitest";
import { findLanguageRequest } from "../../../bot/understand/language-request.ts";

describe("findLanguageRequest()", () => {
  it.each([
    ["fi", "vastaa suomeksi"],
    ["fi", "In Finnish, please!"],
    ["fi", "på finska tack"],
    ["fi", "sama suomeksi"],
    ["fi", "(suomeksi)"],
    ["sv", "svara på svenska"],
    ["sv", "Kan du svara på svenska?"],
    ["sv", "ruotsiksi, kiitos"],
    ["sv", "say that in Swedish"],
    ["en", "in English please"],
    ["en", "voitko vastata englanniksi?"],
    ["en", "på engelska"],
    ["en", "and the same in English"],
  ] as const)("finds a wish for %s that is the whole message: %s", (language, text) => {
    expect(findLanguageRequest(text)).toEqual({ language, rest: "" });
  });

  it.each([
    ["fi", "Where is ECO3? Answer in Finnish.", "Where is ECO3"],
    ["sv", "Where is ECO3, in Swedish please", "Where is ECO3"],
    ["en", "Missä ECO3 on? Vastaa englanniksi, kiitos!", "Missä ECO3 on"],
    ["sv", "Missä ECO3 on? Ruotsiksi kiitos.", "Missä ECO3 on"],
    ["fi", "Var ligger ECO3? Svara på finska.", "Var ligger ECO3"],
    ["en", "Var ligger ECO3? In English, tack", "Var ligger ECO3"],
  ] as const)("finds a wish for %s at the end: %s", (language, text, rest) => {
    const found = findLanguageRequest(text);
    expect(found?.language).toBe(language);
    expect(found?.rest.replace(/[?.!\s]+$/, "")).toBe(rest);
  });

  it.each([
    ["fi", "Answer in Finnish: where is ECO3?", "where is ECO3?"],
    ["sv", "Svara på svenska: missä ECO3 on?", "missä ECO3 on?"],
    ["en", "Vastaa englanniksi, missä ECO3 on?", "missä ECO3 on?"],
  ] as const)("finds a wish for %s at the beginning: %s", (language, text, rest) => {
    expect(findLanguageRequest(text)).toEqual({ language, rest });
  });

  it.each([
    "Is there a guide in Finnish on founding a park?",
    "Onko opas saatavilla ruotsiksi vai vain muilla kielillä?",
    "Finns guiden på svenska hos Sitra?",
    "Which parks publish their pages in English and why?",
    "Who speaks Swedish there?",
    "Where is ECO3?",
    "",
  ])("leaves a language named within a question alone: %s", (text) => {
    expect(findLanguageRequest(text)).toBeUndefined();
  });
});
