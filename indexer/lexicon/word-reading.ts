import type { Language } from "../../knowledge/languages.ts";

/** What a word may mean by the rules of one language, whatever stands around it. */
export interface WordReading {
  /** Whether it means anything, or begins a phrase that does. */
  isKnown: boolean;
  isFunctionWord: boolean;
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

/** Reading of a word that means nothing, as most do; one for all. */
export const UNKNOWN_WORD: WordReading = {
  isKnown: false,
  isFunctionWord: false,
  language: "en",
  stem: "",
  positions: [],
  ...NO_PARTS,
  longestPhrase: 1,
};

/** Reading of a function word that begins no phrase. */
export const FUNCTION_WORD: WordReading = { ...UNKNOWN_WORD, isFunctionWord: true };

/** Words kept per language; emptied when full, so that no stream of odd texts grows it. */
const MAX_WORDS = 200_000;

/** Keeps what words were found to mean: texts repeat their words, and taking a compound apart is dear. */
export class ReadingCache {
  readonly #known: Record<Language, Map<string, WordReading>>;
  readonly #readWord: (word: string, language: Language) => WordReading;

  /** @param readWord Reads a word by the rules of a language. */
  constructor(readWord: (word: string, language: Language) => WordReading) {
    this.#known = { fi: new Map(), sv: new Map(), en: new Map() };
    this.#readWord = readWord;
  }

  read(word: string, language: Language): WordReading {
    const words = this.#known[language];
    const known = words.get(word);
    if (known !== undefined) return known;
    if (words.size >= MAX_WORDS) words.clear();
    const fresh = this.#readWord(word, language);
    words.set(word, fresh);
    return fresh;
  }
}
