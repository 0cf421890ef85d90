import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { tellLanguage } from "../../../bot/understand/tell-language.ts";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});
const tell = (text: string) => LANGUAGES.map((fallback) => tellLanguage(text, { view, fallback }));

describe("tellLanguage()", () => {
  it.each<[Language, string]>([
    ["fi", "Kuka voisi hyödyntää lentotuhkaamme?"],
    ["fi", "Ohita"],
    ["fi", "lentotuhka"],
    ["sv", "Vem kunde använda vår flygaska?"],
    ["sv", "Hoppa över"],
    ["sv", "nej"],
    ["fi", "500 t Kokkolassa"],
    ["en", "Who could use our fly ash?"],
    ["en", "Skip"],
    ["en", "skip it"],
    ["en", "sludge"],
  ])("goes by the words where they tell, in %s: %s", (language, text) => {
    expect(tell(text)).toEqual([language, language, language]);
  });

  it.each(["22 000 t, Kemi", "500 t, Kokkola", "300 t/a, Karleby", "5 GWh Raahe", "Tornio", "12 000", ""])(
    "stays with the conversation's language for: %s",
    (text) => {
      expect(tell(text)).toEqual([...LANGUAGES]);
    },
  );
});
