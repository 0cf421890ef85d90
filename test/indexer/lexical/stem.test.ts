import { describe, expect, it } from "vitest";
import { stem } from "../../../indexer/lexical/stem.ts";

describe("stem()", () => {
  it.each([
    ["fi", "lentotuhkaa", "lentotuhkan"],
    ["sv", "restprodukter", "restprodukten"],
    ["en", "residues", "residue"],
  ] as const)("gives two forms of one %s word the same stem", (language, one, other) => {
    expect(stem(one, language)).toBe(stem(other, language));
  });

  it("never gives an empty stem for a word", () => {
    for (const word of ["a", "s", "ing", "ed", "en", "na"]) expect(stem(word, "en")).not.toBe("");
  });
});
