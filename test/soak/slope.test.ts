import { expect, test } from "vitest";
import { findSlope, percentile } from "./slope.ts";

test("findSlope() of points on a line gives its growth, without error", () => {
  const points = [0, 1, 2, 3].map((at) => ({ at, value: 200 + 1.5 * at }));
  const { growth, standardError } = findSlope(points);
  expect(growth).toBeCloseTo(1.5);
  expect(standardError).toBeCloseTo(0);
});

test("findSlope() of points that jump about a level gives a slope within two standard errors of nothing", () => {
  const points = [3, -2, 1, -3, 2, 0, -1, 2, -2].map((jump, at) => ({ at, value: 200 + jump }));
  const { growth, standardError } = findSlope(points);
  expect(standardError).toBeGreaterThan(0.1);
  expect(Math.abs(growth)).toBeLessThan(2 * standardError);
});

test("findSlope() of too few points, or of one place, throws", () => {
  expect(() => findSlope([{ at: 0, value: 1 }])).toThrow("expected at least 3 points");
  expect(() => findSlope([1, 2, 3].map((value) => ({ at: 1, value })))).toThrow("the same place");
});

test("percentile() gives the value below which the share lies", () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile([], 0.5)]).toEqual([
    51,
    100,
    undefined,
  ]);
});
