import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../../knowledge/languages.ts";
import { parseQuestions } from "../../quality/answers/read-questions.ts";

/** A question that the product's own knowledge answers. */
export interface BenchQuestion {
  text: string;
  language: Language;
}

const FOLDER = join(import.meta.dirname, "../../quality");

/**
 * Reads the questions that conversations ask: all single ones of the sets on the product's own knowledge that have an
 * answer, languages mixed.
 */
export function readBenchQuestions(): BenchQuestion[] {
  const files = readdirSync(FOLDER).filter((name) => /^answers-knowledge.*\.jsonl$/.test(name));
  const questions = files
    .sort()
    .flatMap((name) => parseQuestions(readFileSync(join(FOLDER, name), "utf8")).questions)
    .filter(({ turns, expect }) => turns.length === 1 && !expect.refused)
    .map(({ turns, lang }) => ({ text: turns[0] ?? "", language: lang }));
  // A step that shares no factor with the number walks over all of them, and files and languages take turns.
  const step = 101;
  return questions.map((_, at) => questions[(at * step) % questions.length] as BenchQuestion);
}
