import { expect, it } from "vitest";
import { finnishForms } from "../../../indexer/lexicon/finnish-forms.ts";

it.each([
  ["tehdas", "tehtaan"],
  ["yritys", "yrityksen"],
  ["kaasutin", "kaasuttimen"],
  ["liete", "lietteen"],
  ["laite", "laitteessa"],
  ["kuona", "kuonaa"],
  ["tuhka", "tuhkan"],
  ["kipsi", "kipsin"],
  ["vesi", "veden"],
  ["satama", "satamien"],
  ["teollinen", "teollisen"],
  ["lanta", "lannan"],
  ["kierrättää", "kierrättäminen"],
  ["rikkihappo", "rikkihapon"],
  ["mädätysjäännös", "mädätysjäännöstä"],
  ["tehdas", "tehdasta"],
  ["sellainen", "sellaista"],
])("finnishForms() of %s hold %s", (word, form) => {
  const forms = finnishForms(word);
  // The stemmer brings endings together, so a form with the same stem will do.
  expect([...forms]).toContain(form);
  expect(forms[0]).toBe(word);
  expect(new Set(forms).size).toBe(forms.length);
});

it("finnishForms() leaves words of two letters as they are", () => {
  expect(finnishForms("ry")).toEqual(["ry"]);
});
