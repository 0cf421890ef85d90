import { describe, expect, it } from "vitest";
import type { Field } from "../../../indexer/import/fields.ts";
import { mapHeadings } from "../../../indexer/import/map-headings.ts";

const NONE = new Map<string, Field>();
const mapped = (headings: string[], given = NONE) =>
  mapHeadings(headings, given).map(({ field, way }) => `${field} ${way}`);

describe("mapHeadings()", () => {
  it.each([
    [
      "fi",
      ["Sivuvirta", "Haltija", "Jätekoodi", "Määrä", "Yksikkö", "Olomuoto", "Y-tunnus", "Kunta", "Hinta"],
    ],
    [
      "sv",
      [
        "Sidoström",
        "Innehavare",
        "Avfallskod",
        "Mängd",
        "Enhet",
        "Aggregationstillstånd",
        "FO-nummer",
        "Kommun",
        "Pris",
      ],
    ],
    [
      "en",
      [
        "Side stream",
        "Holder",
        "Waste code",
        "Amount",
        "Unit",
        "Physical state",
        "Business ID",
        "Municipality",
        "Price",
      ],
    ],
  ])("knows the fields of the decree in %s", (_language, headings) => {
    expect(mapHeadings(headings, NONE).map(({ field }) => field)).toEqual([
      "name",
      "producer",
      "waste_code",
      "quantity",
      "unit",
      "form",
      "business_id",
      "municipality",
      "price",
    ]);
  });

  it("tells units, brackets and languages from the name of the field", () => {
    const columns = mapHeadings(
      [
        "Määrä, 1000 t/v",
        "Nimi (ruotsi)",
        "Name in Finnish",
        "Namn på svenska",
        "Tonnes per year",
        "Kuiva-aine-%",
      ],
      NONE,
    );
    expect(columns.map(({ field, unit }) => [field, unit])).toEqual([
      ["quantity", "1000 t/v"],
      ["name_sv", undefined],
      ["name_fi", undefined],
      ["name_sv", undefined],
      ["quantity", "Tonnes per year"],
      ["dry_matter", "%"],
    ]);
    expect(columns[3]?.way).toBe("taken");
  });

  it("hears the period in the name of the amount", () => {
    const units = (heading: string) => mapHeadings([heading], NONE)[0]?.unit;
    expect(["Vuosimäärä (t)", "Årlig mängd", "Annual amount (t/a)", "Vuosi"].map(units)).toEqual([
      "t/v",
      "/v",
      "t/a",
      undefined,
    ]);
  });

  it("takes the nearest spelling and says so", () => {
    expect(mapHeadings(["Jätekodi"], NONE)).toEqual([
      { index: 0, heading: "Jätekodi", way: "nearest", field: "waste_code", nearest: "jätekoodi" },
    ]);
  });

  it("leaves unknown headings unknown", () => {
    expect(mapped(["Luokka", "Foo", "Määrä 2024", "Kuvan nimi"])).toEqual([
      "undefined unknown",
      "undefined unknown",
      "undefined unknown",
      "undefined unknown",
    ]);
  });

  it("puts the given field before all others", () => {
    const given = new Map<string, Field>([["maara 2024 t", "quantity"]]);
    expect(mapped(["Määrä (t)", "Määrä 2024 (t)"], given)).toEqual(["quantity taken", "quantity given"]);
  });

  it("reads several columns of remarks as one", () => {
    expect(mapped(["Huomautus", "Lisätiedot"])).toEqual(["note exact", "note exact"]);
  });
});
