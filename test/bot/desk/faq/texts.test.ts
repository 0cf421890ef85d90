import { describe, expect, test } from "vitest";
import { FAQ_TEXTS } from "../../../../bot/desk/faq/texts.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";

/** Every text by its path; functions are called with words that must come back. */
function listTexts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String(value(7, 9))]];
  return Object.entries(value as object).flatMap(([key, inner]) => listTexts(inner, `${path}.${key}`));
}

describe("FAQ_TEXTS", () => {
  const all = new Map(LANGUAGES.map((language) => [language, new Map(listTexts(FAQ_TEXTS[language]))]));

  test.each(LANGUAGES)("no text of %s is empty, and each has the same place in the others", (language) => {
    const texts = all.get(language) as Map<string, string>;
    expect([...texts.keys()].sort()).toEqual([...(all.get("en") as Map<string, string>).keys()].sort());
    expect([...texts].filter(([, text]) => text.trim() === "" || /undefined/.test(text))).toEqual([]);
  });

  test("no text was left in another language", () => {
    const same = (one: Map<string, string>, other: Map<string, string>) =>
      [...one].filter(([path, text]) => other.get(path) === text).map(([path]) => path);
    const [fi, sv, en] = LANGUAGES.map((language) => all.get(language) as Map<string, string>) as [
      Map<string, string>,
      Map<string, string>,
      Map<string, string>,
    ];
    // Names with a person and a time, "Version 7", and words that both languages share.
    const shared = [".entry.changedBy", ".history.revision", ".fields.park"];
    expect(same(fi, en).filter((path) => !shared.includes(path))).toEqual([]);
    expect(same(sv, en).filter((path) => !shared.includes(path))).toEqual([]);
    expect(same(fi, sv).filter((path) => !shared.includes(path))).toEqual([]);
  });
});
