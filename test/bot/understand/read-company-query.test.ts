import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { understandCompanies } from "../../../bot/skills/companies/answer-companies.ts";
import { analyseQuestion } from "../../../bot/understand/question.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

const read = (text: string, language: Language) =>
  understandCompanies(analyseQuestion(text, { language, view }), { view, reader: "public" });

const takesAsh = { holds: [{ role: "takes", terms: ["trade:ash"] }] };
const biogas = { holds: [{ role: "industry", terms: ["trade:biogas"] }] };

describe("a question to the table of companies", () => {
  it.each<[string, Language, object]>([
    ["Which companies take ash?", "en", takesAsh],
    ["Mitkä yritykset ottavat vastaan tuhkaa?", "fi", takesAsh],
    ["tuhkaa käyttävät yritykset", "fi", takesAsh],
    ["Vilka företag tar emot aska?", "sv", takesAsh],
    ["How many companies are in the biogas business?", "en", { ...biogas, measure: "count" }],
    ["Montako biokaasualan yritystä taulukossa on?", "fi", { ...biogas, measure: "count" }],
    ["biogasföretag i Åbo", "sv", { ...biogas, places: ["turku"] }],
    ["Which companies in Pori are no longer in operation?", "en", { places: ["pori"], statuses: ["closed"] }],
    ["Mitkä Porin yritykset ovat lopettaneet?", "fi", { places: ["pori"], statuses: ["closed"] }],
    ["Vilka företag i Björneborg har lagts ned?", "sv", { places: ["pori"], statuses: ["closed"] }],
    ["Which companies have ash as a by-product?", "en", { holds: [{ role: "gives", terms: ["trade:ash"] }] }],
    ["vedyn tuottajat", "fi", { holds: [{ role: "makes", terms: ["trade:hydrogen"] }] }],
    [
      "sågverk i Lappland",
      "sv",
      { places: ["lapland"], holds: [{ role: "industry", terms: ["trade:sawmill"] }] },
    ],
  ])("is read in full: %s", (text, language, query) => {
    expect(read(text, language)).toEqual(query);
  });

  it.each<[string, Language]>([
    ["Which companies in the metal business are there in Kokkola?", "en"],
    ["Metallialan yritykset Kokkolassa", "fi"],
    ["metallföretag i Karleby", "sv"],
  ])("may name a trade broader than any row's words: %s", (text, language) => {
    const [hold] = read(text, language)?.holds ?? [];
    expect(hold).toMatchObject({ role: "industry" });
    expect(hold?.terms).toContain("class:non-ferrous metals");
  });

  it.each<[string, Language]>([
    ["Which companies in Kokkola have more than 100 employees?", "en"],
    ["Which companies in Pori do not take ash?", "en"],
    ["Which companies near Oulu make steam?", "en"],
    ["Which companies deliver heat to Kemi?", "en"],
    ["Which companies could take our ash?", "en"],
    ["Which companies own land in Kokkola?", "en"],
    ["How many companies are there in Kokkola Industrial Park?", "en"],
    ["Which parks have land for companies?", "en"],
    ["ash per company in Kokkola", "en"],
    ["Mitkä yritykset tekevät yhteistyötä Centrian kanssa?", "fi"],
    ["Minkä niminen yritys myy SSAB:n sivutuotteita?", "fi"],
    ["Kuinka monta yritystä FISSissä on ollut mukana?", "fi"],
    ["Mitkä yritykset toimittavat lämpöä Kemiin?", "fi"],
    ["Vilka företag samarbetar i Karleby?", "sv"],
    ["Sidoströmmar per företag i Karleby", "sv"],
  ])("is not understood when a word of it is not: %s", (text, language) => {
    expect(read(text, language)).toBeUndefined();
  });
});
