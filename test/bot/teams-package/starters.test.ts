import { beforeAll, describe, expect, it } from "vitest";
import { MANIFEST_TEXTS } from "../../../bot/teams-package/manifest-texts.ts";
import { STARTERS } from "../../../bot/teams-package/manifest-texts-shape.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { type Asker, askOwnKnowledge } from "../../support/own-index.ts";

/** What each offered question must be understood as; which skill answers is what a person who presses it expects. */
const INTENTS: Record<(typeof STARTERS)[number], string> = {
  streams: "streams",
  takers: "partners",
  locations: "parks",
  inputs: "partners",
  waste: "answer",
  founding: "answer",
  contact: "contact",
  help: "smalltalk",
};

const CASES = LANGUAGES.flatMap((language) =>
  STARTERS.flatMap((starter) => {
    const { title, question } = MANIFEST_TEXTS[language].starters[starter];
    return [...new Set([title, question])].map((text) => ({ language, starter, text }));
  }),
);

describe("questions the package offers", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await askOwnKnowledge();
  });

  it.each(CASES)("$language: $text", async ({ language, starter, text }) => {
    const reply = await asker.ask(text);
    expect(reply).toMatchObject({ language, refused: false, intent: INTENTS[starter] });
  });

  it("have titles that fit a package of the oldest version", () => {
    const tooLong = CASES.filter(
      ({ language, starter }) => MANIFEST_TEXTS[language].starters[starter].title.length > 32,
    );
    expect(tooLong).toEqual([]);
  });
});
