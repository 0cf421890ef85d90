import { describe, expect, it } from "vitest";
import { type AmountCells, parseAmount } from "../../../indexer/import/parse-amount.ts";

const read = (text: string, more: Partial<AmountCells> = {}) =>
  parseAmount({ text, unit: "", period: "", headingUnit: "", ...more });
const stored = (text: string, more: Partial<AmountCells> = {}) => {
  const amount = read(text, more);
  return "code" in amount ? amount.code : `${amount.quantity} ${amount.unit} ${amount.period ?? "?"}`;
};

describe("parseAmount()", () => {
  it.each([
    ["22 000 t/v", "22000 t year"],
    ["22\u00A0000 tonnia vuodessa", "22000 t year"],
    ["5 kt", "5000 t ?"],
    ["1,2 milj. t", "1200000 t ?"],
    ["1,234 milj. t", "1234000 t ?"],
    ["2 Mt/a", "2000000 t year"],
    ["12,5 t per år", "12.5 t year"],
    ["1.234,5 t", "1234.5 t ?"],
    ["1,234.5 t", "1234.5 t ?"],
    ["1,234,567 t", "1234567 t ?"],
    ["0,125 GWh", "0.125 GWh ?"],
    ["500 kg/kk", "6000 kg month"],
    ["0,1 t/mån", "1.2 t month"],
    ["10 tonnes a year", "10 t year"],
    ["3 TWh", "3000 GWh ?"],
    ["700 kWh", "0.7 MWh ?"],
    ["400 m³", "400 m3 ?"],
    ["3 MT", "3 t ?"],
    ["40 t kertaerä", "40 t once"],
    ["0 t", "0 t ?"],
  ])("reads %j as %j", (text, expected) => {
    expect(stored(text)).toBe(expected);
  });

  it.each([
    ["paljon", "amount-unclear"],
    ["-5 t", "amount-unclear"],
    ["1,200 t", "amount-ambiguous"],
    ["1.200 t", "amount-ambiguous"],
    ["1,234 kt", "amount-ambiguous"],
    ["22 1 t", "amount-ambiguous"],
    ["500", "unit-missing"],
    ["500 kpl", "unit-unknown"],
    ["12 MW", "unit-unknown"],
    ["5 t/vrk", "period-unclear"],
  ])("refuses %j as %s", (text, code) => {
    expect(stored(text)).toBe(code);
  });

  it("names both readings of a number that has two", () => {
    expect(read("1,200 t")).toMatchObject({ code: "amount-ambiguous", detail: "1200 / 1,200" });
    expect(stored("1.234", { number: 1.234, headingUnit: "t" })).toBe("1.234 t ?");
  });

  it("takes unit and period from their columns or the heading", () => {
    expect(stored("5", { unit: "kt", period: "vuosi" })).toBe("5000 t year");
    expect(stored("5", { headingUnit: "1000 t/v" })).toBe("5000 t year");
    expect(stored("5 kg", { headingUnit: "1000 t/v" })).toBe("5 kg year");
    expect(stored("2", { unit: "t/kk" })).toBe("24 t month");
    expect(stored("5 t", { unit: "kg" })).toBe("unit-conflict");
    expect(stored("5 t/kk", { period: "vuosi" })).toBe("unit-conflict");
    expect(stored("5", { unit: "säkkiä" })).toBe("unit-unknown");
  });

  it("keeps the words of an amount that a bare number does not say", () => {
    expect(read("noin 5 000 t/v")).toMatchObject({ quantity: "5000", asGiven: "noin 5 000 t/v" });
    expect(read("2", { headingUnit: "t/kk" })).toMatchObject({ quantity: "24", asGiven: "2 t/kk" });
    expect(read("80 t (kuiva-aine)")).toMatchObject({ quantity: "80", asGiven: "80 t (kuiva-aine)" });
    expect(read("300–400 t/v")).toEqual({
      quantity: "",
      unit: "",
      period: "year",
      asGiven: "300–400 t/v",
      isRange: true,
    });
  });
});
