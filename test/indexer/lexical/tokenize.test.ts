import { describe, expect, it } from "vitest";
import { tokenize } from "../../../indexer/lexical/tokenize.ts";

describe("tokenize()", () => {
  it.each([
    ["Lentotuhka 12 000 t/a, PÖLY!", ["lentotuhka", "12", "000", "t", "a", "pöly"]],
    ["", []],
    [" …–! ", []],
    ["Å, Ä ja Ö", ["å", "ä", "ja", "ö"]],
    ["CO2-päästö", ["co2", "päästö"]],
    ["Известь 石灰 𝒙", ["известь", "石灰", "𝒙"]],
  ])("splits %j into its words", (text, words) => {
    expect(tokenize(text)).toEqual(words);
  });

  it("reads a letter written as base plus mark as the one letter it is", () => {
    expect(tokenize("pa\u0308a\u0308sto\u0308")).toEqual(["päästö"]);
  });
});
