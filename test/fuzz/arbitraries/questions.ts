import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { changedText, longTexts, texts } from "./texts.ts";

const QUALITY = join(import.meta.dirname, "..", "..", "quality");

/** Questions that people would ask of every skill, in three languages: those of the question sets. */
export const SAMPLE_QUESTIONS: readonly string[] = readdirSync(QUALITY)
  .filter((file) => file.endsWith(".jsonl"))
  .flatMap((file) => readFileSync(join(QUALITY, file), "utf8").split("\n"))
  .filter((line) => line.trim() !== "")
  .flatMap(questionsOf);

/** Courtesies, wishes and follow-ups, which the sets hold few of. */
const SHORT = [
  "hei",
  "kiitos",
  "tack",
  "svara på svenska",
  "in English please",
  "vastaa suomeksi",
  "ja Kokkolassa?",
  "och i Kemi?",
  "only the hazardous ones",
  "vain yli 1000 t",
  "22 000 t, Kemi",
  "show more",
  "näytä lisää",
  "the first one",
  "who is he?",
  "I want to talk to a person",
  "tell me when new ash streams appear",
  "we have 3,000 t of gypsum",
];

function questionsOf(line: string): string[] {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== "object" || parsed === null) return [];
  const { question, turns } = parsed as { question?: unknown; turns?: unknown };
  return [question, ...(Array.isArray(turns) ? turns : [])].filter((text) => typeof text === "string");
}

/** One message of a person: a good question with something done to it, or anything else. */
export const questions: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: changedText(SAMPLE_QUESTIONS) },
  { weight: 2, arbitrary: changedText(SHORT) },
  { weight: 6, arbitrary: texts },
  { weight: 2, arbitrary: longTexts },
);

/** Messages of one conversation, in order. */
export const conversations: fc.Arbitrary<string[]> = fc.array(questions, { minLength: 2, maxLength: 4 });
