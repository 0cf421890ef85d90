import { describe, expect, it } from "vitest";
import { PARK_OFFERS } from "../../../bot/query/park-offers.ts";
import { parkQuerySchema } from "../../../bot/query/park-query.ts";
import { ParkTable } from "../../../bot/query/park-table.ts";
import type { ParkFeatureRecord, ParkRecord } from "../../../knowledge/schema.ts";

const park = (id: string, fields: Partial<ParkRecord> = {}) =>
  ({
    id,
    kind: "park",
    region: "Lapland",
    municipalities: ["Kemi"],
    visibility: "public",
    ...fields,
  }) as ParkRecord;
const feature = (id: string, fields: Partial<ParkFeatureRecord>) =>
  ({ park: id, feature: "port", detail_en: "port", visibility: "public", ...fields }) as ParkFeatureRecord;

const table = new ParkTable({
  parks: [
    park("by-feature"),
    park("by-row", { infrastructure_en: "Port of Ajos, rail" }),
    park("denied"),
    park("silent", { infrastructure_en: "access control at Port Tower, deep-water plan, waste water plant" }),
    park("elsewhere", { region: "Uusimaa", municipalities: ["Espoo"] }),
    park("site", { kind: "site", infrastructure_en: "Port" }),
    park("secret", { visibility: "coordinator", infrastructure_en: "Port" }),
  ],
  features: [
    feature("by-feature", {}),
    feature("denied", { value: "no" }),
    feature("elsewhere", { visibility: "member" }),
    feature("by-feature", { feature: "waste-water-treatment", detail_en: "sewerage only" }),
  ],
  places: [{ id: "lapland", kind: "region", en: "Lapland", fi: "Lappi", sv: "Lappland" }],
  materials: [],
  analyse: () => ({ stems: new Set(), words: new Set(), concepts: new Map() }),
});
const idsOf = (result: ReturnType<ParkTable["run"]>) => result.rows.map((row) => row.park.id);

describe("ParkTable", () => {
  it("finds an offer in features and in the row, and tells no from not known", () => {
    const result = table.run({ offers: ["port"], places: ["lapland"] }, "public");
    expect(idsOf(result)).toEqual(["by-feature", "by-row"]);
    expect(result.denials.map((denial) => denial.park.id)).toEqual(["denied"]);
    expect(result.silent).toBe(1);
  });

  it("keeps rows above the reader's rank out, counts included", () => {
    expect(idsOf(table.run({ offers: ["port"] }, "public"))).not.toContain("elsewhere");
    expect(idsOf(table.run({ offers: ["port"] }, "member"))).toContain("elsewhere");
    expect(idsOf(table.run({ offers: ["port"] }, "coordinator"))).toContain("secret");
    expect(table.run({}, "public").rows).toHaveLength(5);
  });

  it("takes sites along only when asked for", () => {
    expect(idsOf(table.run({ offers: ["port"], kinds: ["park", "site"] }, "public"))).toContain("site");
  });

  it("asks all offers of a park, or one of them", () => {
    expect(idsOf(table.run({ offers: ["port", "rail"] }, "public"))).toEqual(["by-row"]);
    expect(idsOf(table.run({ offers: ["port", "rail"], isAnyOffer: true }, "public"))).toEqual([
      "by-feature",
      "by-row",
    ]);
  });

  it("tells a plant from mere sewers, and water from waste water", () => {
    expect(idsOf(table.run({ offers: ["waste-water-plant"] }, "public"))).toEqual(["silent"]);
    expect(idsOf(table.run({ offers: ["waste-water-treatment"] }, "public"))).toEqual([
      "by-feature",
      "silent",
    ]);
    expect(idsOf(table.run({ offers: ["water"] }, "public"))).toEqual([]);
  });
});

describe("parkQuerySchema", () => {
  it("takes any offer's id and refuses another kind of park", () => {
    expect(parkQuerySchema.safeParse({ offers: Object.keys(PARK_OFFERS) }).success).toBe(true);
    expect(parkQuerySchema.safeParse({ kinds: ["town"] }).success).toBe(false);
  });
});
