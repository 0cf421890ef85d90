import { expect, it } from "vitest";
import { splitWords } from "../../../indexer/text/words.ts";

it.each([
  ["KIP:n ry", ["kip", "n", "ry"]],
  ["Kemi-Tornio, Åbo & Ähtäri", ["kemi", "tornio", "åbo", "ähtäri"]],
  ["park’s don't 10 000 CO2", ["park's", "don't", "10", "000", "co2"]],
  ["", []],
  ["?!…", []],
])("splitWords() of %j", (text, words) => {
  expect(splitWords(text).map(({ lower }) => lower)).toEqual(words);
});

it("splitWords() tells places and capitals", () => {
  const text = "Uusi Åbo-hamn";
  expect(splitWords(text).map(({ start, end, isCapital }) => [text.slice(start, end), isCapital])).toEqual([
    ["Uusi", true],
    ["Åbo", true],
    ["hamn", false],
  ]);
});
