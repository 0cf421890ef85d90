import { describe, expect, it } from "vitest";
import { repairHyphens } from "../../../indexer/text/repair-hyphens.ts";

describe("repairHyphens()", () => {
  it.each([
    // Finnish, Swedish and English words that only the line end cut.
    ["luonnon-\nvarat", "luonnonvarat", ["luonnon-varat"]],
    ["in-\ndustripark", "industripark", ["in-dustripark"]],
    ["re-\n   cycling", "recycling", ["re-cycling"]],
    ["palvelu-\n\nyhtiö", "palveluyhtiö", ["palvelu-yhtiö"]],
    ["kierto\u2010\ntalous", "kiertotalous", ["kierto-talous"]],
    ["KIERTO-\nTALOUS", "KIERTOTALOUS", ["KIERTO-TALOUS"]],
    // Finnish writes a hyphen between equal vowels, so it was there before the line end.
    ["raaka-\naine", "raaka-aine", ["raakaaine"]],
    // Names and abbreviations keep theirs, and there is nothing to be in doubt about.
    ["Kemi-\nTornio", "Kemi-Tornio", []],
    ["EU-\nasetus", "EU-asetus", []],
    ["CO2-\npäästöt", "CO2-päästöt", []],
    ["2-\nvaiheinen", "2-vaiheinen", []],
    // A hyphen that stands for the rest of a compound.
    ["energia-\nja vesihuolto", "energia- ja vesihuolto", []],
    ["energi-\noch vattenförsörjning", "energi- och vattenförsörjning", []],
    ["short-\nand long-term", "short- and long-term", []],
    // Soft hyphens are never part of a word.
    ["kierto\u00ADtalous", "kiertotalous", []],
    ["kierto\u00AD \n talous", "kiertotalous", []],
    // Nothing to mend.
    ["a - b\nc", "a - b\nc", []],
    ["", "", []],
  ])("reads %j as %j", (raw, text, alternatives) => {
    expect(repairHyphens(raw)).toEqual({ text, alternatives });
  });

  it("leaves a word of 20 million letters alone, and one after a line end", () => {
    const long = "ā".repeat(20_000_000);
    expect(repairHyphens(long).text).toHaveLength(long.length);
    expect(repairHyphens(`luonnon-\n${long}`).text).toHaveLength(long.length + "luonnon".length);
  });
});
