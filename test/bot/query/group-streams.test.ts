import { describe, expect, it } from "vitest";
import { groupStreams } from "../../../bot/query/group-streams.ts";
import type { Grouping } from "../../../bot/query/stream-query.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import { makeStream } from "../../support/streams.ts";

const keysOf = (rows: readonly StreamRecord[], grouping: Grouping) =>
  groupStreams(rows, { grouping, regionOf: ({ park }) => `region of ${park}` }).map(({ key }) => key);

describe("groupStreams()", () => {
  it.each([
    ["park", "kemi-tornio"],
    ["region", "region of kemi-tornio"],
    ["municipality", "Kemi; Tornio"],
    ["category", "ash"],
    ["form", "solid"],
    ["status", "available"],
    ["producer", "Boliden"],
    ["year", "2018"],
  ] as const)("takes the value of %s", (grouping, key) => {
    const row = makeStream({ municipality: "Kemi; Tornio", producer_en: "Boliden", year: 2018 });
    expect(keysOf([row], grouping)).toEqual([key]);
  });

  it("puts rows without the value together under an empty key", () => {
    const rows = [makeStream(), makeStream({ id: "SS002" }), makeStream({ producer_en: "Boliden" })];
    expect(keysOf(rows, "producer").sort()).toEqual(["", "Boliden"]);
    expect(keysOf(rows, "year")).toEqual([""]);
  });

  it("puts the largest sum first, then the group of most rows; stocks and plans add nothing", () => {
    const rows = [
      makeStream({ park: "one", quantity: 10 }),
      makeStream({ park: "two", quantity: 6 }),
      makeStream({ park: "two", quantity: 6 }),
      makeStream({ park: "three", quantity: 900, kind: "stock" }),
      makeStream({ park: "four", quantity: undefined }),
      makeStream({ park: "four", quantity: undefined }),
      makeStream({ park: "five", quantity: 11_000, unit: "kg" }),
    ];
    expect(keysOf(rows, "park")).toEqual(["two", "five", "one", "four", "three"]);
  });

  it("compares no tonnes with megawatt hours: masses come before volumes and energies", () => {
    const rows = [
      makeStream({ park: "energy", quantity: 70, unit: "GWh" }),
      makeStream({ park: "volume", quantity: 4_000_000, unit: "m3" }),
      makeStream({ park: "mass", quantity: 10 }),
    ];
    expect(keysOf(rows, "park")).toEqual(["mass", "volume", "energy"]);
  });

  it("adds the units of a group apart", () => {
    const rows = [makeStream(), makeStream({ unit: "GWh", quantity: 2 }), makeStream({ quantity: 1 })];
    const [group] = groupStreams(rows, { grouping: "park", regionOf: () => "" });
    expect(group?.totals.map(({ unit, quantity }) => [unit, quantity])).toEqual([
      ["t", 101],
      ["GWh", 2],
    ]);
  });

  it("makes no group of no rows", () => {
    expect(keysOf([], "park")).toEqual([]);
  });
});
