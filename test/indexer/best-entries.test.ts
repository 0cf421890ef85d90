import { describe, expect, it } from "vitest";
import { bestEntries } from "../../indexer/best-entries.ts";
import { createRandom } from "./lexical/random.ts";

describe("bestEntries()", () => {
  it("gives what sorting everything would, ties by position", () => {
    const random = createRandom(2);
    for (let round = 0; round < 200; round++) {
      const scores = Float32Array.from({ length: random(60) }, () => random(8));
      const count = 1 + random(12);
      const isAllowed = (entry: number) => entry % 3 !== round % 3;
      const expected = [...scores]
        .map((score, entry) => ({ entry, score }))
        .filter(({ entry, score }) => score > 0 && isAllowed(entry))
        .sort((left, right) => right.score - left.score || left.entry - right.entry)
        .slice(0, count);
      expect(bestEntries(scores, { count, isAllowed })).toEqual(expected);
    }
  });

  it("gives nothing when nothing scored", () => {
    expect(bestEntries(new Float32Array(5), { count: 3 })).toEqual([]);
  });
});
