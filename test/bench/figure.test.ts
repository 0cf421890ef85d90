import { describe, expect, it } from "vitest";
import { type BenchFigure, isMet, presentFigures, quantile, round } from "./figure.ts";

const figure = (value: number, target?: BenchFigure["target"]): BenchFigure => ({
  section: "channel",
  name: "ratio",
  value,
  unit: "",
  ...(target && { target }),
});

describe("isMet()", () => {
  it.each([
    [0.7, { least: 0.7 }, true],
    [0.69, { least: 0.7 }, false],
    [3, { most: 3 }, true],
    [3.1, { most: 3 }, false],
    [Number.NaN, { most: 3 }, false],
    [1, undefined, undefined],
  ])("says of %d with the target %o: %s", (value, target, expected) => {
    expect(isMet(figure(value, target))).toBe(expected);
  });
});

describe("presentFigures()", () => {
  it("tells figure, target and outcome, and nothing where nothing is asked", () => {
    const told = presentFigures([
      figure(0.8123, { least: 0.7 }),
      figure(0.5, { least: 0.7 }),
      figure(12345.6),
    ]);
    expect(told.split("\n")).toEqual([
      "channel  ratio  0.812  ≥ 0.7  met",
      "channel  ratio    0.5  ≥ 0.7  NOT MET",
      "channel  ratio  12346",
    ]);
  });
});

describe("quantile() and round()", () => {
  it("give the middle, the ends, and three figures", () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([3, 1, 2], 1)).toBe(3);
    expect(quantile([], 0.5)).toBeNaN();
    expect([round(0.012345), round(12.345), round(1234.5)]).toEqual([0.0123, 12.3, 1235]);
  });
});
