import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { analyseQuestion, type Question } from "../../understand/question.ts";
import type { Term } from "../../understand/term.ts";
import { aspectsOf, decisiveAspects } from "./question-aspects.ts";

/** One content word of a question, or a phrase with one meaning, ready to be compared. */
export interface ProfileWord {
  stem: string;
  /** Pieces of four letters, for words that no vocabulary knows. */
  grams: ReadonlySet<string>;
  /** Concepts with the share by which they are meant, 0 to 1. */
  concepts: ReadonlyMap<string, number>;
  /** How much the word tells of the topic, 0 to about 1. */
  weight: number;
}

/** A question as it is compared with others: what it is about, without its language's grammar. */
export interface QuestionProfile {
  language: Language;
  words: readonly ProfileWord[];
  /** Parks and places that are named, and the parks of those places. */
  names: ReadonlySet<string>;
  /** Materials that are named. */
  materials: ReadonlySet<string>;
  /** Figures, without their grouping: "22 000" is "22000". */
  figures: ReadonlySet<string>;
  /** Which fact is wanted: a price, a duration. */
  aspects: ReadonlySet<string>;
}

const GRAM = 4;
/** A concept that a word only hints at says nothing of likeness. */
const LEAST_SHARE = 0.4;
/** Below it a concept is only near to what a word means. */
const OWN_SHARE = 0.5;

/** Reads what a question is about, for comparing it with others in any of the three languages. */
export function buildProfile(
  text: string,
  context: { language: Language; view: KnowledgeView },
): QuestionProfile {
  const { language, view } = context;
  const joined = joinFigures(text);
  const question = analyseQuestion(joined, { language, view });
  const whole = idsOf(question, 1);
  return {
    language,
    words: joinPhrases(question.terms, language),
    names: namesOf(question),
    materials: new Set(whole.filter((id) => view.materials.has(id))),
    figures: new Set(joined.match(/(?<!\p{L})\d+/gu)),
    // "The price of a plot" may be a phrase of its own, with the price as its part.
    aspects: decisiveAspects(joined, { whole, parts: idsOf(question, OWN_SHARE) }),
  };
}

function idsOf(question: Question, leastShare: number): string[] {
  return question.matches.filter(({ share }) => share >= leastShare).map(({ concept }) => concept.id);
}

/** "22 000" and "22,000" are one figure. */
function joinFigures(text: string): string {
  return text.replace(/(?<=\d)[\s\u00a0,.](?=\d{3}(?!\d))/g, "");
}

/** "Green liquor dregs" are one word in Finnish, and count as one in every language. */
function joinPhrases(terms: readonly Term[], language: Language): ProfileWord[] {
  const words: ProfileWord[] = [];
  for (const term of terms) {
    const word = toWord(term, language);
    const last = words.at(-1);
    const isPhrase = last !== undefined && haveOneMeaning(last, word);
    if (isPhrase) words[words.length - 1] = joinWords(last, word);
    else words.push(word);
  }
  return words;
}

/** "Price" and "plot" stay two words, though there is a word for the price of a plot. */
function haveOneMeaning(one: ProfileWord, other: ProfileWord): boolean {
  if (namesAspect(one) !== namesAspect(other)) return false;
  return [...one.concepts].some(([id, share]) => share === 1 && other.concepts.get(id) === 1);
}

function namesAspect({ concepts }: ProfileWord): boolean {
  return [...concepts.keys()].some((id) => id.startsWith("aspect:"));
}

function joinWords(one: ProfileWord, other: ProfileWord): ProfileWord {
  const concepts = new Map(one.concepts);
  for (const [id, share] of other.concepts) concepts.set(id, Math.max(share, concepts.get(id) ?? 0));
  return {
    stem: `${one.stem} ${other.stem}`,
    grams: new Set([...one.grams, ...other.grams]),
    concepts,
    weight: Math.max(one.weight, other.weight),
  };
}

function toWord(term: Term, language: Language): ProfileWord {
  const concepts = new Map([...term.concepts].filter(([, share]) => share >= LEAST_SHARE));
  for (const [id, share] of term.concepts)
    if (share >= OWN_SHARE) for (const aspect of aspectsOf(id)) concepts.set(aspect, 1);
  return { stem: term.stems[language], grams: gramsOf(term.word), concepts, weight: term.weight };
}

function gramsOf(word: string): Set<string> {
  const padded = ` ${word} `;
  const count = Math.max(1, padded.length - GRAM + 1);
  return new Set(Array.from({ length: count }, (_, at) => padded.slice(at, at + GRAM)));
}

function namesOf(question: Question): Set<string> {
  const named = question.matches.filter(({ concept, share }) => share === 1 && isName(concept.kind));
  return new Set(named.flatMap(({ concept }) => [concept.id, ...(concept.related ?? [])]));
}

function isName(kind: string): boolean {
  return kind === "park" || kind === "place";
}
