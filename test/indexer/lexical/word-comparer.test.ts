import { describe, expect, it } from "vitest";
import { gramLikeness } from "../../../indexer/lexical/word-comparer.ts";

describe("gramLikeness()", () => {
  it.each([
    ["equal words", 5, { asked: 5, found: 5 }, 1],
    ["an inflected form", 4, { asked: 5, found: 6 }, 0.727],
    ["a compound that holds the asked word whole", 5, { asked: 5, found: 20 }, 0.8],
    ["words with one gram in common", 1, { asked: 6, found: 6 }, 0],
    ["unlike words", 0, { asked: 6, found: 6 }, 0],
  ])("rates %s", (_situation, shared, gramCounts, likeness) => {
    expect(gramLikeness(shared, gramCounts)).toBeCloseTo(likeness, 3);
  });
});
