import { describe, expect, it } from "vitest";
import { parseQuestions } from "./answers/read-questions.ts";

const LINE = {
  id: "x-1",
  lang: "en",
  question: "How many members?",
  expect: { facts: [["22", "twenty-two"]], sources: ["001"], refused: false, language: "en" },
};

function parseOne(line: unknown) {
  return parseQuestions(JSON.stringify(line));
}

describe("parseQuestions()", () => {
  it("reads a question with its patterns, whatever their case", () => {
    const { questions, faults } = parseOne(LINE);
    expect(faults).toEqual([]);
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ id: "x-1", turns: ["How many members?"], isFollowUp: false });
    expect(questions[0]!.expect.facts[0]![1]!.test("TWENTY-TWO")).toBe(true);
  });

  it("reads turns as a follow-up", () => {
    const { question: _, ...rest } = LINE;
    const { questions } = parseOne({ ...rest, turns: ["Who?", "And when?"] });
    expect(questions[0]).toMatchObject({ turns: ["Who?", "And when?"], isFollowUp: true });
  });

  it("reads a refusal without facts and sources", () => {
    const { questions } = parseOne({ ...LINE, expect: { refused: true, language: "sv" } });
    expect(questions[0]!.expect).toEqual({ facts: [], sources: [], refused: true, language: "sv" });
  });

  it.each([
    ["no JSON", "{", /JSON/],
    [
      "an answer without facts",
      JSON.stringify({ ...LINE, expect: { sources: ["a"], language: "en" } }),
      /"facts"/,
    ],
    [
      "an empty group",
      JSON.stringify({ ...LINE, expect: { ...LINE.expect, facts: [[]] } }),
      /expect\.facts\.0/,
    ],
    [
      "a broken pattern",
      JSON.stringify({ ...LINE, expect: { ...LINE.expect, facts: [["("]] } }),
      /expect\.facts\.0\.0: must be a regular expression/,
    ],
    ["question and turns", JSON.stringify({ ...LINE, turns: ["a", "b"] }), /either "question" or "turns"/],
    ["an unknown language", JSON.stringify({ ...LINE, lang: "de" }), /lang/],
    ["an unknown field", JSON.stringify({ ...LINE, expected: 1 }), /expected/],
  ])("names line and reason of %s and keeps the other lines", (_name, line, reason) => {
    const { questions, faults } = parseQuestions(`${JSON.stringify(LINE)}\n\n${line}\n`);
    expect(questions).toHaveLength(1);
    expect(faults).toHaveLength(1);
    expect(faults[0]!.line).toBe(3);
    expect(faults[0]!.reason).toMatch(reason);
  });

  it("names an id that is used before", () => {
    const { questions, faults } = parseQuestions(`${JSON.stringify(LINE)}\n${JSON.stringify(LINE)}`);
    expect(questions).toHaveLength(1);
    expect(faults).toEqual([{ line: 2, reason: 'the id "x-1" is used before' }]);
  });
});
