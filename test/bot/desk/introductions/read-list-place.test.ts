import { expect, it } from "vitest";
import { readListPlace } from "../../../../bot/desk/introductions/read-list-place.ts";

it.each([
  ["number four", 4],
  ["no. 2", 2],
  ["3", 3],
  ["numero neljälle", 4],
  ["nummer fyra", 4],
  ["the first company", 1],
  ["toiselle yritykselle", 2],
  ["den tredje", 3],
  ["sille viimeiselle", 5],
  ["the last one", 5],
  ["Soilfood", undefined],
  ["number of companies", undefined],
] as const)("readListPlace() reads %j of five as %s", (words, place) => {
  expect(readListPlace(words, 5)).toBe(place);
});
