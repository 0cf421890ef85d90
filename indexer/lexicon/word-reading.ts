import type { Language } from "../../knowledge/languages.ts";

/** What a word may mean by the rules of one language, whatever stands around it. */
export interface WordReading {
  language: Language;
  stem: string;
  /** Positions of the concepts it names as a whole. */
  positions: readonly number[];
  /** Positions of the concepts its parts name when it is a compound. */
  parts: readonly number[];
  /** Share of a concept named by a part, 0 to 1. */
  partShare: number;
  /** How many words the longest phrase has that begins with it, 1 when none does. */
  longestPhrase: number;
}

/** Parts of a word that is no compound. */
export const NO_PARTS = { parts: [], partShare: 0 } as const;

/** Readings of a word that means nothing, as most do. */
const NOTHING: readonly WordReading[] = [];

/** Words kept per language; emptied when full, so that no stream of odd texts grows it. */
const MAX_WORDS = 200_000;

/** Keeps what words were found to mean: a text repeats its words, and taking a compound apart is dear. */
export class ReadingCache {
  readonly #known: Record<Language, Map<string, readonly WordReading[]>>;
  readonly #readWord: (word: string, language: Language) => readonly WordReading[];

  /** @param readWord Reads a word that stands in a text of a language. */
  constructor(readWord: (word: string, language: Language) => readonly WordReading[]) {
    this.#known = { fi: new Map(), sv: new Map(), en: new Map() };
    this.#readWord = readWord;
  }

  /** Readings of a word in a text of a language, in the order they are tried. */
  read(word: string, language: Language): readonly WordReading[] {
    const words = this.#known[language];
    const known = words.get(word);
    if (known !== undefined) return known;
    const found = this.#readWord(word, language);
    const fresh = found.length === 0 ? NOTHING : found;
    if (words.size >= MAX_WORDS) words.clear();
    words.set(word, fresh);
    return fresh;
  }
}
