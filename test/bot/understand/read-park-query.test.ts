import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { understandParks } from "../../../bot/skills/parks/answer-park-list.ts";
import { analyseQuestion } from "../../../bot/understand/question.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

const read = (text: string, language: Language) =>
  understandParks(analyseQuestion(text, { language, view }), { view, reader: "public" });

const anywhere = ["park", "site"];

describe("a question for parks", () => {
  it.each<[string, Language, object]>([
    ["parks with a port", "en", { offers: ["port"] }],
    ["Missä puistoissa on satama?", "fi", { offers: ["port"] }],
    ["Vilka parker har en hamn?", "sv", { offers: ["port"] }],
    ["Which parks have a railway or a motorway?", "en", { offers: ["motorway", "rail"], isAnyOffer: true }],
    ["puistot joissa on satama ja rautatie", "fi", { offers: ["rail", "port"] }],
    ["Vilka parker i Nyland har ånga?", "sv", { offers: ["steam"], places: ["uusimaa"] }],
    ["parks with a pyrolysis plant", "en", { offers: ["trade:pyrolysis"] }],
    ["puistot Lapissa", "fi", { places: ["lapland"] }],
    ["Var finns ånga att få?", "sv", { offers: ["steam"], kinds: anywhere }],
    ["Millä alueilla on rautatie, puistot ja muut kohteet?", "fi", { offers: ["rail"], kinds: anywhere }],
    ["Which parks and sites have a port?", "en", { offers: ["port"], kinds: anywhere }],
    [
      "Hur många ekoindustriparker har avloppsreningsverk?",
      "sv",
      { offers: ["waste-water-plant"], measure: "count" },
    ],
    ["Which parks have hydrogen on offer?", "en", { offers: ["hydrogen"] }],
  ])("is read in full: %s", (text, language, query) => {
    expect(read(text, language)).toEqual(query);
  });

  it.each<[string, Language]>([
    ["Which parks have no port?", "en"],
    ["Missä puistoissa ei ole satamaa?", "fi"],
    ["Vilka parker saknar hamn?", "sv"],
    ["Which parks near Oulu have a port?", "en"],
    ["sataman läheisyydessä olevat puistot", "fi"],
    ["Does Kokkola Industrial Park have a port?", "en"],
    ["Where is our nearest port?", "en"],
    ["In which parks does fly ash arise?", "en"],
    ["Which parks have the largest port?", "en"],
    ["Which parks were founded in Lapland after 2015?", "en"],
  ])("is not understood when a word of it is not: %s", (text, language) => {
    expect(read(text, language)).toBeUndefined();
  });
});
