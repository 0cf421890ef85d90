import { expect, it } from "vitest";
import { splitCompound } from "../../../indexer/lexicon/split-compound.ts";

const known = (...words: string[]) => {
  const set = new Set(words);
  return { isPart: (form: string) => set.has(form), isHead: (form: string) => set.has(form) };
};

it.each([
  ["sv", "medlemsföretagen", ["medlem", "företagen"]],
  ["sv", "industriparksföretagen", ["industri", "park", "företagen"]],
  ["fi", "kipsilevytehdas", ["kipsi", "levy", "tehdas"]],
  ["fi", "teollisuudenala", ["teollisuude", "ala"]],
  ["fi", "kipsi", []],
  ["fi", "kipsitalo", []],
  ["fi", "co2kipsi", []],
] as const)("splitCompound() in %s of %s", (language, word, parts) => {
  const words = known(
    "medlem",
    "företagen",
    "industri",
    "park",
    "kipsi",
    "levy",
    "tehdas",
    "teollisuude",
    "ala",
  );
  expect(splitCompound(word, { language, ...words })).toEqual(parts);
});
