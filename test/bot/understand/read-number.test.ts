import { describe, expect, it } from "vitest";
import { NUMBER_WORD, readNumberWord } from "../../../bot/understand/number-words.ts";
import { MULTIPLIER, NUMBER, readNumber } from "../../../bot/understand/read-number.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";

const WHOLE = new RegExp(`^(${NUMBER})(${MULTIPLIER})$`, "iu");

/** Reads a text that is nothing but a number. */
function read(text: string): number | undefined {
  const match = WHOLE.exec(text);
  return match === null ? undefined : readNumber(match[1] ?? "", match[2] ?? "");
}

describe("readNumber()", () => {
  it("reads every number that the assistant itself writes", () => {
    for (let value = 1; value < 20_000_000; value = Math.ceil(value * 1.37)) {
      for (const number of [value, value + 0.5, value + 0.25]) {
        for (const language of LANGUAGES) {
          expect(read(presentNumber(number, language)), `${number} ${language}`).toBe(number);
        }
      }
    }
  });

  it.each([
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    ["1 234 567,89", 1_234_567.89],
    ["10.000", 10_000],
    ["10,000", 10_000],
    ["1.000.000", 1_000_000],
    ["0,250", 0.25],
    ["0.125", 0.125],
    ["1,2 milj.", 1_200_000],
    ["1.5 million", 1_500_000],
    ["en halv miljon", 500_000],
    ["half a million", 500_000],
    ["puoli miljoonaa", 500_000],
    ["two hundred thousand", 200_000],
    ["kaksisataa tuhatta", 200_000],
    ["tvåhundra tusen", 200_000],
    ["a thousand", 1000],
    ["20 tuhannen", 20_000],
    ["tjugo tusen", 20_000],
    ["25 thousand", 25_000],
  ])("reads %s", (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each(["", "many", "tonnia", "12 34", "1 0000", "twentyish"])("reads nothing in: %s", (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe("readNumberWord()", () => {
  it.each([
    ["kolme", 3],
    ["Kahdentoista", 12],
    ["kahdeksantoista", 18],
    ["seitsemänkymmentäyksi", 71],
    ["ninety-nine", 99],
    ["sjuttiotvå", 72],
    ["nittio", 90],
    ["hundra", 100],
    ["viisisataa", 500],
  ])("reads %s", (word, value) => {
    expect(readNumberWord(word)).toBe(value);
  });

  it.each(["", "twenty-", "five-twenty", "kuusi metsä", "constructor"])("knows no number %s", (word) => {
    expect(readNumberWord(word)).toBeUndefined();
  });

  it("knows each whole number to a hundred in the nominative of each language, and the pattern finds it whole", () => {
    const ones = {
      en: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
      fi: ["yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän"],
      sv: ["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"],
    };
    const tens = {
      en: ["twenty-", "thirty-", "forty-", "fifty-", "sixty-", "seventy-", "eighty-", "ninety-"],
      fi: ones.fi.slice(1).map((one) => `${one}kymmentä`),
      sv: ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"],
    };
    const pattern = new RegExp(`^(?:${NUMBER_WORD})$`, "u");
    for (const language of LANGUAGES) {
      tens[language].forEach((ten, tenAt) => {
        ones[language].forEach((one, oneAt) => {
          expect(readNumberWord(`${ten}${one}`)).toBe((tenAt + 2) * 10 + oneAt + 1);
          expect(`${ten}${one}`).toMatch(pattern);
        });
        expect(readNumberWord(ten.replace("-", ""))).toBe((tenAt + 2) * 10);
      });
    }
  });
});
