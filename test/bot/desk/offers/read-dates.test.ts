import { describe, expect, it } from "vitest";
import { toFinnishNominative } from "../../../../bot/desk/offers/offer-name.ts";
import { readDates, toDate } from "../../../../bot/desk/offers/read-dates.ts";

describe("readDates()", () => {
  it.each([
    ["from 2027 on", { from: "2027" }],
    ["from March 2027 until 2030", { from: "2027-03-01", until: "2030" }],
    ["available from 15 April 2027", { from: "2027-04-15" }],
    ["vuodesta 2027 alkaen", { from: "2027" }],
    ["maaliskuusta 2027", { from: "2027-03-01" }],
    ["1.6.2027 alkaen", { from: "2027-06-01" }],
    ["vuosina 2026–2029", { from: "2026", until: "2029" }],
    ["vuoteen 2030 asti", { until: "2030" }],
    ["från och med mars 2027 till och med 2030", { from: "2027-03-01", until: "2030" }],
    ["åren 2026–2029", { from: "2026", until: "2029" }],
    ["valid until 31.12.2026", { validUntil: "2026-12-31" }],
    ["voimassa 31.12.2026 asti", { validUntil: "2026-12-31" }],
    ["giltig till 2027", { validUntil: "2027-12-31" }],
    ["2030 t of ash", {}],
    ["we have ash", {}],
  ] as const)("reads %s", (text, expected) => {
    expect(readDates(text).period).toEqual(expected);
  });
});

describe("toDate()", () => {
  it("takes the last day of a month as its end", () => {
    expect(toDate("February 2028", "end")).toBe("2028-02-29");
  });

  it("refuses a day that no calendar has", () => {
    expect(toDate("31.2.2027", "start")).toBeUndefined();
  });
});

describe("toFinnishNominative()", () => {
  it.each([
    ["betonimursketta", "betonimurske"],
    ["kipsiä", "kipsi"],
    ["likaista", "likainen"],
    ["puhdasta", "puhdas"],
    ["märkää", "märkä"],
    ["puuta", "puu"],
    ["perkeitä", "perkeet"],
    ["tuhka", "tuhka"],
  ])("puts %s back", (word, expected) => {
    expect(toFinnishNominative(word)).toBe(expected);
  });
});
