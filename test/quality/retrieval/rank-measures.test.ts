import { describe, expect, it } from "vitest";
import { averageMeasures, measureRanking } from "./rank-measures.ts";

describe("measureRanking()", () => {
  it("rates a second place", () => {
    const measures = measureRanking([4, 7], new Map([[7, 1]]));
    expect(measures).toMatchObject({ "recall@1": 0, "recall@10": 1, "mrr@10": 0.5 });
    expect(measures["ndcg@10"]).toBeCloseTo(0.631, 3);
  });

  it("gives 1 for a perfect ranking of several answering passages but recall@1, which can hold one", () => {
    const relevances = new Map([
      [1, 2],
      [2, 1],
    ]);
    expect(measureRanking([1, 2, 3], relevances)).toEqual({
      "recall@1": 0.5,
      "recall@10": 1,
      "mrr@10": 1,
      "ndcg@10": 1,
    });
  });

  it("gives 0 for an answer beyond the tenth place or not found", () => {
    const ranking = Array.from({ length: 11 }, (_, place) => place);
    expect(Object.values(measureRanking(ranking, new Map([[10, 1]])))).toEqual([0, 0, 0, 0]);
    expect(Object.values(measureRanking([], new Map([[10, 1]])))).toEqual([0, 0, 0, 0]);
  });
});

describe("averageMeasures()", () => {
  it("gives the mean of each measure", () => {
    const gold = new Map([[1, 1]]);
    expect(averageMeasures([measureRanking([1], gold), measureRanking([2], gold)])["recall@1"]).toBe(0.5);
  });
});
