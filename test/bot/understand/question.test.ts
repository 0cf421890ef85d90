import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { Question } from "../../../bot/understand/question.ts";
import type { Term } from "../../../bot/understand/term.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge, questionOf } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

const read = (text: string, language: Language = "en"): Question => questionOf(text, { language, view });
const term = (question: Question, word: string): Term | undefined =>
  question.terms.find((candidate) => candidate.word.startsWith(word));

describe("analyseQuestion()", () => {
  it.each([
    ["fi", "Montako yritystä KIP:ssä on?", "kokkola-industrial-park"],
    ["fi", "Missä ECO3:n alue on?", "eco3"],
    ["fi", "Kemijärven biopuiston yhteyshenkilö", "kemijarvi-biopark"],
    ["sv", "Vilka företag finns i Karleby storindustriområde?", "kokkola-industrial-park"],
    ["sv", "Var ligger Sköldvik?", "kilpilahti"],
    ["en", "who is in plänet b", "planet-b"],
  ] as const)("finds the park (%s): %s", (language, text, park) => {
    expect(read(text, language).parks).toContain(park);
  });

  it("leaves out endings after a colon, function words and words that only ask", () => {
    const words = read("Mitä tietoa KIP:ssä olevista yrityksistä on?", "fi").terms.map(({ word }) => word);
    expect(words).toContain("kip");
    for (const word of ["ssä", "mitä", "on", "tietoa"]) expect(words).not.toContain(word);
  });

  it("takes acronyms for names wherever they stand, other capitals only inside a sentence", () => {
    expect(term(read("FISS explained"), "fiss")?.isName).toBe(true);
    expect(term(read("Explain Blorbex to me"), "blorbex")?.isName).toBe(true);
    expect(term(read("Explaining is hard"), "explaining")?.isName).toBe(false);
  });

  it("knows which words nobody has met", () => {
    const question = read("How much blorbex arises in Kokkola?");
    expect(term(question, "blorbex")?.isUnknown).toBe(true);
    expect(term(question, "kokkola")?.isUnknown).toBe(false);
  });

  it("lets a word be met by one close in meaning, less well than by itself", () => {
    const concepts = term(read("How does it affect employment?"), "employment")?.concepts;
    expect(concepts?.get("word:employ")).toBe(1);
    expect(concepts?.get("word:job")).toBeGreaterThan(0);
    expect(concepts?.get("word:job")).toBeLessThan(0.5);
  });

  it("takes the number of a brief or a programme for a part of its name", () => {
    expect(term(read("What does Policy Brief 2 recommend?"), "2")?.isName).toBe(true);
    expect(term(read("What happened in 2 years?"), "2")?.isName).toBe(false);
  });

  it("weighs rare words more than common ones", () => {
    const question = read("Which park has vanadium?");
    const [rare, common] = [term(question, "vanadium"), term(question, "park")];
    expect(rare?.weight).toBeGreaterThan(common?.weight ?? Number.NaN);
    for (const { weight } of question.terms) expect(weight).toBeGreaterThan(0);
  });

  it("lets a sentence beside the one that asks colour the question only", () => {
    const [alone, beside] = [
      read("Gypsum lies there. Where is ECO3?"),
      read("How much gypsum lies there? Where is ECO3?"),
    ];
    expect(term(alone, "gypsum")?.weight).toBeLessThan(term(beside, "gypsum")?.weight ?? Number.NaN);
  });

  it("marks the fact that must be met", () => {
    expect(term(read("What does membership cost?"), "membership")?.isFocus).toBe(true);
    expect(term(read("What is the turnover of Boliden?"), "turnover")?.isFocus).toBe(true);
    expect(term(read("Which slag arises in Tornio?"), "slag")?.isFocus).toBe(false);
  });

  it("counts a word asked twice once, and finds nothing in nothing", () => {
    expect(read("gypsum gypsum GYPSUM").terms).toHaveLength(1);
    expect(read("").terms).toEqual([]);
    expect(read("is it the").terms).toEqual([]);
  });

  it("answers in the language of the words unless told otherwise", () => {
    expect(read("Missä ECO3 on?", "fi").replyLanguage).toBe("fi");
  });
});
