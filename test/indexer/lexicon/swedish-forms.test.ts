import { expect, it } from "vitest";
import { swedishForms } from "../../../indexer/lexicon/swedish-forms.ts";

it.each([
  ["aska", "askan"],
  ["gips", "gipset"],
  ["område", "området"],
  ["slam", "slammet"],
  ["centrum", "centret"],
])("swedishForms() of %s hold %s", (word, form) => {
  expect(swedishForms(word)).toContain(form);
});

it("swedishForms() leaves short words and other endings as they are", () => {
  expect(swedishForms("ab")).toEqual(["ab"]);
  expect(swedishForms("gummi")).toEqual(["gummi"]);
});
