import { beforeAll, describe, expect, it } from "vitest";
import type { PartnerFinder } from "../../../bot/partners/partner-finder.ts";
import { scorePair } from "../../../bot/partners/score-pair.ts";
import { PARTNER_WEIGHTS } from "../../../bot/partners/weights.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";
import { makeStream } from "../../support/streams.ts";

let partners: PartnerFinder;
beforeAll(async () => {
  partners = (await openOwnKnowledge()).partners;
});

const KEMI = { latitude: 65.74, longitude: 24.56 };

describe("PartnerFinder.readStuff()", () => {
  it("adds near names to those that stand there, which stay ahead", () => {
    const stuff = partners.readStuff("spent foundry sands with binder", "en");
    expect(stuff.map(({ id }) => id)).toContain("foundry-sand");
    const known = partners.readStuff("fly ash of a biomass boiler", "en");
    expect(known[0]).toMatchObject({ id: "fly-ash", weight: PARTNER_WEIGHTS.evidence.head });
    expect(known.slice(1).every(({ weight }) => weight < 1)).toBe(true);
    expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
  });

  it.each<[Language, string]>([
    ["en", "our side streams"],
    ["en", "our waste"],
    ["fi", "sivuvirrat"],
    ["fi", "sivutuotteemme"],
    ["sv", "våra biprodukter"],
    ["sv", "sidoströmmar"],
    ["en", "gubbins"],
  ])("guesses nothing from words that fit any stream, in %s: %s", (language, text) => {
    expect(partners.readStuff(text, language).filter(({ isNear }) => isNear === true)).toEqual([]);
  });
});

describe("PartnerFinder.findTakers()", () => {
  it.each<[Language, string, string]>([
    ["en", "fly ash", "cement and lime"],
    ["fi", "lentotuhkaa", "cement and lime"],
    ["sv", "flygaska", "cement and lime"],
    ["en", "waste heat", "district heating and cooling"],
    ["fi", "heraa", "animal feed and livestock"],
    ["sv", "gipsskivor", "plasterboard"],
  ])("names the industry that usually takes it, in %s: %s", (language, text, receiverClass) => {
    const { industries } = partners.findTakers({ stuff: partners.readStuff(text, language) });
    expect(industries.slice(0, 5).map((industry) => industry.receiverClass)).toContain(receiverClass);
  });

  it("finds companies of the industries, nearer ones first with a place", () => {
    const stuff = partners.readStuff("fly ash", "en");
    const { industries, companies } = partners.findTakers({ stuff, place: KEMI });
    const classes = industries.map(({ receiverClass }) => receiverClass);
    expect(companies.length).toBeGreaterThan(3);
    for (const { industry, company } of companies) {
      expect(classes.slice(0, 8)).toContain(industry.receiverClass);
      expect(company.receiver_classes).toContain(industry.receiverClass);
    }
    const scores = companies.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(companies[0]?.distanceInKm).toBeLessThan(50);
  });

  it("finds nobody for nothing", () => {
    expect(partners.findTakers({ stuff: [] })).toEqual({ industries: [], companies: [] });
  });
});

describe("PartnerFinder.stuffOf()", () => {
  it("reads all three names of a row, each concept once with its best weight", () => {
    const row = makeStream({ name_en: "Residue", name_fi: "Lentotuhka", name_sv: "Flygaska och bark" });
    const stuff = partners.stuffOf(row);
    expect(stuff.map(({ id }) => id)).toEqual(expect.arrayContaining(["fly-ash", "bark"]));
    expect(new Set(stuff.map(({ id }) => id)).size).toBe(stuff.length);
    const weights = stuff.map(({ weight }) => weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });
});

describe("PartnerFinder.findClasses() and findPurpose()", () => {
  it.each<[Language, string, string]>([
    ["en", "We make bricks", "bricks, ceramics and refractories"],
    ["fi", "Teemme tiiliä", "bricks, ceramics and refractories"],
    ["sv", "Vi gör tegel", "bricks, ceramics and refractories"],
    ["sv", "Vi driver en biogasanläggning", "biogas"],
  ])("knows who asks, in %s: %s", (language, text, receiverClass) => {
    expect(partners.findClasses(text, language)).toContain(receiverClass);
  });

  it("takes only whole names for a purpose, and names at most three", () => {
    expect(partners.findPurpose("lime for the brickworks", "en")).toEqual([
      "bricks, ceramics and refractories",
    ]);
    expect(partners.findPurpose("lime", "en")).toEqual([]);
    const many = "brickworks, biogas plant, fish farm, greenhouse, sawmill, dairy";
    expect(partners.findPurpose(many, "en")).toHaveLength(3);
  });
});

describe("scorePair()", () => {
  const score = (stream: string, receiver: string, language: Language = "en") =>
    scorePair({ stream, receiver }, { partners, language });

  it("is high for a usual exchange and low for an odd one, in each language", () => {
    for (const [language, ash, works, dairy] of [
      ["en", "fly ash", "cement works", "dairy"],
      ["fi", "lentotuhka", "sementtitehdas", "meijeri"],
      ["sv", "flygaska", "cementfabrik", "mejeri"],
    ] as const) {
      expect(score(ash, works, language), language).toBeGreaterThan(0.5);
      expect(score(ash, dairy, language), language).toBeLessThan(0.2);
    }
  });

  it("adds for stuff that both name", () => {
    expect(score("gypsum", "dealer in gypsum")).toBeGreaterThan(score("gypsum", "dealer in helicopters"));
  });

  it("is nothing where nothing is known of stream or receiver, and never more than one", () => {
    expect(score("helicopter", "cement works")).toBe(0);
    expect(score("fly ash", "helicopter")).toBe(0);
    expect(score("", "")).toBe(0);
    for (const receiver of ["cement works", "fly ash cement works", "fly ash"]) {
      expect(score("fly ash", receiver)).toBeLessThanOrEqual(1);
    }
  });

  it("takes from an industry further down the ranking", () => {
    const stuff = partners.readStuff("fly ash", "en");
    const ranking = partners.rankIndustries({ stuff });
    const scores = ranking.slice(0, 5).map(({ receiverClass }) => score("fly ash", receiverClass));
    expect(scores[0]).toBeGreaterThan(scores[4] ?? 1);
  });
});
