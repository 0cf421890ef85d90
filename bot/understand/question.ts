import type { Language } from "../../knowledge/languages.ts";
import { type ConceptMatch, isFunctionWord, splitWords, stemWord } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { type AnswerType, detectAnswerType } from "./answer-type.ts";

/** A content word of a question and what it may be met as. */
export interface Term {
  word: string;
  /** Stem in each language, since a word may be met in a text of any. */
  stems: Record<Language, string>;
  /** Concepts the word stands for or is part of, with shares. */
  concepts: ReadonlyMap<string, number>;
  /** How much the word says about the topic: rare words say more. Above 0, about 1 on average. */
  weight: number;
  /** `true` for a word that neither the index nor the vocabulary knows. */
  isUnknown: boolean;
  /** `true` for the name of a park, place or person. */
  isName: boolean;
}

/** A question as the skills read it. */
export interface Question {
  text: string;
  /** Language of the words. */
  language: Language;
  /** Language of the answer: the same, unless the person asked for another. */
  replyLanguage: Language;
  matches: readonly ConceptMatch[];
  terms: readonly Term[];
  answerType: AnswerType;
  /** Ids of the parks that the question names, by name or by a place with one park only. */
  parks: readonly string[];
  /** Ids of the places that the question names. */
  places: readonly string[];
}

/** Words that ask rather than tell; they stand in questions on every topic. */
const ASKING = new Set(
  `information info detail details question answer tiedot tietoa tietoja tieto kysymys kysymystä kysymykseen vastaus
  information uppgifter fråga svar tietää
  kertoisitko example examples`.split(/\s+/),
);

/**
 * Analyses a question: its content words with their weight, the concepts and names in it, and what kind of
 * answer it asks for.
 */
export function analyseQuestion(
  text: string,
  context: { language: Language; replyLanguage?: Language; view: KnowledgeView },
): Question {
  const { language, view } = context;
  const matches = view.index.lexicon.match(text, language);
  const words = splitWords(text);
  const terms: Term[] = [];
  words.forEach((word, position) => {
    if (isFunctionWord(word.lower, language) || ASKING.has(word.lower)) return;
    if (word.lower.length < 2 && !/\d/.test(word.lower)) return;
    const own = matches.filter(
      (match) => match.firstWord <= position && position < match.firstWord + match.wordCount,
    );
    terms.push(toTerm(word, { own, view, isFirst: position === 0 }));
  });
  const parks = idsOf(matches, "park");
  const places = idsOf(matches, "place");
  return {
    text,
    language,
    replyLanguage: context.replyLanguage ?? language,
    matches,
    terms: mergeRepeats(terms),
    answerType: detectAnswerType(text, language),
    parks,
    places,
  };
}

function idsOf(matches: readonly ConceptMatch[], kind: "park" | "place"): string[] {
  const full = matches.filter((match) => match.concept.kind === kind && match.share === 1);
  return [...new Set(full.map((match) => match.concept.id.slice(kind.length + 1)))];
}

function toTerm(
  word: { lower: string; isCapital: boolean },
  context: { own: readonly ConceptMatch[]; view: KnowledgeView; isFirst: boolean },
): Term {
  const { own, view } = context;
  const stems = {
    fi: stemWord(word.lower, "fi"),
    sv: stemWord(word.lower, "sv"),
    en: stemWord(word.lower, "en"),
  };
  const concepts = new Map<string, number>();
  for (const { concept, share } of own) {
    concepts.set(concept.id, Math.max(concepts.get(concept.id) ?? 0, share));
  }
  const counts = [
    ...new Set(Object.values(stems)),
  ].map((stem) => view.stemCount(stem));
  const conceptCounts = [...concepts.keys()].map((id) => view.conceptCount(id));
  const count = Math.max(0, ...counts, ...conceptCounts);
  const all = view.index.passages.length;
  const isName = own.some(({ concept, share }) => share === 1 && (concept.kind === "place" || concept.kind === "park"));
  const isNumber = /^\d+$/.test(word.lower);
  return {
    word: word.lower,
    stems,
    concepts,
    weight: Math.log(1 + all / (1 + count)) / Math.log(1 + all / 2) + (isName || isNumber ? 0.2 : 0),
    isUnknown: count === 0,
    isName: isName || (word.isCapital && !context.isFirst),
  };
}

/** A word asked twice counts once. */
function mergeRepeats(terms: readonly Term[]): Term[] {
  const seen = new Set<string>();
  return terms.filter((term) => !seen.has(term.word) && seen.add(term.word));
}
