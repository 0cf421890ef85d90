import { describe, expect, it } from "vitest";
import { findUngrounded } from "../../bot/check-grounding.ts";
import { passageText, splitSentences } from "../../indexer/index.ts";
import { openOwnKnowledge } from "../support/own-index.ts";

describe("findUngrounded()", () => {
  it.each([
    ["a figure grouped otherwise", "650,000 t", "650 000 t"],
    ["a figure without grouping", "650000 t", "650 000 t"],
    ["a figure with no-break spaces", "650\u00A0000 t", "650 000 t"],
    ["a decimal comma for a point", "1.7 Mt", "1,7 Mt"],
    ["one end of a range", "since 2018", "2018–2019"],
    ["a range of which both ends are there", "2018–2021", "in 2018, and again in 2021"],
    ["years of several passages", "(2022, 2021)", "2022\n2021"],
    ["a phone number", "+358 50 464 1333", "puh. +358 50 464 1333"],
    ["a phone number grouped otherwise", "+358504641333", "+358 50 464 1333"],
    ["an address in other case", "riikka.riihimaki@fyk.fi", "Riikka.riihimaki@fyk.fi"],
    ["a name across a line's end", "Riikka Riihimäki", "Riikka\nRiihimäki"],
    ["a name in bold", "**Riikka Riihimäki**", "Riikka Riihimäki"],
    ["a name set in bold by the source", "Riikka Riihimäki", "**Riikka Riihimäki**"],
    ["a date", "12.3.2021", "on 12.3.2021 in Kokkola"],
    ["words without figures", "the park is large", "nothing of it"],
    ["nothing", "", ""],
  ])("accepts %s", (_situation, claim, passage) => {
    expect(findUngrounded(claim, [passage])).toEqual([]);
  });

  it.each([
    ["another figure", "KIP ry:llä on 23 jäsentä.", "KIP ry:llä on 22 jäsentä.", ["23"]],
    ["a figure ten times as large", "6500 t", "650 t", ["6500"]],
    ["a figure that only begins like the passage's", "650 000 t", "650 t", ["650 000"]],
    ["a figure that only ends like the passage's", "22 500 t", "500 t", ["22 500"]],
    ["a decimal of which the passage has the whole part", "1,7 Mt", "1 Mt", ["1,7"]],
    ["another year", "(2021)", "(2018–2020)", ["2021"]],
    ["a range with one end wrong", "2018–2021", "2018", ["2021"]],
    [
      "another phone number of the same country",
      "+358 50 464 1333",
      "+358 50 464 1234",
      ["+358 50 464 1333"],
    ],
    ["another date", "12.4.2021", "12.3.2021", ["12.4.2021"]],
    ["another address", "jari.polvi@kemi.fi", "jari.polvi@kemijarvi.fi", ["jari.polvi@kemi.fi"]],
    ["another name", "Jari Salmi leads it.", "Jari Polvi leads it.", ["Jari Salmi"]],
    ["a company", "Boliden Harjavalta buys it.", "Boliden Kokkola buys it.", ["Boliden Harjavalta"]],
  ])("finds %s", (_situation, claim, passage, missing) => {
    expect(findUngrounded(claim, [passage])).toEqual(missing);
  });

  it("takes all passages of a claim together", () => {
    expect(findUngrounded("16 (2022), 17 (2021)", ["16 companies in 2022", "17 plants in 2021"])).toEqual([]);
  });

  it("finds every figure when there is no passage", () => {
    expect(findUngrounded("22 and +358 50 464 1333", [])).toEqual(["22", "+358 50 464 1333"]);
  });

  it("accepts every sentence cut out of its passage, and every run of its words", async () => {
    const { index } = await openOwnKnowledge();
    for (const passage of index.passages.filter((_passage, at) => at % 7 === 0)) {
      const text = passageText(passage);
      for (const sentence of splitSentences(text)) {
        expect(findUngrounded(sentence, [text])).toEqual([]);
        const words = sentence.split(" ");
        const half = words.slice(Math.floor(words.length / 3), Math.ceil((words.length * 2) / 3)).join(" ");
        expect(findUngrounded(half, [text])).toEqual([]);
      }
    }
  });
});
