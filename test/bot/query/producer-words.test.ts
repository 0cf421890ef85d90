import { describe, expect, it } from "vitest";
import { producerWords } from "../../../bot/query/producer-words.ts";
import { makeStream } from "../../support/streams.ts";

const wordsOf = (producer_en: string, producer_fi = producer_en) => [
  ...producerWords([makeStream({ producer_en, producer_fi, producer_sv: producer_en })]),
];

describe("producerWords()", () => {
  it("collects capitalised words, and names of several words as wholes", () => {
    expect(wordsOf("Metsä Fibre (Kemi bioproduct mill)").sort()).toEqual(["fibre", "metsä", "metsä fibre"]);
    expect(wordsOf("Neste and Borealis Polymers").sort()).toEqual([
      "borealis",
      "borealis polymers",
      "neste",
      "polymers",
    ]);
  });

  it.each(["Kemi", "works", "(SSAB)"])(
    "leaves out what stands in brackets and in small letters: %s",
    (part) => {
      expect(wordsOf(`Outokumpu ${part.startsWith("(") ? part : `(${part})`} works`)).toEqual(["outokumpu"]);
    },
  );

  it.each(["All", "Various Finnish Companies", "Former Old Mill", "The Municipality", "Oy Ab"])(
    "takes no general word for a name: %s",
    (producer) => {
      expect(wordsOf(producer).filter((word) => !word.includes(" "))).toEqual([]);
    },
  );

  it("collects the names of each language", () => {
    expect(wordsOf("Boliden Harjavalta", "Outokummun tehdas")).toEqual(
      expect.arrayContaining(["boliden", "outokummun"]),
    );
  });

  it("gives none for rows without a producer", () => {
    expect(producerWords([makeStream()]).size).toBe(0);
  });
});
