import { describe, expect, it } from "vitest";
import { askingSentences } from "../../../bot/understand/asking-sentence.ts";

describe("askingSentences()", () => {
  it.each([
    ["There are three of us. Which slags are sold?", ["Which slags are sold?", "There are three of us."]],
    ["Meitä on kolme. Mitä kuonia myydään?", ["Mitä kuonia myydään?", "Meitä on kolme."]],
    ["Vi är tre. Vilka slagger säljs? Tack!", ["Tack!", "Vilka slagger säljs?", "Vi är tre."]],
    ["i am new here. which parks exist?", ["which parks exist?", "i am new here."]],
    ["olen opiskelija. mitkä puistot on?", ["mitkä puistot on?", "olen opiskelija."]],
  ])("takes the sentences apart, the last first: %s", (text, sentences) => {
    expect(askingSentences(text)).toEqual(sentences);
  });

  it.each(["Which slags are sold?", "", "  ", "Over 10.5 t of slag in Kemi", "slag from e.g. what plants"])(
    "leaves one sentence alone: %s",
    (text) => {
      expect(askingSentences(text)).toEqual([]);
    },
  );
});
