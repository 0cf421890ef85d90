import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { inverseDocumentFrequency, type WeightedTerm } from "./field.ts";
import { isFunctionWord } from "./function-words.ts";
import type { LexicalData } from "./lexical-data.ts";
import type { NumberTable } from "./number-table.ts";
import { LEXICAL_PARAMETERS } from "./parameters.ts";
import { tokenize } from "./tokenize.ts";
import { wordGrams } from "./word-grams.ts";
import { stemKey, stemKeyLanguage } from "./word-table.ts";

/** Words kept taken apart; emptied when full, so that no stream of odd questions grows it. */
const MAX_KNOWN_WORDS = 5000;

/** What one word means to one index. */
export interface WordTerms {
  /** Its grams that occur in the index; one that stands in it twice is listed twice. */
  readonly grams: readonly WeightedTerm[];
  /** How many grams it has in all, 1 and up. */
  readonly gramCount: number;
  /** Its stem by the rules of each language of the index, where it occurs. */
  readonly stems: readonly WeightedTerm[];
  /** The idf of its stem, or of an unseen term when no entry has it. */
  readonly idf: number;
}

/** One distinct word of a question. */
export interface QuestionWord {
  readonly terms: WordTerms;
  /** Its part in the question, above 0: how often it occurs, less for a function word. */
  readonly part: number;
}

/** Looks up words and concepts in an index; holds the maps that turn keys into numbers. */
export class TermLookup {
  readonly #gramNumbers: NumberTable;
  readonly #stemNumbers: ReadonlyMap<string, number>;
  readonly #conceptNumbers: ReadonlyMap<string, number>;
  readonly #gramIdfs: Float32Array;
  readonly #stemIdfs: Float32Array;
  readonly #conceptIdfs: Float32Array;
  readonly #languages: readonly Language[];
  readonly #unseenIdf: number;
  readonly #knownWords = new Map<string, WordTerms>();

  constructor(data: LexicalData) {
    const entryCount = data.words.offsets.length - 1;
    this.#gramNumbers = data.gramNumbers;
    this.#stemNumbers = data.stemNumbers;
    this.#conceptNumbers = data.conceptNumbers;
    this.#languages = LANGUAGES.filter((language) => data.entryCounts[language] > 0);
    this.#unseenIdf = inverseDocumentFrequency(0, entryCount);
    this.#gramIdfs = idfsOf(data.gramField.offsets, () => entryCount);
    this.#conceptIdfs = idfsOf(data.conceptField.offsets, () => entryCount);
    const stemLanguages = Array.from(data.stemNumbers.keys(), stemKeyLanguage);
    this.#stemIdfs = idfsOf(data.stemField.offsets, (term) => data.entryCounts[stemLanguages[term] ?? "en"]);
  }

  /** Takes a question apart into its distinct words, in the order of their first occurrence. */
  analyseQuestion(question: string, language: Language): QuestionWord[] {
    const counts = new Map<string, number>();
    for (const word of tokenize(question)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const words: QuestionWord[] = [];
    for (const [word, count] of counts) {
      const share = isFunctionWord(word, language) ? LEXICAL_PARAMETERS.functionWordWeight : 1;
      words.push({ terms: this.#termsOf(word), part: count * share });
    }
    return words;
  }

  /** Finds a concept and what a match with it is worth, or nothing when no entry names it. */
  findConcept(id: string): WeightedTerm | undefined {
    const term = this.#conceptNumbers.get(id);
    if (term === undefined) return undefined;
    return { term, weight: (this.#conceptIdfs[term] ?? 0) * LEXICAL_PARAMETERS.conceptWeight };
  }

  #termsOf(word: string): WordTerms {
    const known = this.#knownWords.get(word);
    if (known !== undefined) return known;
    const keys = wordGrams(word);
    const stems = this.#stemsOf(word);
    const idf = stems.reduce((highest, { term }) => Math.max(highest, this.#stemIdfs[term] ?? 0), 0);
    const fresh = {
      grams: this.#gramsOf(keys),
      gramCount: keys.length,
      stems,
      idf: stems.length > 0 ? idf : this.#unseenIdf,
    };
    if (this.#knownWords.size >= MAX_KNOWN_WORDS) this.#knownWords.clear();
    this.#knownWords.set(word, fresh);
    return fresh;
  }

  #gramsOf(keys: readonly number[]): WeightedTerm[] {
    const { longWordDamping, usualGramCount } = LEXICAL_PARAMETERS;
    const damping = (keys.length / usualGramCount) ** -longWordDamping;
    const grams: WeightedTerm[] = [];
    for (const key of keys) {
      const term = this.#gramNumbers.find(key);
      if (term !== undefined) grams.push({ term, weight: damping * (this.#gramIdfs[term] ?? 0) });
    }
    return grams;
  }

  /** Applies the rules of every language the index holds: a name is a name in all of them. */
  #stemsOf(word: string): WeightedTerm[] {
    const stems: WeightedTerm[] = [];
    for (const language of this.#languages) {
      const term = this.#stemNumbers.get(stemKey(word, language));
      if (term === undefined) continue;
      stems.push({ term, weight: LEXICAL_PARAMETERS.stemWeight * (this.#stemIdfs[term] ?? 0) });
    }
    return stems;
  }
}

function idfsOf(offsets: Uint32Array, entryCountOf: (term: number) => number): Float32Array {
  const values = new Float32Array(offsets.length - 1);
  for (let term = 0; term < values.length; term++) {
    const having = (offsets[term + 1] ?? 0) - (offsets[term] ?? 0);
    values[term] = inverseDocumentFrequency(having, entryCountOf(term));
  }
  return values;
}
