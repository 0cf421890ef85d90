import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { correctSpelling } from "../../../bot/understand/correct-spelling.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

describe("correctSpelling()", () => {
  it.each([
    ["sv", "Ger industriomådet i Karleby ut en tidning?", "industriområdet"],
    ["fi", "kilpilahti yhteyshenkilön sähköpostiosote?", "sähköpostiosoite"],
    ["fi", "Paljonko tilaa Smart Chemisty Parkissa on?", "Smart Chemistry Park"],
    ["sv", "Vilka sidostömmar finns i Kemi?", "sidoströmmar"],
  ] as const)("puts a slip right (%s): %s", (language, text, meant) => {
    const corrected = correctSpelling(text, { language, view });
    const idsOf = (words: string) =>
      view.index.lexicon.match(words, language).map(({ concept }) => concept.id);
    expect(idsOf(corrected)).toEqual(expect.arrayContaining(idsOf(meant)));
  });

  it.each([
    ["en", "Where does the Blorbexian factory stand?"],
    ["fi", "Kuinka monta osaajaa Kokkolassa on?"],
    ["sv", "Vem är Lindströmska på Karleby stad?"],
    ["en", "What arises in 2018 at CABB's plant?"],
    ["en", ""],
  ] as const)("leaves names, known words and figures as they are (%s): %s", (language, text) => {
    expect(correctSpelling(text, { language, view })).toBe(text);
  });
});
