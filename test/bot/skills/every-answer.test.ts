import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languageName, TEXTS } from "../../../bot/texts.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { parseQuestions } from "../../quality/answers/read-questions.ts";
import { expectGrounded, framesOf } from "../../support/check-reply.ts";
import { askOwnKnowledge } from "../../support/own-index.ts";

const QUALITY = join(import.meta.dirname, "..", "..", "quality");
/** The date of a curated answer, which its entry carries and no source tells. */
const DATED =
  /^(?:Answer of (?:\d{4}|[\d-]{10})|Vastaus (?:vuodelta|päivätty) [\d.]+|Svaret är (?:från|daterat) [\d.]+)\.$/;
/** Lines that count rows of an answer's own list, sums over them, and weights of a score. */
const COUNTS =
  /^(?:\*\*|taulukossa|i tabellen|the table)|^(?:Summassa ei|I summan ingår|Left out of the sum|Määrä puuttuu|Mängd saknas|No quantity|Näytetään|Här är|These are|This is one|Muita rivejä|Ytterligare rader|More rows)|× [\d.,]+ \+ /;

describe("every answer to the development questions", () => {
  it.each(["answers-seeds.jsonl", "answers-knowledge.jsonl"])(
    "is borne out by what it cites (%s)",
    async (file) => {
      const { questions } = parseQuestions(await readFile(join(QUALITY, file), "utf8"));
      const asker = await askOwnKnowledge();
      expect(questions.length).toBeGreaterThan(50);
      for (const { turns } of questions) {
        const reply = await asker.ask(turns);
        expectGrounded(reply);
        expect(reply.text.trim()).not.toBe("");
        expect(reply.text).not.toMatch(/undefined|NaN|\[object/);
        expect(reply.ms).toBeGreaterThan(0);
        if (!reply.refused && reply.intent !== "smalltalk")
          expect(reply.citations, turns.join(" / ")).not.toEqual([]);
        if (reply.refused) continue;
        for (const frame of framesOf(reply)) {
          if (!COUNTS.test(frame) && !DATED.test(frame))
            expect(frame, turns.join(" / ")).not.toMatch(/\d{2}|@/);
        }
      }
    },
    60_000,
  );
});

describe("the assistant's own words", () => {
  it("are there in each language, none empty, none shared by two languages", () => {
    for (const key of Object.keys(TEXTS.en) as (keyof typeof TEXTS.en)[]) {
      const texts = LANGUAGES.map((language) => TEXTS[language][key]).filter(
        (text) => typeof text === "string",
      );
      expect(new Set(texts).size, key).toBe(texts.length);
      for (const text of texts) expect(text.trim(), key).not.toBe("");
    }
  });

  it("name each language in each", () => {
    const names = LANGUAGES.flatMap((named) => LANGUAGES.map((language) => languageName(named, language)));
    expect(new Set(names).size).toBe(9);
  });
});
