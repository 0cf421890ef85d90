import type { Language } from "../../knowledge/languages.ts";

/** What sort of thing a concept is; names weigh more than general words when a question is read. */
export type ConceptKind = "trade" | "word" | "place" | "park";

/** One meaning with its words in the three languages. */
export interface Concept {
  /** Unique over all kinds, for example `trade:fly-ash`, `place:kokkola`, `park:eco3`. */
  id: string;
  kind: ConceptKind;
  /** How much the concept says about a topic, 0 to 1: 1 for trade concepts and names, less for general words. */
  weight: number;
  /** Preferred name per language. */
  labels: Record<Language, string>;
  /** Concepts that come along: the parks of a place. */
  related?: string[];
  /** Concepts close in meaning: a question for the one may be answered by a sentence with the other. */
  near?: string[];
}

/** A concept met in a text. */
export interface ConceptMatch {
  concept: Concept;
  /** Place in the text, first character and behind the last. */
  start: number;
  end: number;
  /** Position of the first word and number of words. */
  firstWord: number;
  wordCount: number;
  /** 1 for a whole word or phrase, 0.5 for a part of a longer match or of a compound. */
  share: number;
}

/** A form and the positions of its concepts. */
export type LexiconForm = [form: string, ...positions: number[]];

/** A lexicon as plain data, for the index on disk. */
export interface LexiconData {
  /** Hash of all words and concepts: vectors made with another lexicon are not compared. */
  version: string;
  concepts: Concept[];
  /** Per language, forms (stemmed, or as written) and the positions of their concepts. */
  forms: Record<Language, LexiconForm[]>;
  /** Inflected surface forms that may be the first parts of compounds, per language. */
  parts: Record<Language, string[]>;
  /** Hash of the tables and rules it was built from; of the same the same is built. */
  origin?: string;
}
