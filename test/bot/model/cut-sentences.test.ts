import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SentenceCutter } from "../../../bot/model/cut-sentences.ts";

/** Cuts a text that comes in pieces of a length. */
function cut(text: string, pieceChars = 3) {
  const cutter = new SentenceCutter();
  const sentences = [];
  for (let at = 0; at < text.length; at += pieceChars) {
    sentences.push(...cutter.add(text.slice(at, at + pieceChars)));
  }
  return [...sentences, ...cutter.end()];
}

describe("SentenceCutter", () => {
  it("gives a sentence when it is sure that it has ended, marks behind the stop included", () => {
    const cutter = new SentenceCutter();
    expect(cutter.add("Steam is sold. [1")).toEqual([]);
    expect(cutter.add("][2] It")).toEqual([{ text: "Steam is sold.", marks: [1, 2], isListItem: false }]);
    expect(cutter.add(" is hot [3].")).toEqual([]);
    expect(cutter.end()).toEqual([{ text: "It is hot.", marks: [3], isListItem: false }]);
  });

  it.each([
    ["Avattiin 1. maaliskuuta 2019 [1]. Se myy esim. höyryä [2].", 2],
    ["Bl.a. ånga säljs [1]. Den är het [1, 2].", 2],
    ["Untrue [1]. ɏ the network sells steam [1].", 2],
    ["- Ash [1]\n- Slag [2]\n", 2],
    ["12 000 t of ash [1]. 3 companies [2].", 2],
    ["<think>What is asked? Steam. [9]</think>Steam is sold [1].", 1],
  ])("cuts %s", (text, count) => {
    const sentences = cut(text);
    expect(sentences).toHaveLength(count);
    for (const { marks, text: words } of sentences) {
      expect(marks.length).toBeGreaterThan(0);
      expect(words).not.toMatch(/[[\]<>]/);
    }
  });

  it("reads several numbers of one mark and takes emphasis away", () => {
    expect(cut("**Steam** is sold [1, 3].")).toEqual([
      { text: "Steam is sold.", marks: [1, 3], isListItem: false },
    ]);
  });

  it("gives the same sentences whatever the pieces are", () => {
    const words = fc.constantFrom(
      "Steam",
      "is sold",
      "[1]",
      "[2]",
      ".",
      "!",
      " ",
      "\n",
      "- ",
      "1.",
      "t",
      "<think>",
      "å",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (parts, size) => {
        const text = parts.join(" ");
        expect(cut(text, size).map((sentence) => sentence.text)).toEqual(
          cut(text, text.length + 1).map((sentence) => sentence.text),
        );
      }),
      { numRuns: 500 },
    );
  });
});
