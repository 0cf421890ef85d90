import { expect, it } from "vitest";
import { isFunctionWord, languagesOfFunctionWord } from "../../../indexer/text/function-words.ts";

it("isFunctionWord() knows words without a topic in each language", () => {
  expect(["mikä", "onkohan", "missäkin"].map((word) => isFunctionWord(word, "fi"))).toEqual([
    true,
    true,
    true,
  ]);
  expect(["vilka", "finns", "aska"].map((word) => isFunctionWord(word, "sv"))).toEqual([true, true, false]);
  expect(["which", "tell", "ash"].map((word) => isFunctionWord(word, "en"))).toEqual([true, true, false]);
});

it("languagesOfFunctionWord() names every language that has the word", () => {
  expect(languagesOfFunctionWord("en")).toEqual(["fi", "sv"]);
  expect(languagesOfFunctionWord("the")).toEqual(["en"]);
  expect(languagesOfFunctionWord("tuhka")).toEqual([]);
});
