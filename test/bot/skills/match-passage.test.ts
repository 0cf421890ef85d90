import { beforeAll, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { analyseFor, createInDocument, matchPassage, meetsTerm } from "../../../bot/skills/match-passage.ts";
import { analyseQuestion } from "../../../bot/understand/question.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
}, 240_000);

const QUESTIONS = [
  ["Kuka on Kokkolan suurteollisuusalueen yhteyshenkilö ja mitä höyry maksaa?", "fi"],
  ["Vilka företag finns i Karleby storindustriområde år 2021?", "sv"],
  ["How many members does the KIP Association have?", "en"],
] as const;

it("matchPassage() credits each part with what the part itself meets, and a name with its document", () => {
  let met = 0;
  for (const [text, language] of QUESTIONS) {
    const question = analyseQuestion(text, { language, view });
    const inDocument = createInDocument(question, view);
    for (let entry = 0; entry < view.index.passages.length; entry += 17) {
      const { sentences, headings } = view.analyse(entry);
      const match = matchPassage(question, { view, entry, inDocument });
      const document = inDocument(entry);
      for (const [at, term] of question.terms.entries()) {
        const ofDocument = term.isName ? (document[at] ?? 0) * 0.85 : 0;
        const wanted = sentences.map((sentence) => Math.max(meetsTerm(sentence, term), ofDocument));
        expect(match.sentences.map((credits) => credits[at])).toEqual(wanted);
        expect(match.headings[at]).toBe(meetsTerm(headings, term));
        expect(match.anywhere[at]).toBe(Math.max(meetsTerm(headings, term), ...wanted));
        if (wanted.some((credit) => credit > 0)) met += 1;
      }
    }
  }
  expect(met).toBeGreaterThan(50);
});

it("analyseFor() analyses what scoring will look at, short documents whole, and rests between", async () => {
  view.forgetAnalyses();
  const retrieved = [10, 500, 1200].map((entry) => ({ entry }));
  let rests = 0;
  const rest = () => {
    rests += 1;
    return undefined;
  };
  await analyseFor(retrieved, { view, rest });
  const looked = new Set(
    retrieved.flatMap(({ entry }) => {
      const document = view.entriesOfDocument(entry);
      return document.length > 14 ? [entry] : [entry, ...document];
    }),
  );
  expect([...looked].every((entry) => view.isAnalysed(entry))).toBe(true);
  expect(rests).toBe(looked.size);
  await analyseFor(retrieved, { view, rest });
  expect(rests).toBe(looked.size);
});
