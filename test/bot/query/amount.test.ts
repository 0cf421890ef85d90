import { describe, expect, it } from "vitest";
import { toAmount } from "../../../bot/query/amount.ts";
import { streamSchema } from "../../../knowledge/schema.ts";

describe("toAmount()", () => {
  it.each([
    [22_000, "t", { dimension: "mass", value: 22_000 }],
    [500, "kg", { dimension: "mass", value: 0.5 }],
    [70, "GWh", { dimension: "energy", value: 70_000 }],
    [1100, "MWh", { dimension: "energy", value: 1100 }],
    [4, "m3", { dimension: "volume", value: 4 }],
    [0, "t", { dimension: "mass", value: 0 }],
  ])("brings %d %s to the base unit", (quantity, unit, amount) => {
    expect(toAmount(quantity, unit)).toEqual(amount);
  });

  it.each([
    [undefined, "t"],
    [5, undefined],
    [5, "bags"],
    [undefined, undefined],
  ])("makes no amount of %s %s", (quantity, unit) => {
    expect(toAmount(quantity, unit)).toBeUndefined();
  });

  it("knows every unit that the table allows", () => {
    const units = streamSchema.shape.unit.in.options.filter((unit) => unit !== "");
    expect(units.length).toBeGreaterThan(3);
    for (const unit of units) expect(toAmount(1, unit), unit).toBeDefined();
  });
});
