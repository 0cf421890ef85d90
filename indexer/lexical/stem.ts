import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemFinnish } from "@orama/stemmers/finnish";
import { stemmer as stemSwedish } from "@orama/stemmers/swedish";
import type { Language } from "../../knowledge/languages.ts";

const STEMMERS: Readonly<Record<Language, (word: string) => string>> = {
  fi: stemFinnish,
  sv: stemSwedish,
  en: stemEnglish,
};

/**
 * Reduces a word to its stem by the rules of one language (Snowball; Porter for English).
 *
 * @param word One word in lower case, as `tokenize` gives it.
 * @param language Whose rules apply. A word of another language comes back cut a little oddly, but always alike.
 * @returns The stem, which need not be a word itself; never empty for a word that is not.
 *
 * @example
 * ```ts
 * stem("lentotuhkaa", "fi"); // "lentotuhk"
 * ```
 */
export function stem(word: string, language: Language): string {
  return STEMMERS[language](word) || word;
}
