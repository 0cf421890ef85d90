import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { ParkKnowledge, parkKnowledge } from "../../../bot/query/park-knowledge.ts";
import { isInPlace, isUsefulPlace, pointOfPlace } from "../../../bot/query/place-coordinates.ts";
import { GUARDED_KNOWLEDGE, SECRETS } from "../../support/guarded-knowledge.ts";
import { askFiles, openOwnKnowledge } from "../../support/own-index.ts";

let view: KnowledgeView;
let knowledge: ParkKnowledge;
beforeAll(async () => {
  view = await openOwnKnowledge();
  knowledge = parkKnowledge(view);
});

const factsOf = (park: string) => knowledge.factsOf(park, "public");

describe("ParkKnowledge", () => {
  it("is made once for a view", () => {
    expect(parkKnowledge(view)).toBe(knowledge);
  });

  it("tells a figure with its unit and year, and once only", () => {
    const steam = factsOf("kilpilahti").find(
      ({ feature, kind }) => feature === "steam" && kind === "feature",
    );
    expect(steam?.words.en).toMatch(/450 MW, 2018/);
    const heat = factsOf("kilpilahti").find(({ feature }) => feature === "heat");
    expect(heat?.words.sv.match(/1 ?000 MW/g)).toHaveLength(1);
  });

  it("holds the words of each fact in its passage, in every language", () => {
    for (const { id } of knowledge.places) {
      for (const fact of factsOf(id)) {
        for (const language of ["fi", "sv", "en"] as const)
          expect(fact.passage[language]).toContain(fact.words[language]);
      }
    }
  });

  it("tells what is planned from what is there", () => {
    const states = factsOf("eco3").filter(({ feature }) => feature === "waste-water-treatment");
    expect(states.map(({ state }) => state)).toEqual(["planned"]);
    const zoned = factsOf("ecosairila").find(({ kind, feature }) => kind === "feature" && feature === "land");
    expect(zoned?.state).toBe("there");
  });

  it("marks what a source leaves open", () => {
    const sewerage = factsOf("kokkola-industrial-park").find(
      ({ feature }) => feature === "waste-water-treatment",
    );
    expect(sewerage?.state).toBe("unsure");
  });

  it("finds rare words more telling than common ones, and unknown ones not at all", () => {
    expect(knowledge.tellingness("trade:formic-acid")).toBeGreaterThan(knowledge.tellingness("trade:heat"));
    expect(knowledge.tellingness("trade:no-such-thing")).toBe(0);
  });

  it("finds a word of the tables for one that is made from it", () => {
    expect(knowledge.wordsLike("meluisa", "fi")).toContain("stem:fi:melu");
    expect(knowledge.wordsLike("xyzzy", "fi")).toEqual([]);
  });

  it("gives a reader only the facts of its rank", async () => {
    const guarded = new ParkKnowledge((await askFiles(GUARDED_KNOWLEDGE)).view);
    for (const reader of ["public", "member"] as const) {
      const told = JSON.stringify([
        guarded.placesFor(reader),
        guarded
          .placesFor(reader)
          .flatMap(({ id }) => guarded.factsOf(id, reader))
          .map(({ passage, gives, takes }) => [passage.en, passage.fi, passage.sv, gives.en, takes.en]),
      ]);
      expect(told).not.toMatch(SECRETS.coordinator);
      if (reader === "public") expect(told).not.toMatch(SECRETS.member);
    }
  });
});

describe("places", () => {
  const place = (id: string) => {
    const found = view.index.tables.places?.find((row) => row.id === id);
    if (found === undefined) throw new Error(`Cannot test: no place "${id}"`);
    return found;
  };
  const park = (id: string) => {
    const found = knowledge.places.find((row) => row.id === id);
    if (found === undefined) throw new Error(`Cannot test: no park "${id}"`);
    return found;
  };

  it("hold the parks of a region, a municipality and an area of several", () => {
    expect(isInPlace(park("kemi-tornio"), place("lapland"))).toBe(true);
    expect(isInPlace(park("arctio"), place("tornio"))).toBe(true);
    expect(isInPlace(park("arctio"), place("sea-lapland"))).toBe(true);
    expect(isInPlace(park("kemijarvi-biopark"), place("sea-lapland"))).toBe(false);
    expect(isInPlace(park("kilpilahti"), place("southern-finland"))).toBe(true);
  });

  it("are of no use when every park lies in them", () => {
    expect(isUsefulPlace(place("finland"))).toBe(false);
    expect(isUsefulPlace(place("lapland"))).toBe(true);
  });

  it("lie where their town does, or a park in them", () => {
    expect(pointOfPlace(place("helsinki"), [])).toEqual({ latitude: 60.17, longitude: 24.94 });
    expect(pointOfPlace(place("nokia"), knowledge.places)?.latitude).toBeCloseTo(61.52);
    expect(pointOfPlace(place("akaa"), knowledge.places)).toBeUndefined();
  });
});
