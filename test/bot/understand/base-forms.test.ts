import { describe, expect, it } from "vitest";
import { baseForms } from "../../../bot/understand/base-forms.ts";

describe("baseForms()", () => {
  it.each([
    ["bolidenin", "boliden"],
    ["outokummun", "outokumpu"],
    ["laukaassa", "laukaa"],
    ["kirveslahden", "kirveslahti"],
    ["metsän", "metsä"],
    ["kiilton", "kiilto"],
    ["nesteeltä", "neste"],
    ["ermalas", "ermala"],
    ["boliden", "boliden"],
  ])("of %s hold %s", (word, base) => {
    expect(baseForms(word)).toContain(base);
  });

  it.each(["ssab", "in", "kip", ""])("hold the word itself first: %s", (word) => {
    expect(baseForms(word)[0]).toBe(word);
  });

  it("never get shorter than three letters", () => {
    for (const word of ["oyn", "abs", "kissin", "tan"]) {
      for (const form of baseForms(word)) expect(form.length, word).toBeGreaterThanOrEqual(3);
    }
  });
});
