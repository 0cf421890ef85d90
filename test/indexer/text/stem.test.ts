import { expect, it } from "vitest";
import { stemWord } from "../../../indexer/text/stem.ts";

it.each([
  ["fi", "teollisuudessa", "teollisuuden"],
  ["sv", "parkerna", "parkens"],
  ["en", "companies", "company"],
] as const)("stemWord() brings forms of a %s word together", (language, one, other) => {
  expect(stemWord(one, language)).toBe(stemWord(other, language));
});

it("stemWord() leaves words with digits alone", () => {
  expect(stemWord("co2:n", "fi")).toBe("co2:n");
});
