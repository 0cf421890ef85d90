import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../../knowledge/languages.ts";

/** Sets of all kinds: facts, tables, partners, places, curated answers. */
const SETS = [
  "answers-knowledge.jsonl",
  "answers-knowledge-fifth.jsonl",
  "streams.jsonl",
  "partners.jsonl",
  "locations.jsonl",
  "faq-hits.jsonl",
] as const;

/** Said by the way: courtesies, follow-ups, wishes for a language, nothing of the subject. */
const ASIDES: Record<Language, readonly string[]> = {
  fi: [
    "Kiitos!",
    "entä Kokkolassa?",
    "Vastaa ruotsiksi",
    "Mitä osaat?",
    "Mikä on Ranskan pääkaupunki?",
    "???",
  ],
  sv: ["Tack!", "och i Karleby?", "Svara på finska", "Vad kan du?", "Vilken är Frankrikes huvudstad?", "…"],
  en: [
    "Thanks!",
    "and in Kokkola?",
    "Answer in Finnish",
    "What can you do?",
    "What is the capital of France?",
    "!!",
  ],
};

/** Questions of each language. */
export type SoakQuestions = Readonly<Record<Language, readonly string[]>>;

/** Reads what is asked: the questions of the test sets, and what people say besides. */
export async function readSoakQuestions(): Promise<SoakQuestions> {
  const questions: Record<Language, string[]> = {
    fi: [...ASIDES.fi],
    sv: [...ASIDES.sv],
    en: [...ASIDES.en],
  };
  for (const set of SETS) {
    const text = await readFile(join(import.meta.dirname, "..", "quality", set), "utf8");
    for (const line of text.split("\n").filter((one) => one.trim() !== "")) {
      const { lang, language, question, turns } = JSON.parse(line) as Record<string, unknown>;
      const asked = question === undefined ? turns : [question];
      const list = questions[(lang ?? language) as Language];
      if (list !== undefined && Array.isArray(asked)) list.push(...asked.map(String));
    }
  }
  return questions;
}
