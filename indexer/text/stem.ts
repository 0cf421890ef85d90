import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemFinnish } from "@orama/stemmers/finnish";
import { stemmer as stemSwedish } from "@orama/stemmers/swedish";
import type { Language } from "../../knowledge/languages.ts";

const STEMMERS: Record<Language, (word: string) => string> = {
  en: stemEnglish,
  fi: stemFinnish,
  sv: stemSwedish,
};

const CACHE_LIMIT = 50_000;
const caches: Record<Language, Map<string, string>> = { en: new Map(), fi: new Map(), sv: new Map() };

/**
 * Cuts a word to its Snowball stem (Porter 2001, snowballstem.org; the library's data is Apache-2.0).
 *
 * @param word One lower-case word.
 * @param language Whose endings are cut.
 * @returns The stem; a word with digits comes back unchanged.
 */
export function stemWord(word: string, language: Language): string {
  const cache = caches[language];
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stem = /\d/.test(word) ? word : STEMMERS[language](word) || word;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, stem);
  return stem;
}
