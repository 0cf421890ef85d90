import { describe, expect, test } from "vitest";
import { compareWords } from "../../../../bot/desk/faq/compare-words.ts";

const side = (before: string, after: string, kind: "added" | "removed") =>
  compareWords(before, after)
    .filter((piece) => piece.kind === "same" || piece.kind === kind)
    .map(({ text }) => text)
    .join("");

describe("compareWords()", () => {
  test("names the words that went and came", () => {
    expect(compareWords("free land", "no land")).toEqual([
      { kind: "removed", text: "free" },
      { kind: "added", text: "no" },
      { kind: "same", text: " land" },
    ]);
    expect(compareWords("", "")).toEqual([]);
    expect(compareWords("a", "a")).toEqual([{ kind: "same", text: "a" }]);
  });

  test("the pieces put together are both texts, whatever they are", () => {
    let seed = 7;
    const random = (most: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % most;
    };
    const words = ["ash", "slag", "\n", " ", "22 000 t", "- ", "ä"];
    const text = () => Array.from({ length: random(30) }, () => words[random(words.length)]).join(" ");
    for (let round = 0; round < 200; round += 1) {
      const [before, after] = [text(), text()];
      expect(side(before, after, "removed")).toBe(before);
      expect(side(before, after, "added")).toBe(after);
    }
  });

  test("very long texts are compared line by line", () => {
    const lines = Array.from({ length: 2000 }, (_, at) => `line ${at}\n`);
    const before = lines.join("");
    const after = before.replace("line 7\n", "line seven\n");
    expect(compareWords(before, after).filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "line 7\n" },
      { kind: "added", text: "line seven\n" },
    ]);
  });
});
