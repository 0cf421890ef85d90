import { describe, expect, it } from "vitest";
import type { Language } from "../../knowledge/languages.ts";
import { presentFailure, presentSummary } from "./answers/present-scores.ts";
import { type AnswerScore, scoreAnswer } from "./answers/score-answer.ts";
import { measureScores, percentile, summariseScores } from "./answers/summarise-scores.ts";

interface Case {
  lang?: Language;
  isFollowUp?: boolean;
  wantsRefusal?: boolean;
  isRefused?: boolean;
  text?: string;
  source?: string;
  ms?: number;
}

function makeScore(options: Case = {}): AnswerScore {
  const { lang = "en", isFollowUp = false, wantsRefusal = false, isRefused = wantsRefusal, ms = 1 } = options;
  const { text = "There are 22 members in all.", source = "001.txt" } = options;
  return scoreAnswer(
    {
      id: "x-1",
      lang,
      turns: ["Hello?", "How many?"],
      isFollowUp,
      expect: { facts: [[/22/u]], sources: ["001"], refused: wantsRefusal, language: "en" },
    },
    { language: "en", refused: isRefused, text, citations: [{ title: "Page", source }], ms },
  );
}

describe("percentile()", () => {
  it.each([
    [[], 0.5, null],
    [[7], 0.95, 7],
    [[4, 1, 3, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.95, 4],
  ])("of %j at %d is %s", (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe("measureScores()", () => {
  it("counts facts and sources over questions with an answer, refusals over those without", () => {
    const figures = measureScores([
      makeScore(),
      makeScore({ text: "There are many members in all." }),
      makeScore({ source: "002.txt" }),
      makeScore({ isRefused: true }),
      makeScore({ wantsRefusal: true }),
      makeScore({ wantsRefusal: true, isRefused: false }),
    ]);
    expect(figures).toMatchObject({
      questions: 6,
      factInAnswer: 2 / 4,
      rightSource: 2 / 4,
      falseRefusals: 1 / 4,
      rightRefusals: 1 / 2,
      languageRight: 1,
      followUpsRight: null,
    });
  });

  it("counts a follow-up as right only when all of it is", () => {
    const figures = measureScores([
      makeScore({ isFollowUp: true }),
      makeScore({ isFollowUp: true, source: "002.txt" }),
      makeScore(),
    ]);
    expect(figures.followUpsRight).toBe(1 / 2);
  });

  it("gives no shares without questions", () => {
    expect(measureScores([])).toMatchObject({
      questions: 0,
      factInAnswer: null,
      rightRefusals: null,
      msP50: null,
    });
  });
});

describe("summariseScores()", () => {
  it("splits by the language asked in", () => {
    const summary = summariseScores([
      makeScore({ lang: "fi", ms: 9 }),
      makeScore({ lang: "sv", isRefused: true }),
    ]);
    expect(summary).toMatchObject({ questions: 2, factInAnswer: 1 / 2, msP95: 9 });
    expect(summary.fi).toMatchObject({ questions: 1, factInAnswer: 1 });
    expect(summary.sv).toMatchObject({ questions: 1, falseRefusals: 1 });
    expect(summary.en.questions).toBe(0);
  });
});

describe("presentSummary()", () => {
  it("prints a line for each language and for all, in percent", () => {
    const lines = presentSummary(summariseScores([makeScore(), makeScore({ isRefused: true })])).split("\n");
    expect(lines.map((line) => line.trim().split(/\s+/)[0])).toEqual(["questions", "fi", "sv", "en", "all"]);
    expect(lines[3]).toMatch(/^en +2 +50\.0 +50\.0 +- +50\.0 +100\.0 +-/);
  });
});

describe("presentFailure()", () => {
  it("names the fault, the turns, what was expected and the answer's first 200 characters", () => {
    const text = presentFailure(makeScore({ text: `Nothing here. ${"x".repeat(300)}` }));
    expect(text).toContain("x-1: fact");
    expect(text).toContain("Hello? → How many?");
    expect(text).toContain("22; from 001; in en");
    expect(text).toContain(`Nothing here. ${"x".repeat(186)}\n`);
    expect(text).not.toContain("x".repeat(187));
  });
});
