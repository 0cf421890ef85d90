import { describe, expect, it } from "vitest";
import { GROUPINGS, type StreamQuery } from "../../../bot/query/stream-query.ts";
import { mayRead, READERS } from "../../../knowledge/languages.ts";
import {
  STREAM_CATEGORIES,
  STREAM_FORMS,
  STREAM_STATUSES,
  type StreamRecord,
} from "../../../knowledge/schema.ts";
import { FACTORS, isWanted } from "../../support/naive-stream-filter.ts";
import { makeStream, makeStreams, makeTable, pick, REGIONS, seededRandom } from "../../support/streams.ts";

/** A query of a few filters, as chance has it. */
function makeQuery(random: () => number): StreamQuery {
  const low = pick([0, 5, 100, 1000], random);
  const parts: StreamQuery[] = [
    { materials: [pick(["trade:ash", "trade:slag", "trade:fly", "trade:heat"], random)] },
    { categories: [pick(STREAM_CATEGORIES, random), pick(STREAM_CATEGORIES, random)] },
    { isBothStuffs: random() < 0.5 },
    { parks: [pick(["kemi-tornio", "kokkola", "eco3"], random)] },
    { places: [pick(["kemi", "tornio", "kokkola", "lapland"], random)] },
    { producers: [pick(["metsä fibre", "outokumpu", "boliden"], random)] },
    {
      quantity: {
        dimension: pick(["mass", "energy", "volume"], random),
        min: low,
        ...(random() < 0.5 ? { max: low + pick([0, 900, 30_000], random) } : {}),
        ...(random() < 0.5 ? { isMinExcluded: true } : {}),
        ...(random() < 0.3 ? { isMaxExcluded: true } : {}),
      },
    },
    { forms: [pick(STREAM_FORMS, random)] },
    {
      except: {
        categories: [pick(STREAM_CATEGORIES, random)],
        parks: [pick(["kemi-tornio", "eco3"], random)],
      },
    },
    { hazardous: pick(["yes", "no", "unknown"], random) },
    { statuses: [pick(STREAM_STATUSES, random)] },
    { wasteCode: pick(["03", "0303", "100101"], random) },
    { years: pick([{ from: 2019 }, { to: 2020 }, { from: 2018, to: 2018 }], random) },
  ];
  return Object.assign({}, ...parts.filter(() => random() < 0.22));
}

const idsOf = (rows: readonly StreamRecord[]) => rows.map(({ id }) => id);

describe("StreamTable.run()", () => {
  it("gives the rows and sums of a naive filter, for 600 queries and every reader", () => {
    const random = seededRandom(7);
    const streams = makeStreams(400, random);
    const table = makeTable(streams);
    let matched = 0;
    for (let round = 0; round < 600; round++) {
      const query = makeQuery(random);
      const reader = pick(READERS, random);
      const wanted = streams.filter((row) => mayRead(reader, row.visibility) && isWanted(row, query));
      const { rows, found, totals, notAdded, unmeasured } = table.run(query, reader);
      const asked = JSON.stringify(query);
      expect(idsOf(rows).sort(), asked).toEqual(idsOf(wanted).sort());
      expect(found, asked).toBe(wanted.length);
      const flows = wanted.filter(({ kind, quantity }) => kind === "flow" && quantity !== undefined);
      for (const unit of Object.keys(FACTORS)) {
        const ofUnit = flows.filter((row) => row.unit === unit);
        const total = totals.find((each) => each.unit === unit);
        const sum = ofUnit.reduce((all, { quantity = 0 }) => all + quantity, 0);
        expect(total?.rows.length ?? 0, asked).toBe(ofUnit.length);
        expect(total?.quantity ?? 0, asked).toBeCloseTo(sum, 6);
      }
      expect(notAdded.every(({ kind }) => kind !== "flow")).toBe(true);
      // Every row is in a sum, or it is told why not.
      const told = new Set([...totals.flatMap((total) => total.rows), ...notAdded, ...unmeasured]);
      expect(told.size, asked).toBe(rows.length);
      if (rows.length > 0) matched++;
    }
    expect(matched).toBeGreaterThan(150);
  });

  it("groups every row once, and the groups' sums are the whole's", () => {
    const random = seededRandom(11);
    const table = makeTable(makeStreams(200, random));
    for (const groupBy of GROUPINGS) {
      const { rows, totals, groups = [] } = table.run({ groupBy }, "member");
      expect(idsOf(groups.flatMap((group) => group.rows)).sort()).toEqual(idsOf(rows).sort());
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      for (const { unit, quantity } of totals) {
        const parts = groups.flatMap((group) => group.totals.filter((total) => total.unit === unit));
        expect(parts.reduce((sum, part) => sum + part.quantity, 0)).toBeCloseTo(quantity, 6);
      }
    }
    expect(table.run({}, "member").groups).toBeUndefined();
  });

  it("ranks yearly flows with an amount only, and cuts to the number asked for", () => {
    const rows = [
      makeStream({ id: "SS001", quantity: 5 }),
      makeStream({ id: "SS002", quantity: 9000, unit: "kg" }),
      makeStream({ id: "SS003", quantity: 900, kind: "stock" }),
      makeStream({ id: "SS004", quantity: undefined, unit: undefined }),
      makeStream({ id: "SS005", quantity: 70, visibility: "member" }),
      makeStream({ id: "SS006", quantity: 1 }),
    ];
    const table = makeTable(rows);
    const largest = table.run({ sort: "largest", limit: 2 }, "public");
    expect(idsOf(largest.rows)).toEqual(["SS002", "SS001"]);
    expect(largest.found).toBe(3);
    expect(largest.totals.map(({ unit, quantity }) => [unit, quantity])).toEqual([
      ["kg", 9000],
      ["t", 5],
    ]);
    expect(idsOf(table.run({ sort: "smallest", limit: 2 }, "public").rows)).toEqual(["SS006", "SS001"]);
    expect(idsOf(table.run({ sort: "largest", limit: 1 }, "member").rows)).toEqual(["SS005"]);
    // Without a number of rows, those that cannot be ranked come behind.
    expect(idsOf(table.run({ sort: "smallest" }, "public").rows)).toEqual([
      "SS006",
      "SS001",
      "SS002",
      "SS004",
      "SS003",
    ]);
  });

  it("sorts by year and name, rows without a year last", () => {
    const table = makeTable([
      makeStream({ id: "SS001", name_en: "B", year: 2018 }),
      makeStream({ id: "SS002", name_en: "C" }),
      makeStream({ id: "SS003", name_en: "A", year: 2023 }),
    ]);
    const ordered = (sort: NonNullable<StreamQuery["sort"]>) => idsOf(table.run({ sort }, "public").rows);
    expect(ordered("newest")).toEqual(["SS003", "SS001", "SS002"]);
    expect(ordered("oldest")).toEqual(["SS001", "SS003", "SS002"]);
    expect(ordered("name")).toEqual(["SS003", "SS001", "SS002"]);
  });

  it("names an amount without a unit among the unmeasured, since it is in no sum", () => {
    const table = makeTable([makeStream({ id: "SS001" }), makeStream({ id: "SS002", unit: undefined })]);
    const { totals, unmeasured } = table.run({}, "public");
    expect(totals.map(({ quantity }) => quantity)).toEqual([100]);
    expect(idsOf(unmeasured)).toEqual(["SS002"]);
  });

  it("knows which places and materials it has rows of", () => {
    const table = makeTable([makeStream({ municipality: "Karleby", park: "eco3" })]);
    expect([
      table.hasPlace("kokkola", "public"),
      table.hasPlace("kemi", "public"),
      table.hasPlace("lapland", "public"),
    ]).toEqual([true, false, false]);
    expect([table.names("trade:ash"), table.names("trade:fly")]).toEqual([true, false]);
    expect(table.size).toBe(1);
  });

  it("gives nothing for an unknown id, park, place or material", () => {
    const table = makeTable([makeStream()]);
    for (const query of [
      { ids: ["SS999"] },
      { parks: ["x"] },
      { places: ["x"] },
      { materials: ["trade:x"] },
      { parks: [] },
    ]) {
      expect(table.run(query, "coordinator")).toMatchObject({ rows: [], found: 0, totals: [] });
    }
  });

  it("keeps the regions of rows apart from those of others", () => {
    const table = makeTable([makeStream(), makeStream({ id: "SS002", park: "eco3", quantity: 500 })]);
    const { groups = [] } = table.run({ groupBy: "region" }, "public");
    expect(groups.map(({ key }) => key)).toEqual([REGIONS.get("eco3"), REGIONS.get("kemi-tornio")]);
  });
});
