import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { ESSENTIALS } from "../../../bot/partners/partner-request.ts";
import { readPartnerForm } from "../../../bot/understand/read-partner-form.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});
const read = (fields: Record<string, string>, language: Language = "en") =>
  readPartnerForm(fields, { language, view });
const asked = [...ESSENTIALS];

describe("readPartnerForm()", () => {
  it("reads every field", () => {
    const fields = {
      direction: "give",
      what: " lentotuhka ",
      amount: "22000",
      unit: "t",
      place: "Kemi",
      physicalForm: "solid",
      hazardous: "no",
    };
    expect(read(fields, "fi")).toEqual({
      direction: "give",
      description: "lentotuhka",
      amount: { dimension: "mass", value: 22_000 },
      places: ["kemi"],
      form: "solid",
      hazardous: "no",
      asked,
    });
  });

  it("asks for nothing again, and counts empty and unreadable fields as not told", () => {
    expect(read({})).toEqual({ direction: "give", description: "", asked });
    const odd = {
      amount: "many",
      unit: "lots",
      place: "Atlantis",
      physicalForm: "fog",
      hazardous: "unknown",
    };
    expect(read({ what: "ash", direction: "sideways", ...odd })).toEqual({
      direction: "give",
      description: "ash",
      asked,
    });
  });

  it.each([
    ["5000", "kg", { dimension: "mass", value: 5 }],
    ["2.5", "GWh", { dimension: "energy", value: 2500 }],
    ["10", "m3", { dimension: "volume", value: 10 }],
    ["10", undefined, { dimension: "mass", value: 10 }],
  ])("turns %s %s into the unit of the tables", (amount, unit, expected) => {
    expect(read({ what: "ash", amount, ...(unit === undefined ? {} : { unit }) }).amount).toEqual(expected);
  });

  it.each<[Language, string, object]>([
    ["sv", "Torneå", { places: ["tornio"] }],
    ["fi", "Kokkolassa", { places: ["kokkola"] }],
    ["en", "Kilpilahti", { parks: ["kilpilahti"] }],
  ])("finds the place, in %s: %s", (language, place, expected) => {
    expect(read({ what: "ash", place }, language)).toMatchObject(expected);
  });

  it.each<[Language, string, string, string]>([
    ["en", "We make bricks and need clay", "clay", "bricks, ceramics and refractories"],
    ["fi", "Teemme tiiliä ja tarvitsemme savea", "savea", "bricks, ceramics and refractories"],
    ["sv", "Vi gör tegel och söker lera", "lera", "bricks, ceramics and refractories"],
  ])("parts a need into who asks and what is wanted, in %s", (language, what, description, receiverClass) => {
    const request = read({ direction: "take", what }, language);
    expect(request).toMatchObject({ direction: "take", description });
    expect(request.classes).toContain(receiverClass);
  });

  it("takes the whole text for what is wanted where nobody is named, and for what is given always", () => {
    expect(read({ direction: "take", what: "lime" })).toEqual({
      direction: "take",
      description: "lime",
      asked,
    });
    expect(read({ direction: "take", what: "We make bricks" }).classes).toEqual([
      "bricks, ceramics and refractories",
    ]);
    const given = read({ direction: "give", what: "clay of a brickworks" });
    expect(given.classes).toBeUndefined();
    expect(given.description).toBe("clay of a brickworks");
  });
});
