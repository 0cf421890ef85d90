import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { LocationNeed } from "../../../bot/query/location-need.ts";
import { readNeeds } from "../../../bot/understand/read-needs.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge, questionOf } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

/** Needs in short: "land 5 ha", "in slag", "near turku". */
function needsOf(language: Language, text: string): string[] {
  return readNeeds(questionOf(text, { language, view }), view).map(short).sort();
}

function short(need: LocationNeed): string {
  const amount = "amount" in need && need.amount !== undefined ? ` ${need.amount} ${need.unit}` : "";
  switch (need.kind) {
    case "feature":
      return `${need.feature}${amount}`;
    case "place":
      return `${need.isDenied === true ? "not" : need.isNear === true ? "near" : "in"} ${need.place}`;
    case "input":
      return `takes ${need.material}${amount}`;
    case "output":
      return `gives ${need.material}${amount}`;
    default:
      return `${need.kind} ${need.words.toLowerCase()}`;
  }
}

describe("readNeeds()", () => {
  it.each<[Language, string]>([
    ["en", "We need 5 ha of land, steam and a railway"],
    ["fi", "Tarvitsemme 5 hehtaaria maata, höyryä ja rautatien"],
    ["sv", "Vi behöver 5 hektar mark, ånga och järnväg"],
  ])("reads what a park must offer in %s, with amounts", (language, text) => {
    expect(needsOf(language, text)).toEqual(["land 5 ha", "rail", "steam"]);
  });

  it.each<[Language, string, string]>([
    ["en", "We need a port near Turku", "near turku"],
    ["fi", "Tarvitsemme sataman Turun seudulta", "near turku"],
    ["sv", "Vi behöver hamn i Åbotrakten", "near turku"],
    ["fi", "Tarvitsemme sataman Meri-Lapista", "in sea-lapland"],
    ["fi", "Tarvitsemme sataman Etelä-Suomesta", "in southern-finland"],
    ["fi", "Tarvitsemme sataman Uudeltamaalta", "in uusimaa"],
    ["sv", "Vi behöver hamn i norra Finland", "in northern-finland"],
  ])("reads where a company wants to be in %s: %s", (language, text, place) => {
    expect(needsOf(language, text)).toEqual([place, "port"]);
  });

  it.each<[Language, string, string]>([
    ["en", "We need a port, but not in Kokkola", "not kokkola"],
    ["en", "We need a port anywhere but Lapland", "not lapland"],
    ["fi", "Tarvitsemme sataman mutta emme Lapista", "not lapland"],
    ["fi", "Tarvitsemme sataman Kokkolan ulkopuolelta", "not kokkola"],
    ["sv", "Vi behöver hamn, inte i Karleby", "not kokkola"],
  ])("reads where a company does not want to be in %s: %s", (language, text, place) => {
    expect(needsOf(language, text)).toEqual([place, "port"]);
  });

  it("takes what is left over for something to place, whoever says that they produce it", () => {
    expect(needsOf("en", "We are a brewery and produce spent grain. Where should we locate?")).toEqual([
      "gives brewer-s-spent-grain",
      "industry brewery",
    ]);
  });

  it("takes a small word for no place: Swedish kemi is chemistry", () => {
    expect(needsOf("sv", "Vi söker labb för grön kemi")).not.toContain("in kemi");
  });

  it.each<[Language, string]>([
    ["en", "We want to sit next to a steel mill"],
    ["fi", "Tarvitaan terästehdas naapuriksi"],
    ["sv", "Vi vill ha ett stålverk intill"],
  ])("reads a wish for a neighbour in %s", (language, text) => {
    expect(needsOf(language, text).filter((need) => need.startsWith("neighbour"))).toHaveLength(1);
  });

  it("tells raw material from product", () => {
    const needs = needsOf("en", "We turn fish offal into feed and need waste-water treatment");
    expect(needs).toEqual(["industry feed", "takes fish-waste", "waste-water-treatment"]);
  });

  it("reads who must take something", () => {
    expect(needsOf("fi", "Vetylaitos, tarvitsemme hapelle ostajia")).toContain("gives oxygen");
  });

  it("reads an amount of a material", () => {
    const needs = needsOf("en", "We need a million tonnes of biogenic CO2 a year");
    expect(needs).toContain("takes carbon-dioxide 1000000 t");
  });

  it("leaves out what is not needed", () => {
    expect(needsOf("en", "We need steam but no port")).toEqual(["steam"]);
    expect(needsOf("sv", "Vi behöver ånga men ingen hamn")).toEqual(["steam"]);
  });

  it("reads power in MW beside what it is of", () => {
    expect(needsOf("en", "We need at least 400 MW of steam")).toEqual(["steam 400 MW"]);
  });

  it("finds no needs where none are told", () => {
    expect(needsOf("en", "Where should we locate?")).toEqual([]);
    expect(needsOf("fi", "Mihin meidän kannattaisi sijoittua?")).toEqual([]);
    expect(needsOf("sv", "Var bör vi etablera oss?")).toEqual([]);
  });
});
