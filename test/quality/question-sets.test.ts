import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { type EvaluationQuestion, parseQuestions } from "./answers/read-questions.ts";

const SETS = ["answers-seeds.jsonl", "answers-knowledge.jsonl"].map((name) => ({
  name,
  ...parseQuestions(readFileSync(new URL(name, import.meta.url), "utf8")),
}));
const ALL = SETS.flatMap(({ questions }) => questions);

/** Sets of other kinds of question have a form and tests of their own. */
const OTHER_KINDS =
  /^(?:streams|partners|locations|faq-hits|faq-near-miss|question-groups|requests)(?:-\w+)?\.jsonl$/;
const LATER_SETS = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".jsonl") && !OTHER_KINDS.test(name))
  .filter((name) => SETS.every((set) => set.name !== name))
  .map((name) => ({ name, ...parseQuestions(readFileSync(new URL(name, import.meta.url), "utf8")) }));

function shareOf(
  questions: readonly EvaluationQuestion[],
  isCounted: (question: EvaluationQuestion) => boolean,
) {
  return questions.filter(isCounted).length / questions.length;
}

describe("the sets of questions", () => {
  it.each(SETS)("$name parses line by line", ({ questions, faults }) => {
    expect(faults).toEqual([]);
    expect(questions.length).toBeGreaterThan(80);
  });

  it.each(LATER_SETS)(
    "$name parses, with ids that no other set has, the languages alike",
    ({ questions, faults }) => {
      expect(faults).toEqual([]);
      const others = [...SETS, ...LATER_SETS].flatMap((set) =>
        set.questions === questions ? [] : set.questions.map(({ id }) => id),
      );
      const ids = questions.map(({ id }) => id);
      expect(new Set([...ids, ...others]).size).toBe(ids.length + new Set(others).size);
      const counts = LANGUAGES.map((language) => questions.filter(({ lang }) => lang === language).length);
      expect(new Set(counts).size).toBe(1);
      expect(questions.some((question) => question.expect.refused)).toBe(true);
    },
  );

  it("hold at least 240 questions under ids of their own, none asked twice", () => {
    expect(ALL.length).toBeGreaterThanOrEqual(240);
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
    for (const { questions } of SETS) {
      expect(new Set(questions.map(({ turns }) => turns.join("\n").toLowerCase())).size).toBe(
        questions.length,
      );
    }
  });

  it.each(LANGUAGES)("hold enough of each kind in %s", (language) => {
    const questions = ALL.filter(({ lang }) => lang === language);
    expect(questions.length).toBeGreaterThanOrEqual(80);
    const refusals = shareOf(questions, (question) => question.expect.refused);
    expect(refusals).toBeGreaterThan(0.22);
    expect(refusals).toBeLessThan(0.28);
    const followUps = shareOf(questions, ({ isFollowUp }) => isFollowUp);
    expect(followUps).toBeGreaterThan(0.1);
    expect(followUps).toBeLessThan(0.14);
  });

  it("ask for answers from each of the five source documents in each language", () => {
    const [seeds] = SETS;
    for (const language of LANGUAGES) {
      const sources = seeds!.questions
        .filter(({ lang }) => lang === language)
        .flatMap((question) => question.expect.sources);
      expect(new Set(sources)).toEqual(new Set(["000", "001", "002", "003", "004"]));
    }
  });
});
