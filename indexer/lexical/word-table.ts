import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { NumberTable } from "./number-table.ts";
import { RowsBuilder } from "./rows.ts";
import { stem } from "./stem.ts";
import { wordGrams } from "./word-grams.ts";

/**
 * Numbers the distinct word forms of a collection and the grams and stems they stand for.
 *
 * A word form is taken apart once, however often it occurs. The same letters in two languages are two forms, since
 * their stems differ.
 */
export class WordTable {
  /** For each word form its grams, as numbers. */
  readonly grams = new RowsBuilder();
  /** For each word form its one stem, as a number. */
  readonly stems = new RowsBuilder();
  /** Number of each gram key; see `wordGrams`. */
  readonly gramNumbers = new NumberTable();
  /** Number of each stem key; see `stemKey`. */
  readonly stemNumbers = new Map<string, number>();
  readonly #forms: Readonly<Record<Language, Map<string, number>>> = {
    fi: new Map(),
    sv: new Map(),
    en: new Map(),
  };

  /** Gives the number of a word form, from 0, taking it up when it is new. */
  numberOf(word: string, language: Language): number {
    const forms = this.#forms[language];
    const known = forms.get(word);
    if (known !== undefined) return known;
    const fresh = this.grams.rowCount;
    forms.set(word, fresh);
    for (const key of wordGrams(word)) this.grams.push(this.gramNumbers.intern(key));
    this.grams.endRow();
    this.stems.push(intern(this.stemNumbers, stemKey(word, language)));
    this.stems.endRow();
    return fresh;
  }
}

/** Names a stem together with its language, such as `sv:kalk`, so that two languages' stems never meet by chance. */
export function stemKey(word: string, language: Language): string {
  return `${language}:${stem(word, language)}`;
}

/** Language of a stem key. */
export function stemKeyLanguage(key: string): Language {
  return LANGUAGES.find((language) => key.startsWith(`${language}:`)) ?? "en";
}

/** Gives the number of a key, from 0, taking it up when it is new. */
export function intern<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const fresh = numbers.size;
  numbers.set(key, fresh);
  return fresh;
}
