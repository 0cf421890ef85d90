import {
  type ConceptMatch,
  isFunctionWord,
  type Lexicon,
  splitWords,
  stemWord,
} from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { Evidence } from "./evidence.ts";

/** How much of what a sentence says its sources say too. */
export interface Support {
  /** Content words that could be compared. */
  compared: number;
  /** Those of them that the sources hold, as a share; 1 when there was none. */
  share: number;
}

const LEAST_CONCEPT_SHARE = 0.5;

/**
 * Compares the content words of a sentence with its sources: by their stems within a language, by the concepts of the
 * vocabulary across languages. A word that no concept knows cannot be compared with a source in another language.
 */
export function measureSupport(
  text: string,
  context: { language: Language; lexicon: Lexicon; evidence: readonly Evidence[] },
): Support {
  const { language, lexicon, evidence } = context;
  const matches = lexicon.match(text, language);
  const isSameLanguage = evidence.some((source) => source.language === language);
  let compared = 0;
  let held = 0;
  for (const [position, word] of splitWords(text).entries()) {
    if (isFunctionWord(word.lower, language) || /^\d+$/.test(word.lower) || word.lower.length < 2) continue;
    const concepts = conceptsAt(position, matches);
    const isHeld =
      hasStem(word.lower, { language, evidence }) ||
      evidence.some(({ analysed }) =>
        concepts.some((id) => (analysed.concepts.get(id) ?? 0) >= LEAST_CONCEPT_SHARE),
      );
    if (!isHeld && !isSameLanguage && concepts.length === 0) continue;
    compared += 1;
    if (isHeld) held += 1;
  }
  return { compared, share: compared === 0 ? 1 : held / compared };
}

function conceptsAt(position: number, matches: readonly ConceptMatch[]): string[] {
  return matches
    .filter(({ firstWord, wordCount }) => firstWord <= position && position < firstWord + wordCount)
    .map(({ concept }) => concept.id);
}

function hasStem(
  word: string,
  { language, evidence }: { language: Language; evidence: readonly Evidence[] },
): boolean {
  const stem = stemWord(word, language);
  return evidence.some(({ analysed, forms }) => analysed.stems.has(stem) || forms.has(word));
}
