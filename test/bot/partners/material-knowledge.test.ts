import { describe, expect, it } from "vitest";
import { PARTNER_WEIGHTS } from "../../../bot/partners/weights.ts";
import { makeMaterial, makeMaterials, makeUse } from "../../support/materials.ts";

const { broader, narrower, contains } = PARTNER_WEIGHTS.related;

describe("MaterialKnowledge", () => {
  const knowledge = makeMaterials({
    uses: [makeUse(), makeUse({ receiver_class: "biogas" }), makeUse({ stream_type: "silica" })],
  });

  it("knows what has uses, a row of its own, or something special below it", () => {
    expect(["ash", "fly-ash", "silica"].map((id) => knowledge.knows(id))).toEqual([true, true, true]);
    expect(["lime", "helicopter"].map((id) => knowledge.knows(id))).toEqual([false, false]);
    const special = makeMaterials({ materials: [makeMaterial("x", { broader: ["y"] })] });
    expect(special.knows("y")).toBe(true);
  });

  it("takes a word for general when four materials are special kinds of it", () => {
    expect(knowledge.isGeneral("ash")).toBe(true);
    expect(knowledge.isGeneral("fly-ash")).toBe(false);
    const three = makeMaterials({
      materials: ["a", "b", "c"].map((id) => makeMaterial(id, { broader: ["ash"] })),
    });
    expect(three.isGeneral("ash")).toBe(false);
  });

  it("gives uses of exactly one material, in the order of the table", () => {
    expect(knowledge.usesOf("ash").map(({ use, rank }) => [use.receiver_class, rank])).toEqual([
      ["cement and lime", 0],
      ["biogas", 1],
    ]);
    expect(knowledge.usesOf("fly-ash")).toEqual([]);
    expect(knowledge.usesBy("cement and lime").map(({ use }) => use.stream_type)).toEqual(["ash", "silica"]);
    expect(knowledge.usesBy("biogas")).toHaveLength(1);
  });

  it("knows what a waste code stands for, the general in place of its kinds", () => {
    const uses = [
      makeUse({ stream_type: "fly-ash", waste_codes: ["100101", "100102"] }),
      makeUse({ stream_type: "fly-ash", receiver_class: "biogas", waste_codes: ["100102"] }),
      makeUse({ stream_type: "ash", waste_codes: ["100101"] }),
      makeUse({ stream_type: "silica", waste_codes: ["100101"] }),
    ];
    const coded = makeMaterials({ uses });
    expect(coded.codedAs("100102")).toEqual(["fly-ash"]);
    expect(coded.codedAs("100101")).toEqual(["ash", "silica"]);
    expect(coded.codedAs("1001")).toEqual([]);
  });

  it("relates a special material to its properties and to the general one with its own, each once", () => {
    expect(knowledge.relatedTo("fly-ash")).toEqual([
      { id: "fly-ash", weight: 1, relation: "same" },
      { id: "silica", weight: contains[0], relation: "contains" },
      // Lime is the second property of fly ash, and the first of ash one step up, which counts less.
      { id: "lime", weight: Math.max(contains[1], broader * contains[0]), relation: "contains" },
      { id: "ash", weight: broader, relation: "broader" },
    ]);
  });

  it("relates a general word to the special materials below it", () => {
    const related = knowledge.relatedTo("ash");
    expect(related.filter(({ relation }) => relation === "narrower").map(({ id }) => id)).toEqual([
      "fly-ash",
      "bottom-ash",
      "wood-ash",
      "peat-ash",
    ]);
    expect(related.find(({ id }) => id === "fly-ash")?.weight).toBe(narrower);
    expect(knowledge.relatedTo("helicopter")).toEqual([{ id: "helicopter", weight: 1, relation: "same" }]);
  });

  it("climbs materials that are more general than each other no further than they weigh", () => {
    const circle = makeMaterials({
      materials: [makeMaterial("a", { broader: ["b"] }), makeMaterial("b", { broader: ["a", "b"] })],
    });
    expect(circle.relatedTo("a").map(({ id }) => id)).toEqual(["a", "b"]);
    expect(circle.relatedTo("a")[0]?.relation).toBe("same");
  });

  it("finds the materials that hold a property, the main one first", () => {
    expect(knowledge.holding("lime")).toEqual(["ash", "fly-ash"]);
    expect(knowledge.holding("gold")).toEqual([]);
  });

  it("knows the physical states of a material", () => {
    expect(knowledge.formsOf("fly-ash")).toEqual(["powder"]);
    expect(knowledge.formsOf("helicopter")).toEqual([]);
  });
});

describe("firmness()", () => {
  const knowledge = makeMaterials({});
  const firm = (cases: number, { rank = 0, minus = 0 } = {}) =>
    knowledge.firmness({ use: makeUse({ cases }), rank }, minus);

  it("grows with the documented cases, and never to certainty", () => {
    const values = [1, 2, 4, 16, 1e9].map((cases) => firm(cases));
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(new Set(values).size).toBe(values.length);
    expect(values.at(-1)).toBeLessThanOrEqual(0.95);
  });

  it("shrinks down the list of a material's uses", () => {
    expect(firm(2, { rank: 3 })).toBeLessThan(firm(2));
  });

  it("is nothing when all the cases a use rests on are left out, unless it is general practice", () => {
    expect(firm(3, { minus: 2 })).toBe(firm(1));
    expect(firm(3, { minus: 3 })).toBe(0);
    expect(firm(3, { minus: 9 })).toBe(0);
    expect(firm(0, { minus: 9 })).toBe(PARTNER_WEIGHTS.use.generalPractice);
  });
});
