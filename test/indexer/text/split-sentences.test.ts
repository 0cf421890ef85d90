import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../indexer/text/split-sentences.ts";

describe("splitSentences()", () => {
  it.each([
    [["KIP ry perustettiin 2006.", "Jäseniä on 22."]],
    [["Mukana on mm. Satama Oy ja esim. Kipsi Ab.", "Muita on n. 5."]],
    [["Kokous on 17.3.2022 klo 9.30.", "Tervetuloa!"]],
    [["Kokous pidetään 17.3. 2022.", "Se on avoin."]],
    [["Puisto avattiin 1. lokakuuta.", "Se kasvoi."]],
    [["1. Visioi tulevaa."]],
    [["Investointi on 12 milj. EUR.", "Se on iso."]],
    [["Parken har bl.a. Hamnen Ab och t.ex. Gips Oy som medlemmar.", "Fler kommer."]],
    [["Mötet hålls den 3. mars.", "Alla får delta."]],
    [["Tal med Dr. Ek resp. Prof. Alm.", "De vet."]],
    [["Firms such as e.g. Harbour Ltd. Steam share heat.", "It works."]],
    [["See Fig. 3 and No. 5.", "Who pays?", "Nobody."]],
    [["J. Virtanen vastaa.", "”Hyvä on.”", "Niin."]],
    [["Määrä on 1.5 t tai 12 000 t.", "Siinä kaikki"]],
    [["Käy osoitteessa www.example.org ja lue lisää."]],
  ])("cuts %j apart again", (sentences) => {
    expect(splitSentences(sentences.join(" "))).toEqual(sentences);
  });

  it("gives nothing for an empty paragraph", () => {
    expect(splitSentences("  ")).toEqual([]);
  });

  it("loses no character whatever stands between the stops", () => {
    const words = ["Ab", "esim.", "2.", "3.4.", "on.", "Oy!", "klo", "”Se.”", "(x.)", "…", "ä?", "t.ex."];
    for (let seed = 1; seed < 300; seed++) {
      const text = Array.from(
        { length: 12 },
        (_, at) => words[(seed * (at + 3) * 7 + at * seed) % words.length],
      );
      expect(splitSentences(text.join(" ")).join(" ")).toBe(text.join(" "));
    }
  });

  it("splits 5 MB in a second", () => {
    const started = performance.now();
    expect(splitSentences("Tuhkaa syntyy esim. Oulussa. ".repeat(170_000))).toHaveLength(170_000);
    splitSentences("x".repeat(5_000_000).concat(". Loppu."));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
