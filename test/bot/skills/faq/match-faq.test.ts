import { beforeAll, describe, expect, it, test } from "vitest";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { compareQuestions } from "../../../../bot/skills/faq/compare-questions.ts";
import { findNearDuplicates } from "../../../../bot/skills/faq/find-near-duplicates.ts";
import { matchFaq } from "../../../../bot/skills/faq/match-faq.ts";
import { type EntryForm, toForm } from "../../../../bot/skills/faq/question-forms.ts";
import type { Passage } from "../../../../indexer/index.ts";
import type { Language } from "../../../../knowledge/languages.ts";
import { openOwnKnowledge, questionOf } from "../../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
}, 60_000);

function match(text: string, language: Language) {
  return matchFaq(questionOf(text, { language, view }), { view, reader: "public" });
}

describe("matchFaq()", () => {
  test.each<[Language, string, string]>([
    ["en", "What is FISS?", "fiss"],
    ["fi", "Mikä FISS oikein on?", "fiss"],
    ["sv", "Vad betyder FISS?", "fiss"],
    ["en", "What happens to fly ash?", "fly-ash"],
    ["fi", "Kuka valitsee KIP-yhdistyksen hallituksen?", "kip-annual-meeting"],
    ["sv", "Vilken infrastruktur finns det på Karleby storindustriområde?", "kip-utilities"],
    ["fi", "onks kokkolas vapaita tontteja", "free-land-kokkola"],
    ["fi", "siirtoasiakrijan säilytysaika?", "transfer-document"],
    ["sv", "peittoo, vad är det?", "peittoo"],
    ["en", "Why does an eco-industrial park need anchor companies?", "anchor-companies"],
    ["en", "What is steel slag used for?", "slag"],
    ["sv", "Behöver man tillstånd för att använda avfall i markbyggnad?", "mara-decree"],
    ["fi", "Mihin Bolidenin jarosiitti päätyy?", "jarosite"],
  ])("%s: %j is asked for by %s", (language, text, id) => {
    expect(match(text, language)?.id).toBe(id);
  });

  test.each<[Language, string]>([
    ["en", "What is Materiaalitori?"],
    ["fi", "Mikä on Materiaalitori?"],
    ["en", "How many hectares are there in Kokkola Industrial Park?"],
    ["sv", "Vem är kontaktperson för Karleby storindustriområde?"],
    ["sv", "Hur planläggs en tomt i en ekoindustripark?"],
    ["sv", "Hur gammal är nätverkets ledare?"],
    ["en", "When did battery recycling begin?"],
    ["fi", "Pitääkö jätelain mukaan pitää jätekirjanpitoa?"],
  ])("%s: %j is asked for by none", (language, text) => {
    expect(match(text, language)).toBeUndefined();
  });

  it("tells the entry's own words from a paraphrase", () => {
    expect(match("When must my company use Materiaalitori?", "en")?.isSame).toBe(true);
    expect(match("When is a company obliged to use Materiaalitori?", "en")?.isSame).toBe(false);
  });
});

/** An entry with one way to ask for it and an answer that says nothing. */
const NOTHING_ELSE = {
  entryKeys: new Set<string>(),
  entryKinds: new Set<never>(),
  answerKeys: new Set<string>(),
  goesUnnamed: false,
};

describe("compareQuestions()", () => {
  const compare = (one: string, other: string, options: { park?: string; years?: string[] } = {}) => {
    const form = (text: string) => toForm(questionOf(text, { language: "en", view }), view);
    const passage = view.index.passages[0] as Passage;
    const entry: EntryForm = { ...form(other), passage, id: "other", ...NOTHING_ELSE };
    return compareQuestions(form(one), entry, {
      materials: view.materials,
      years: new Set(options.years),
      park: options.park,
    });
  };

  it("finds a question like itself without an obstacle", () => {
    expect(compare("What is FISS?", "What is FISS?")).toEqual({ score: 1, covered: 1, used: 1, unmet: 0 });
  });

  test.each([
    ["kind", "Why was the KISS project founded?", "When was the KISS project founded?"],
    ["denial", "Which parks do not make biogas?", "Which parks make biogas?"],
    ["comparison", "What is the largest load of ash?", "What is the smallest load of ash?"],
    ["side", "Who produces fly ash?", "Who takes fly ash?"],
    [
      "figure",
      "What is the 5,000 euro rule of Materiaalitori?",
      "What is the 2,000 euro rule of Materiaalitori?",
    ],
    [
      "figure",
      "How many members did the KIP Association have in 2012?",
      "How many members does the KIP Association have?",
    ],
    ["name", "Is there free land in Kilpilahti?", "Is there free land in Kokkola Industrial Park?"],
    [
      "material",
      "Do we need a notification to ship fly ash to Sweden?",
      "Do we need a notification to ship slag to Sweden?",
    ],
    ["word", "How much process water is used?", "How much does process water cost?"],
    [
      "word",
      "How many people work in the KIP Association?",
      "How many companies work in the KIP Association?",
    ],
  ])("meets the obstacle %s in %j against %j", (obstacle, one, other) => {
    expect(compare(one, other).obstacle).toBe(obstacle);
  });

  it("lets a question name the entry's year and park", () => {
    const asked = "How many companies were there in Kokkola in 2022?";
    expect(compare(asked, "How many companies were there?").obstacle).toBe("figure");
    const told = { park: "kokkola-industrial-park", years: ["2022"] };
    expect(compare(asked, "How many companies were there?", told).obstacle).toBeUndefined();
  });
});

describe("findNearDuplicates()", () => {
  it("finds the entry that asks the same in another language first", () => {
    const [first] = findNearDuplicates(
      ["Who coordinates Kokkola Industrial Park?", "Kuka koordinoi KIPiä?"],
      { view },
    );
    expect(first).toMatchObject({ id: "who-can-coordinate" });
    expect(first?.score).toBeGreaterThanOrEqual(0.8);
  });

  it("finds at most five, nearest first, each once", () => {
    const found = findNearDuplicates(["What does an eco-industrial park offer a company?"], { view });
    expect(found[0]).toEqual({
      id: "park-benefits",
      question: "What does an eco-industrial park offer a company?",
      score: 1,
    });
    expect(found.length).toBeLessThanOrEqual(5);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });

  it("warns of an entry that differs in a figure alone, behind those that may be the same", () => {
    const found = findNearDuplicates(["What is the 5,000 euro rule of Materiaalitori?"], { view });
    expect(found[0]?.id).toBe("materiaalitori");
    expect(found[0]?.score).toBeLessThan(0.8);
  });

  it("passes over the entry that is being changed, and empty texts", () => {
    expect(findNearDuplicates(["What is FISS?", " "], { view, excludeId: "fiss" })).toEqual([]);
    expect(findNearDuplicates(["", "How do I bake bread?"], { view })).toEqual([]);
  });
});
