import { describe, expect, it } from "vitest";
import { areaUnderCurve, bestF1, type ScoredPair } from "./pair-measures.ts";

const pairs = (positives: readonly number[], negatives: readonly number[]): ScoredPair[] => [
  ...positives.map((score) => ({ score, isPositive: true })),
  ...negatives.map((score) => ({ score, isPositive: false })),
];

describe("areaUnderCurve()", () => {
  it("is the share of mixed pairs in the right order, ties by half", () => {
    // 0.9 beats all three; 0.5 beats 0.2 and ties with 0.5: (3 + 1.5) / 6.
    expect(areaUnderCurve(pairs([0.9, 0.5], [0.7, 0.5, 0.2]))).toBeCloseTo((3 + 1 + 0.5) / 6, 12);
    // Every positive against every negative: 0.8 > 0.1, 0.3; 0.2 > 0.1: 3 of 4.
    expect(areaUnderCurve(pairs([0.8, 0.2], [0.1, 0.3]))).toBe(0.75);
  });

  it("is 1, 0 and a half at the ends, whatever the order of the list", () => {
    expect(areaUnderCurve(pairs([3, 4], [1, 2]))).toBe(1);
    expect(areaUnderCurve(pairs([1, 2], [3, 4]))).toBe(0);
    expect(areaUnderCurve(pairs([1, 1], [1, 1, 1]))).toBe(0.5);
    expect(areaUnderCurve(pairs([3, 4], [1, 2]).reverse())).toBe(1);
  });

  it("is a half where there are no pairs of one kind", () => {
    expect(areaUnderCurve([])).toBe(0.5);
    expect(areaUnderCurve(pairs([1], []))).toBe(0.5);
    expect(areaUnderCurve(pairs([], [1]))).toBe(0.5);
  });
});

describe("bestF1()", () => {
  it("is the best over all thresholds, with the score that still counts", () => {
    // Down the list: + (P 1, R ½: F 2/3), − (½, ½: ½), + (2/3, 1: 4/5), − (½, 1: 2/3).
    expect(bestF1(pairs([0.9, 0.5], [0.7, 0.2]))).toEqual({ f1: 4 / 5, threshold: 0.5 });
    // + + − −: both found before any fault.
    expect(bestF1(pairs([0.9, 0.8], [0.7, 0.2]))).toEqual({ f1: 1, threshold: 0.8 });
  });

  it("does not part pairs of the same score", () => {
    // One of three with 0.5 is an exchange: P 1/3, R 1.
    expect(bestF1(pairs([0.5], [0.5, 0.5]))).toEqual({ f1: 0.5, threshold: 0.5 });
  });

  it("is nothing without exchanges", () => {
    expect(bestF1([])).toEqual({ f1: 0, threshold: 1 });
    expect(bestF1(pairs([], [0.4]))).toEqual({ f1: 0, threshold: 1 });
  });
});
