import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findPlace, type PlaceNames } from "../../../indexer/import/find-park.ts";
import { readKnowledge } from "../../../knowledge/read-knowledge.ts";

describe("findPlace()", () => {
  let names: PlaceNames;

  beforeAll(async () => {
    const { tables } = await readKnowledge(join(import.meta.dirname, "..", "..", "..", "knowledge"));
    names = { parks: tables.parks ?? [], places: tables.places ?? [] };
  });

  const find = (park: string, municipality = "", fallback = "") => {
    const place = findPlace({ park, municipality, fallback }, names);
    return "code" in place ? place.code : `${place.park}: ${place.municipality}`;
  };

  it.each([
    ["KIP", "Karleby", "kokkola-industrial-park: Kokkola"],
    ["planet b", "", "planet-b: "],
    ["Sköldvik", "", "kilpilahti: "],
    ["", "Kokkola", "kokkola-industrial-park: Kokkola"],
    ["", "Kemi ja Tornio", "kemi-tornio: Kemi; Tornio"],
    ["", "Kilpilahti", "kilpilahti: Porvoo"],
    ["Kokkola", "", "kokkola-industrial-park: Kokkola"],
    ["", "Torneå", "park-several"],
    ["Kuupuisto", "Kokkola", "park-unknown"],
    ["", "Utsjoki", "park-missing"],
    ["ei tietoa", "-", "park-missing"],
  ])("of park %j and municipality %j is %j", (park, municipality, expected) => {
    expect(find(park, municipality)).toBe(expected);
  });

  it("takes the given park where a row names none, and to decide between several", () => {
    expect(find("", "", "arctio")).toBe("arctio: ");
    expect(find("", "Tornio", "arctio")).toBe("arctio: Tornio");
    expect(find("", "Kokkola", "arctio")).toBe("kokkola-industrial-park: Kokkola");
  });
});
