import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { groupQuestions } from "../../../../bot/desk/questions/group-questions.ts";
import { likeness } from "../../../../bot/desk/questions/question-likeness.ts";
import { buildProfile } from "../../../../bot/desk/questions/question-profile.ts";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import type { Language } from "../../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";

interface Labelled {
  id: string;
  group: string;
  language: Language;
  text: string;
}

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

function readSet(name: string): Labelled[] {
  const file = join(import.meta.dirname, "../../../quality", name);
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Labelled);
}

const group = (questions: readonly Labelled[]) =>
  groupQuestions(
    questions.map((item) => ({ item, profile: buildProfile(item.text, { language: item.language, view }) })),
  ).map((members) => members.map(({ item }) => item));

/** Of the pairs put together, and of those that belong together, the share that is right. */
function measure(questions: readonly Labelled[]): { precision: number; recall: number } {
  const pairs = { right: 0, made: 0, wanted: 0 };
  const groupOf = new Map(group(questions).flatMap((members, at) => members.map(({ id }) => [id, at])));
  for (const [at, one] of questions.entries())
    for (const other of questions.slice(at + 1)) {
      const isMade = groupOf.get(one.id) === groupOf.get(other.id);
      const isWanted = one.group === other.group;
      pairs.made += Number(isMade);
      pairs.wanted += Number(isWanted);
      pairs.right += Number(isMade && isWanted);
    }
  return { precision: pairs.right / pairs.made, recall: pairs.right / pairs.wanted };
}

/**
 * Before any tuning the first set gave precision 0.71 and recall 0.80. The second was measured once (0.73 and 0.63) before
 * its failures were looked at too; the third was never tuned on: 0.87 and 0.82.
 */
describe.each([
  ["question-groups.jsonl", { precision: 0.95, recall: 0.7 }],
  ["question-groups-second.jsonl", { precision: 0.95, recall: 0.7 }],
  ["question-groups-third.jsonl", { precision: 0.85, recall: 0.75 }],
])("groupQuestions() on %s", (name, floor) => {
  test(`has a precision of ${floor.precision} and a recall of ${floor.recall} over pairs`, () => {
    const { precision, recall } = measure(readSet(name));
    expect(precision).toBeGreaterThanOrEqual(floor.precision);
    expect(recall).toBeGreaterThanOrEqual(floor.recall);
  });
});

test("the first set is as large as its floors need", () => {
  const questions = readSet("question-groups.jsonl");
  expect(questions.length).toBeGreaterThanOrEqual(120);
  expect(new Set(questions.map((question) => question.group)).size).toBeGreaterThanOrEqual(35);
  expect(new Set(questions.map(({ language }) => language)).size).toBe(3);
});

test("groupQuestions() keeps earlier groups as they were when more is asked", () => {
  const questions = readSet("question-groups.jsonl");
  const half = questions.slice(0, 70);
  const ids = (groups: Labelled[][]) => groups.map((members) => members.map(({ id }) => id));
  const before = ids(group(half));
  const known = new Set(half.map(({ id }) => id));
  const after = ids(group(questions))
    .map((members) => members.filter((id) => known.has(id)))
    .filter((members) => members.length > 0);
  expect(after).toEqual(before);
});

test.each([
  ["another park", "Price of steam in Kemi-Tornio?", "Price of steam in Kokkola?"],
  ["another material", "What is the gate fee for gypsum?", "What is the gate fee for fly ash?"],
  ["another amount", "Who takes 3,000 t of wood chips?", "Who takes 500 t of wood chips?"],
  ["another fact", "What does an environmental permit cost?", "How long does an environmental permit take?"],
  ["the other side", "Who buys bark in Joensuu?", "Who sells bark in Joensuu?"],
  ["nothing to compare", "?", "What is the gate fee for fly ash?"],
])("likeness() is small for %s", (_, one, other) => {
  const [first, second] = [one, other].map((text) => buildProfile(text, { language: "en", view }));
  expect(likeness(first!, second!)).toBeLessThan(0.55);
  expect(likeness(first!, second!)).toBe(likeness(second!, first!));
});
