import type { Lexicon } from "../../indexer/index.ts";

const CAPITALISED_PAIR = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?/gu;

/** Words that begin a sentence and no name ("The Annual General Meeting"). */
const OPENING =
  /^(?:The|This|That|These|Those|An|In|At|On|For|All|Our|Its|Tämä|Nämä|Se|Ne|Det|Den|De|En|Ett|I|På)\s/u;

/**
 * Finds what is likely a person's name: two capitalised words of which at least one no vocabulary knows
 * ("Tuomas Pussila", not "Circular Economy").
 *
 * @param text Any text.
 * @returns Names in order; may hold a company's name, seldom misses a person's.
 */
export function findPersonNames(text: string, lexicon: Lexicon): string[] {
  const isKnown = (word: string) => lexicon.knownLanguages(word.toLowerCase()).length > 0;
  return [...text.matchAll(CAPITALISED_PAIR)]
    .map(([name]) => name)
    .filter((name) => !name.split(" ").every(isKnown) && !OPENING.test(name));
}
