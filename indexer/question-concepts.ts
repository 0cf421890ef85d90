import type { Language } from "../knowledge/languages.ts";
import type { ConceptMatch } from "./lexicon/lexicon.ts";
import { isFunctionWord } from "./text/function-words.ts";
import { splitWords } from "./text/words.ts";

/** What a concept close in meaning weighs beside the one that is named. */
const NEAR_SHARE = 0.2;

/**
 * Whether a concept says what a question is about, rather than being one of the general words, which bridge
 * languages but within one only blur what the words themselves tell.
 */
export function isAboutTopic({ concept }: ConceptMatch): boolean {
  return concept.kind !== "word";
}

/** Sums the weights of a question's concepts by id. */
export function conceptWeights(matches: readonly ConceptMatch[]): Map<string, number> {
  const weights = new Map<string, number>();
  const raise = (id: string, weight: number) => weights.set(id, Math.max(weights.get(id) ?? 0, weight));
  for (const { concept, share } of matches) {
    raise(concept.id, concept.weight * share);
    if (share === 1) for (const id of concept.near ?? []) raise(id, concept.weight * NEAR_SHARE);
  }
  return weights;
}

/** Share of a question's content words that the vocabulary knows, 0 to 1. */
export function conceptCoverage(
  question: string,
  context: { language: Language; matches: readonly ConceptMatch[] },
): number {
  const words = splitWords(question);
  let content = 0;
  let known = 0;
  words.forEach((word, position) => {
    if (isFunctionWord(word.lower, context.language)) return;
    content += 1;
    const isKnown = context.matches.some(
      (match) => match.firstWord <= position && position < match.firstWord + match.wordCount,
    );
    if (isKnown) known += 1;
  });
  return content === 0 ? 0 : known / content;
}
