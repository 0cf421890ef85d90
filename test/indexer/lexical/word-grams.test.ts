import { describe, expect, it } from "vitest";
import { wordGrams } from "../../../indexer/lexical/word-grams.ts";

describe("wordGrams()", () => {
  it.each([
    ["", 0],
    ["t", 1],
    ["tuhk", 1],
    ["kipsi", 4],
    ["lentotuhka", 9],
  ])("gives %j %i keys", (word, count) => {
    expect(wordGrams(word)).toHaveLength(count);
  });

  it("gives equal letters equal keys wherever the word they stand in", () => {
    const shared = wordGrams("lentotuhka").filter((key) => wordGrams("tuhkasta").includes(key));
    expect(shared).toHaveLength(2); // tuhk, uhka
  });

  it("keeps a short word apart from the same letters within a longer one", () => {
    expect(wordGrams("taloissa")).not.toContain(wordGrams("talo")[0]);
  });

  it("gives small whole numbers", () => {
    for (const key of wordGrams("ympäristölupapäätös")) expect(key).toBe(key & 0x3fffffff);
  });
});
