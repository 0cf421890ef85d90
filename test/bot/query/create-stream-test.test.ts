import { describe, expect, it } from "vitest";
import { createStreamTest } from "../../../bot/query/create-stream-test.ts";
import { toIndexed } from "../../../bot/query/indexed-stream.ts";
import { STREAM_FILTERS, type StreamQuery, streamQuerySchema } from "../../../bot/query/stream-query.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import { conceptsOf, makeStream, PLACE_NAMES, REGIONS } from "../../support/streams.ts";

function meets(query: StreamQuery, fields: Partial<StreamRecord> = {}): boolean {
  const row = toIndexed(makeStream(fields), { regions: REGIONS, conceptsOf });
  return createStreamTest(query, { placeNames: PLACE_NAMES })(row);
}

describe("createStreamTest()", () => {
  it("lets every row pass when nothing is asked", () => {
    expect(meets({})).toBe(true);
    expect(meets({ sort: "largest", limit: 3, groupBy: "park", measure: "sum" })).toBe(true);
  });

  const CASES: [keyof StreamQuery, StreamQuery, Partial<StreamRecord>, Partial<StreamRecord>][] = [
    ["materials", { materials: ["trade:ash"] }, {}, { name_en: "Slag" }],
    ["materials", { materials: ["trade:fly"] }, { name_en: "Fly" }, { name_en: "Fly ash" }],
    ["categories", { categories: ["ash", "slag"] }, { category: "slag" }, { category: "lime" }],
    ["ids", { ids: ["SS001"] }, {}, { id: "SS0010" }],
    ["parks", { parks: ["eco3"] }, { park: "eco3" }, { park: "kokkola" }],
    ["places", { places: ["kemi"] }, { municipality: "Tornio; Kemi" }, { municipality: "Kemijärvi" }],
    ["places", { places: ["kokkola"] }, { municipality: "Karleby" }, { municipality: "Kemi" }],
    ["places", { places: ["lapland"] }, { park: "kemi-tornio" }, { park: "eco3" }],
    ["places", { places: ["kemi"] }, {}, { municipality: undefined, park: "eco3" }],
    ["producers", { producers: ["boliden"] }, { producer_sv: "Boliden Kokkola" }, { producer_en: "CABB" }],
    [
      "producers",
      { producers: ["metsä fibre"] },
      { producer_fi: "Metsä Fibre" },
      { producer_fi: "Metsä Board" },
    ],
    ["quantity", { quantity: { dimension: "mass", min: 100 } }, { quantity: 100 }, { quantity: 99 }],
    ["quantity", { quantity: { dimension: "mass", min: 100, isMinExcluded: true } }, { quantity: 101 }, {}],
    ["quantity", { quantity: { dimension: "mass", max: 100 } }, {}, { quantity: 100.5 }],
    ["quantity", { quantity: { dimension: "mass", max: 100, isMaxExcluded: true } }, { quantity: 99 }, {}],
    ["quantity", { quantity: { dimension: "mass", min: 1 } }, { unit: "kg", quantity: 1000 }, { unit: "kg" }],
    ["quantity", { quantity: { dimension: "mass", min: 1 } }, {}, { unit: "MWh" }],
    ["quantity", { quantity: { dimension: "mass", max: 9e9 } }, {}, { quantity: undefined }],
    ["dimensions", { dimensions: ["energy"] }, { unit: "GWh" }, { unit: "t" }],
    ["dimensions", { dimensions: ["mass"] }, {}, { quantity: undefined }],
    ["hasQuantity", { hasQuantity: true }, { quantity: 0 }, { quantity: undefined }],
    ["hasQuantity", { hasQuantity: false }, { quantity: undefined }, {}],
    ["forms", { forms: ["gas", "heat"] }, { form: "heat" }, { form: "liquid" }],
    ["hazardous", { hazardous: "yes" }, { hazardous: "yes" }, { hazardous: "unknown" }],
    ["hazardous", { hazardous: "no" }, {}, { hazardous: "unknown" }],
    ["statuses", { statuses: ["sold"] }, { status: "sold" }, { status: "stored" }],
    ["notStatuses", { notStatuses: ["sold", "stored"] }, { status: "landfilled" }, { status: "stored" }],
    ["except", { except: { materials: ["trade:ash"] } }, { name_en: "Dust" }, {}],
    ["except", { except: { categories: ["slag"], places: ["kemi"] } }, { municipality: "Oulu" }, {}],
    ["except", { except: { producers: ["metsä fibre"] } }, {}, { producer_en: "Metsä Fibre (Kemi)" }],
    ["kinds", { kinds: ["stock"] }, { kind: "stock" }, {}],
    ["wasteCode", { wasteCode: "0303" }, { waste_code: "030310" }, { waste_code: "100303" }],
    ["wasteCode", { wasteCode: "03" }, { waste_code: "030310" }, { waste_code: undefined }],
    ["hasWasteCode", { hasWasteCode: false }, {}, { waste_code: "030310" }],
    ["hasWasteCode", { hasWasteCode: true }, { waste_code: "030310" }, {}],
    ["years", { years: { from: 2018, to: 2020 } }, { year: 2020 }, { year: 2021 }],
    ["years", { years: { from: 2019 } }, { year: 2019 }, { year: 2018 }],
    ["years", { years: { to: 2019 } }, { year: 2019 }, { year: undefined }],
  ];

  it.each(CASES)("filters by %s: %o", (_filter, query, fits, fails) => {
    expect(streamQuerySchema.parse(query)).toEqual(query);
    expect(meets(query, fits)).toBe(true);
    expect(meets(query, fails)).toBe(false);
  });

  it("tests every filter there is", () => {
    const tested = new Set([...CASES.map(([filter]) => filter), "isBothStuffs"]);
    expect(STREAM_FILTERS.filter((filter) => !tested.has(filter))).toEqual([]);
  });

  it("takes a material or a category, or asks for both", () => {
    const either = { materials: ["trade:ash"], categories: ["slag"] } satisfies StreamQuery;
    expect(meets(either)).toBe(true);
    expect(meets(either, { name_en: "Dust", category: "slag" })).toBe(true);
    expect(meets(either, { name_en: "Dust" })).toBe(false);
    expect(meets({ ...either, isBothStuffs: true })).toBe(false);
    expect(meets({ ...either, isBothStuffs: true }, { category: "slag" })).toBe(true);
  });

  it("takes a park or a place, since a place stands for its parks", () => {
    const query = { parks: ["eco3"], places: ["kemi"] };
    expect(meets(query)).toBe(true);
    expect(meets(query, { park: "eco3", municipality: "Nokia" })).toBe(true);
    expect(meets(query, { park: "kokkola", municipality: "Kokkola" })).toBe(false);
  });

  it("asks that every filter holds", () => {
    const query: StreamQuery = { categories: ["ash"], hazardous: "no", years: { from: 2018 } };
    expect(meets(query, { year: 2018 })).toBe(true);
    expect(meets(query, { year: 2018, hazardous: "yes" })).toBe(false);
    expect(meets(query, { year: 2017 })).toBe(false);
  });
});
