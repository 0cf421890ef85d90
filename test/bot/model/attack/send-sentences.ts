import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { type AnswerSource, gatherSources } from "../../../../bot/model/answer-source.ts";
import { checkSentence, type SentenceFault } from "../../../../bot/model/check/check-sentence.ts";
import { SentenceCutter } from "../../../../bot/model/cut-sentences.ts";
import type { Language } from "../../../../knowledge/languages.ts";

/** A sentence that a model might write, and the guide that it says it has it from. */
export interface Written {
  language: Language;
  /** Name of the guide without folder and ending. */
  guide: string;
  text: string;
}

/** Reads the sentences of a file of this folder. */
export function readWritten<More>(name: string): (Written & More)[] {
  const text = readFileSync(join(import.meta.dirname, name), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Written & More);
}

/** The passages of a guide, as sources of an answer. */
function sourcesOf(view: KnowledgeView, file: string): AnswerSource[] {
  const retrieved = view.index.passages.flatMap((passage, entry) =>
    passage.file === file && passage.kind !== "outline" ? [{ passage, entry, score: 1 }] : [],
  );
  if (retrieved.length === 0) throw new Error(`Cannot cite ${file}: it has no passages`);
  return retrieved.flatMap((one) => gatherSources([one], { view, cited: [] }));
}

/**
 * Sends a sentence through the cutter and the check as a model would that does its best to get it through: with the mark
 * of each passage of the guide alone, and with those of all of them.
 *
 * @param source Language of the guide that is cited.
 * @returns Nothing when the sentence, or a piece of it, gets through; else what the passages found wrong.
 */
export function sendSentence(
  { language, guide, text }: Written,
  { view, source }: { view: KnowledgeView; source: Language },
): SentenceFault[] | undefined {
  const sources = sourcesOf(view, `guides/${source}/${guide}.md`);
  const cited = [...sources.map((one) => [one]), sources];
  const cutter = new SentenceCutter();
  const marked = /[.!?]$/.test(text) ? text.replace(/([.!?])$/, " [1]$1") : `${text} [1]`;
  const sentences = [...cutter.add(`${marked} `), ...cutter.end()];
  const found = cited.map((some) =>
    sentences
      .filter(({ marks }) => marks.length > 0)
      .map((sentence) => checkSentence(sentence.text, { sources: some, language, view })),
  );
  if (found.some((faults) => faults.includes(undefined))) return undefined;
  return [...new Set(found.flat().filter((fault) => fault !== undefined))];
}
