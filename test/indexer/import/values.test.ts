import { describe, expect, it } from "vitest";
import { isNothing } from "../../../indexer/import/fold-text.ts";
import { IMPORT_ERROR_CODES } from "../../../indexer/import/import-error.ts";
import { parseWasteCode } from "../../../indexer/import/parse-waste-code.ts";
import { PROBLEM_CODES, REMARK_CODES } from "../../../indexer/import/problem.ts";
import { IMPORT_TEXTS } from "../../../indexer/import/texts.ts";
import { type ChoiceField, matchChoice } from "../../../indexer/import/value-words.ts";

describe("parseWasteCode()", () => {
  it.each([
    ["10 01 03", "100103"],
    ["10 01 04*", "100104 hazardous"],
    ["100104 *", "100104 hazardous"],
    ["10.01.03", "100103"],
    ["EWC 03 03 10", "030310"],
    ["30310", "030310 padded"],
  ])("reads %j as %j", (text, expected) => {
    const code = parseWasteCode(text);
    const marks = `${code?.isHazardous ? " hazardous" : ""}${code?.isPadded ? " padded" : ""}`;
    expect(`${code?.code}${marks}`).toBe(expected);
  });

  it.each(["99 01 01", "21 01 01", "00 01 01", "10 01", "1001030", "ash", "100101, 100103", ""])(
    "refuses %j",
    (text) => {
      expect(parseWasteCode(text)).toBeUndefined();
    },
  );
});

describe("matchChoice()", () => {
  it.each<[ChoiceField, string, string | undefined]>([
    ["hazardous", "Kyllä", "yes"],
    ["hazardous", "nej", "no"],
    ["hazardous", "ei vaarallinen", "no"],
    ["hazardous", "icke-farligt avfall", "no"],
    ["form", "Jauhe (hieno)", "solid"],
    ["form", "pasta", "sludge"],
    ["form", "flytande", "liquid"],
    ["status", "Saatavilla", "available"],
    ["status", "egen användning", "used on site"],
    ["visibility", "vain koordinaattori", "coordinator"],
    ["kind", "kertaerä", "stock"],
    ["kind", "planerad", "planned"],
    ["form", "ehkä", undefined],
  ])("of %s reads %j as %j", (field, text, expected) => {
    expect(matchChoice(field, text)).toBe(expected);
  });
});

describe("isNothing()", () => {
  it.each(["", "-", "–", "?", "ei tietoa", "Uppgift saknas", "n/a", "N.A."])("holds for %j", (text) => {
    expect(isNothing(text)).toBe(true);
  });

  it.each(["0", "ei", "no"])("does not hold for %j", (text) => {
    expect(isNothing(text)).toBe(false);
  });
});

describe("IMPORT_TEXTS", () => {
  it("has words of its own for everything in each language", () => {
    for (const { errors, problems, remarks } of Object.values(IMPORT_TEXTS)) {
      expect(Object.keys(errors).sort()).toEqual([...IMPORT_ERROR_CODES].sort());
      expect(Object.keys(problems).sort()).toEqual([...PROBLEM_CODES].sort());
      expect(Object.keys(remarks).sort()).toEqual([...REMARK_CODES].sort());
    }
    const { fi, sv, en } = IMPORT_TEXTS;
    expect(new Set([fi, sv, en].map(({ nothingWritten }) => nothingWritten)).size).toBe(3);
  });
});
