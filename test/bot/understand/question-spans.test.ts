import { describe, expect, it } from "vitest";
import { findAsides, findCounted } from "../../../bot/understand/question-spans.ts";

const words = (text: string, spans: readonly [number, number][]) =>
  spans.map(([start, end]) => text.slice(start, end).trim());

describe("findCounted()", () => {
  it.each([
    ["How many trains a day?", "trains a"],
    ["Kuinka monta sähköauton latauspistettä puistossa on?", "sähköauton latauspistettä"],
    ["Hur många små och medelstora företag hör till nätverket?", "små och medelstora företag"],
  ] as const)("of %j are the words behind the asking ones", (text, counted) => {
    expect(words(text, findCounted(text))).toEqual([counted]);
  });

  it("are none where nothing is counted", () => {
    expect(findCounted("Where is ECO3?")).toEqual([]);
  });
});

describe("findAsides()", () => {
  it("are amounts of the asker's own, and sentences that do not ask", () => {
    const own = "Who could use our fly ash, 22 000 t?";
    expect(words(own, findAsides(own))).toEqual(["22 000 t"]);
    const told = "I keep seeing different figures. How many companies are there?";
    expect(words(told, findAsides(told))).toEqual(["I keep seeing different figures."]);
  });

  it("leave an amount alone that the sources may tell", () => {
    expect(findAsides("Which source says 1.4 million tonnes?")).toEqual([]);
  });
});
