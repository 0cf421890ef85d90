import { describe, expect, it } from "vitest";
import { readAmount } from "../../../bot/understand/read-amount.ts";
import { readPlainBound, readQuantity } from "../../../bot/understand/read-quantity.ts";

const above = (min: number, dimension = "mass") => ({ dimension, min, isMinExcluded: true });
const below = (max: number, dimension = "mass") => ({ dimension, max, isMaxExcluded: true });
const from = (min: number, dimension = "mass") => ({ dimension, min });
const to = (max: number, dimension = "mass") => ({ dimension, max });
const between = (min: number, max: number, dimension = "mass") => ({ dimension, min, max });

describe("readQuantity()", () => {
  it.each([
    ["Mitä kalkkisivuvirtoja on yli 10 000 t?", above(10_000)],
    ["lietteet, joita syntyy enemmän kuin 1,5 milj. tonnia vuodessa", above(1_500_000)],
    ["virrat, joiden määrä ylittää 10 000 tonnia", above(10_000)],
    ["10 000 tonnia suuremmat virrat", above(10_000)],
    ["Which lime by-products over 10 kt are there?", above(10_000)],
    ["slag exceeding 10k t", above(10_000)],
    ["slags that exceed 0.5 Mt", above(500_000)],
    ["more than a thousand tonnes", above(1000)],
    ["över 3 miljoner kubikmeter biogas", above(3_000_000, "volume")],
    ["sidoströmmar som överstiger 70 GWh per år", above(70_000, "energy")],
    ["heat above 1.1 GWh/a", above(1100, "energy")],
    ["fler än 500 000 kg", above(500)],
  ])("reads more than a bound: %s", (text, range) => {
    expect(readQuantity(text)?.range).toEqual(range);
  });

  it.each([
    ["vähintään 5 GWh lämpöä", from(5000, "energy")],
    ["puoli miljoonaa tonnia tai enemmän", from(500_000)],
    ["at least 5,000 t", from(5000)],
    ["5 000 t or more", from(5000)],
    ["minst tjugofem tusen ton", from(25_000)],
    ["100 ton eller mer", from(100)],
    ["no less than 20 t", from(20)],
    ["ei alle 20 t", from(20)],
    ["inte mindre än 20 ton", from(20)],
    ["≥ 100 t", from(100)],
  ])("reads a bound and more: %s", (text, range) => {
    expect(readQuantity(text)?.range).toEqual(range);
  });

  it.each([
    ["alle sata tonnia", below(100)],
    ["vähemmän kuin 2 500 kuutiota", below(2500, "volume")],
    ["less than 20 000 tonnes a year", below(20_000)],
    ["mindre än 1 000 MWh", below(1000, "energy")],
    ["fewer than 250 kg", below(0.25)],
    ["enintään 5 000 t", to(5000)],
    ["up to 20 MWh", to(20, "energy")],
    ["högst 5 000 ton", to(5000)],
    ["5 000 ton eller mindre", to(5000)],
    // "More than" stands in these, and means the opposite.
    ["no more than 5 000 t", to(5000)],
    ["not more than 5000 tonnes", to(5000)],
    ["not over 5000 tonnes", to(5000)],
    ["ei yli 5 000 t", to(5000)],
    ["inte mer än 5000 ton", to(5000)],
  ])("reads less than a bound: %s", (text, range) => {
    expect(readQuantity(text)?.range).toEqual(range);
  });

  it.each([
    ["mellan 5 och 20 tusen ton", between(5000, 20_000)],
    ["between 5 and 20 thousand tonnes", between(5000, 20_000)],
    ["5:n ja 20 tuhannen tonnin välillä", between(5000, 20_000)],
    ["10 000–50 000 t", between(10_000, 50_000)],
    ["5-20 kt", between(5000, 20_000)],
    ["100 kg – 2 t", between(0.1, 2)],
    ["from 5 to 10 GWh", between(5000, 10_000, "energy")],
    ["exactly 22 000 t", between(22_000, 22_000)],
    ["tasan 22 000 tonnia", between(22_000, 22_000)],
    ["exakt 22 000 ton", between(22_000, 22_000)],
    ["at least 5,000 and at most 20,000 t", between(5000, 20_000)],
    ["enintään 20 000 t mutta vähintään 5 000 t", between(5000, 20_000)],
    ["över 5 men under 20 tusen ton", { ...above(5000), ...below(20_000) }],
    ["yli 10 000 mutta alle 50 000 t", { ...above(10_000), ...below(50_000) }],
    ["over 900 kg and under 2 t", { ...above(900 * 0.001), ...below(2) }],
  ])("reads two bounds: %s", (text, range) => {
    expect(readQuantity(text)?.range).toEqual(range);
  });

  it.each([
    "Which slags arise in 2018?",
    "fly ash, 22 000 t",
    "10 t and 20 t of ash",
    "over 5 companies",
    "more than 3 streams",
    "over 5 t but under 20 GWh",
    "over 10 tins",
    "yli 10 tuotetta",
    "",
  ])("finds no comparison in: %s", (text) => {
    expect(readQuantity(text)).toBeUndefined();
  });

  it("takes a number of two words for one number, not for a range", () => {
    expect(readQuantity("over twenty-five thousand tonnes")?.range).toEqual(above(25_000));
    expect(readQuantity("kaksikymmentäviisi tuhatta tonnia tai enemmän")?.range).toEqual(from(25_000));
  });

  it("tells where the words stand, and leaves what lies between two bounds unread", () => {
    const text = "yli 10 000 t kalkkia Kemissä, alle 50 000 t";
    const spans = readQuantity(text)?.spans.map(([start, end]) => text.slice(start, end));
    expect(spans).toEqual(["yli 10 000 t", "alle 50 000 t"]);
  });

  it("compares a bound alike in every spelling of its number", () => {
    for (let value = 1000; value < 10_000_000; value = value * 3 + 17) {
      const plain = String(value);
      const groups = (separator: string) => plain.replace(/\B(?=(\d{3})+$)/g, separator);
      for (const number of [plain, ...[" ", "\u00A0", "\u202F", ",", "."].map(groups)]) {
        for (const [words, unit] of [
          ["over", "t"] as const,
          ["yli", "tonnia"] as const,
          ["över", "ton"] as const,
        ]) {
          expect(readQuantity(`${words} ${number} ${unit}`)?.range, number).toEqual(above(value));
        }
      }
    }
  });
});

describe("readPlainBound()", () => {
  it.each([
    ["lime streams over 10 000", above(10_000)],
    ["alle 500", below(500)],
    ["minst 10.000", from(10_000)],
    ["over 10 000 and under 50 000", { ...above(10_000), ...below(50_000) }],
  ])("takes a number without a unit for tonnes: %s", (text, range) => {
    expect(readPlainBound(text)?.range).toEqual(range);
  });

  it.each(["over 2018", "streams over 10", "yli 1.234,5", "lime streams"])("reads nothing in: %s", (text) => {
    expect(readPlainBound(text)).toBeUndefined();
  });
});

describe("readAmount()", () => {
  it.each([
    ["our fly ash, 22 000 t", { dimension: "mass", value: 22_000 }],
    ["meillä on 3 tuhatta kuutiota lietettä", { dimension: "volume", value: 3000 }],
    ["vi har 70 GWh spillvärme", { dimension: "energy", value: 70_000 }],
    ["500 kg", { dimension: "mass", value: 0.5 }],
    ["3 t per dag", { dimension: "mass", value: 1095 }],
    ["5 t päivässä", { dimension: "mass", value: 1825 }],
    ["20 t a week", { dimension: "mass", value: 1040 }],
    ["10 t/kk", { dimension: "mass", value: 120 }],
    ["10 t i månaden", { dimension: "mass", value: 120 }],
    ["100 t/v", { dimension: "mass", value: 100 }],
  ])("finds an amount that is compared with nothing: %s", (text, amount) => {
    expect(readAmount(text)).toMatchObject(amount);
  });

  it.each(["in 2018", "SS007", "22 000", "5 companies"])("finds none in: %s", (text) => {
    expect(readAmount(text)).toBeUndefined();
  });
});
