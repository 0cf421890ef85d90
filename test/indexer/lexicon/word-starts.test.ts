import { describe, expect, it } from "vitest";
import { WordStarts } from "../../../indexer/lexicon/word-starts.ts";

describe("WordStarts.mayHold()", () => {
  const starts = new WordStarts();
  for (const word of ["tuhka", "jäte", "oy"]) starts.add(word);

  it("is true for what begins like a word that was added, or its doubled spelling", () => {
    for (const word of ["tuhkaa", "jätteen", "oyj", "oy", "attu"]) expect(starts.mayHold(word)).toBe(true);
  });

  it("is false for most other words, the empty one too", () => {
    for (const word of ["kipsi", "lime", "aska"]) expect(starts.mayHold(word)).toBe(false);
    expect(new WordStarts().mayHold("kipsi")).toBe(false);
  });
});
