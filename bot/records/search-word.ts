import { type Concept, isFunctionWord, splitWords, stemWord } from "../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { baseForms } from "../understand/base-forms.ts";
import { foldWord } from "./fold-word.ts";

/** A typed word with everything that it may be looked up by. */
export interface SearchWord {
  /** As typed, folded. */
  folded: string;
  /** Words that the typed one may be an inflected form of, folded. */
  bases: readonly string[];
  /** Its stems by language, folded. */
  stems: Readonly<Record<Language, string>>;
  /** Concepts of the vocabulary that the word names, alone or with its neighbours. */
  concepts: readonly string[];
  /** Other words for what it means, or for what the parts of a compound mean, folded. */
  synonyms: readonly string[];
  /** Whether a record must have it; words such as "in" and "ja" are welcome only. */
  isRequired: boolean;
}

/** What is read of a text; a search box is no place for a letter. */
export const MOST_CHARS = 200;
const MOST_WORDS = 8;
/** Nothing but a waste code or its beginning: "11 02 02", "0303". */
const CODE = /^\s*\d{2}(?:[\s.]?\d{2}){0,2}\s*\*?\s*$/;

/**
 * Splits what was typed into words.
 *
 * @param text Any text; only its first {@link MOST_CHARS} characters and eight words are read.
 * @returns No words for a text without letters and digits.
 */
export function readSearchWords(
  text: string,
  { view, language }: { view: KnowledgeView; language: Language },
): SearchWord[] {
  const cut = text.slice(0, MOST_CHARS).normalize("NFKC");
  const typed = CODE.test(cut) ? cut.replace(/\D/g, "") : cut;
  const words = splitWords(typed).slice(0, MOST_WORDS);
  const matches = view.index.lexicon.match(typed, language);
  const read = words.map((word, position): SearchWord => {
    const lower = word.lower.replace(/'s?$/, "");
    const own = matches.filter(
      ({ firstWord, wordCount }) => firstWord <= position && position < firstWord + wordCount,
    );
    return {
      folded: foldWord(lower),
      bases: [...new Set(baseForms(lower).slice(1).map(foldWord))],
      stems: stemsOf(lower),
      concepts: [...new Set(own.filter(({ share }) => share === 1).map(({ concept }) => concept.id))],
      synonyms: [...new Set(own.flatMap(({ concept }) => wordLabels(concept)))],
      isRequired: !LANGUAGES.some((other) => isFunctionWord(lower, other)),
    };
  });
  return read.some(({ isRequired }) => isRequired)
    ? read
    : read.map((word) => ({ ...word, isRequired: true }));
}

/** Names of a concept that are one word. */
function wordLabels({ labels }: Concept): string[] {
  return LANGUAGES.map((language) => labels[language].toLowerCase())
    .filter((label) => /^\p{L}+$/u.test(label))
    .map(foldWord);
}

/** Stems of a word in each language, folded. */
export function stemsOf(lower: string): Record<Language, string> {
  return {
    fi: foldWord(stemWord(lower, "fi")),
    sv: foldWord(stemWord(lower, "sv")),
    en: foldWord(stemWord(lower, "en")),
  };
}
