import type {
  AnalysedPassage,
  AnalysedText,
  Passage,
  RetrievedPassage,
  Sentence,
} from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { findPersonNames } from "../understand/person-names.ts";
import type { Question } from "../understand/question.ts";
import type { Term } from "../understand/term.ts";
import {
  createInDocument,
  directCredits,
  matchPassage,
  meetsTerm,
  NAMED_CREDIT,
  withSurroundings,
} from "./match-passage.ts";
import {
  asksNames,
  countsTerm,
  createFits,
  isDefinition,
  isUnderDefinition,
  meetsFocus,
  namesTopic,
  speaksOfOtherPark,
} from "./sentence-fit.ts";

/** A sentence with what speaks for it as the answer. */
export interface ScoredSentence {
  passage: Passage;
  entry: number;
  /** Position of the sentence in its passage. */
  position: number;
  sentence: Sentence;
  /** Share of the question's weight met by the sentence and its surroundings, 0 to 1. */
  coverage: number;
  /** Share met by the sentence's own words, 0 to 1. */
  own: number;
  /** Whether the sentence holds the kind of thing asked for. */
  fits: boolean;
  /** Whether every name of the question is met in the sentence, its headings or its document. */
  namesMet: boolean;
  /** Whether the fact asked for (price, turnover …) is spoken of in the sentence, beside it or in its headings. */
  focusMet: boolean;
  /** Whether the passage speaks of every year that the question names. */
  yearsMet: boolean;
  /** Whether the noun that is asked for ("which bus line") is spoken of in the sentence, beside it or in its headings. */
  askedMet: boolean;
  /** The same by the very word, not by one close in meaning. */
  askedNamed: boolean;
  /** Whether anything but the names in the question is spoken of in the sentence or around it. */
  topicMet: boolean;
  /** Whether the passage speaks of what is counted ("how many trains"). */
  countedMet: boolean;
  /** Whether somebody is named, where a person is asked for. */
  namesPerson: boolean;
  score: number;
}

/** Weights of the parts of the score; the coverage counts most, the others order what is covered alike. */
const PARTS = {
  coverage: 0.6,
  own: 0.3,
  passage: 0.35,
  fits: 0.2,
  rank: 0.12,
  curated: 0.04,
  heading: 0.15,
  written: 0.1,
  definition: 0.25,
  opening: 0.12,
  row: -0.06,
  question: -0.3,
  long: -0.1,
  counts: 0.2,
  contact: 0.3,
  person: 0.2,
  reason: 0.15,
} as const;

/** Characters beyond which a sentence meets words by its sheer length. */
const LONG_SENTENCE = 160;
/** A list told in one sentence is no worse for being ten lines long: the share beyond the length that still counts. */
const MOST_LENGTHS = 0.5;

/** How well a park must be met by a sentence that names another one. */
const LEAST_PARK_CREDIT = 0.7;

/** A list of sources tells where the facts come from and none of them. */
const SOURCE_LIST =
  /^(?:sources|references|bibliography|lähteet|lähdeluettelo|källor|referenser|källförteckning)(?!\p{L})/iu;

const YEAR = /^(?:19|20)\d\d$/;
/** A year is met when its passage names it. */
const LEAST_YEAR_CREDIT = 0.5;
/** What is counted must be spoken of in the passage. */
const LEAST_COUNTED_CREDIT = 0.5;

/** What is asked for is met by a word close in meaning too. */
const LEAST_ASKED_CREDIT = 0.3;

const LEAST_TOPIC_CREDIT = 0.3;
/** Of less than this a question hardly says what it wants to know of its names ("Vad hette Lounapuisto förr?"). */
const LEAST_TOPIC_WEIGHT = 1.3;

/** A name is met when its passage or short document names it, or a text names its town. */
const LEAST_NAME_CREDIT = 0.3;

/**
 * Scores every sentence of the retrieved passages as an answer to a question, best first.
 *
 * @param retrieved Passages, best first.
 * @returns All sentences with a coverage above zero.
 */
export function scoreSentences(
  question: Question,
  context: { view: KnowledgeView; retrieved: readonly RetrievedPassage[] },
): ScoredSentence[] {
  const { view, retrieved } = context;
  const weightSum = question.terms.reduce((sum, term) => sum + term.weight, 0);
  if (weightSum === 0) return [];
  const topics = question.terms.filter((term) => !term.isName);
  const asked = question.terms.filter((term) => term.isAsked);
  const inDocument = createInDocument(question, view);
  const fitsQuestion = createFits(question);
  const asksWho = question.answerType === "person" || asksNames(question);
  const scored = retrieved.flatMap(({ passage, entry }, rank) => {
    if (SOURCE_LIST.test(passage.headings.at(-1) ?? "")) return [];
    const match = matchPassage(question, { view, entry, inDocument });
    const analysed = view.analyse(entry);
    const weigh = (credits: readonly number[]) =>
      question.terms.reduce((sum, term, at) => sum + (term.weight * (credits[at] ?? 0)) / weightSum, 0);
    const place = { question, passage, view };
    const isOpening = view.index.passages[entry - 1]?.file !== passage.file;
    const askedCredit = createAskedCredit(asked, analysed);
    const anywhere = weigh(match.anywhere);
    const heading = headingScore(question, { passage, share: weigh(match.headings) });
    return passage.sentences.map((sentence, position): ScoredSentence => {
      const direct = directCredits(question, {
        sentence,
        credits: match.sentences[position] ?? [],
        anywhere: match.anywhere,
      });
      const credits = withSurroundings(direct, { match, position, sentence, question });
      const coverage = weigh(credits);
      const own = weigh(direct);
      const fits = fitsQuestion(sentence);
      const namesPerson = asksWho && findPersonNames(sentence.text, view.index.lexicon).length > 0;
      const counts =
        question.answerType === "number" &&
        namesTopic(question, match.sentences[position] ?? []) &&
        countsTerm(sentence.text, place);
      const score =
        PARTS.coverage * coverage +
        PARTS.own * own +
        PARTS.passage * anywhere +
        kindScore(question, { fits, isOpening, isDefinition: () => isDefinition(sentence, place) }) +
        (counts ? PARTS.counts : 0) +
        (namesPerson ? PARTS.person : 0) +
        heading +
        (sentence.kind === "contact" && question.asksContact ? PARTS.contact : 0) +
        (sentence.kind === "row" ? PARTS.row : 0) +
        (sentence.text.trimEnd().endsWith("?") ? PARTS.question : 0) +
        PARTS.long * Math.min(MOST_LENGTHS, Math.max(0, sentence.text.length / LONG_SENTENCE - 1)) +
        PARTS.rank / (1 + rank / 3) +
        (passage.kind === "faq" ? PARTS.curated : 0);
      const leastCredit = speaksOfOtherPark(question, analysed.sentences[position])
        ? LEAST_PARK_CREDIT
        : LEAST_NAME_CREDIT;
      const namesMet = question.terms.every((term, at) => !term.isName || (credits[at] ?? 0) >= leastCredit);
      const yearsMet = question.terms.every(
        (term, at) => !YEAR.test(term.word) || (credits[at] ?? 0) >= LEAST_YEAR_CREDIT,
      );
      const countedMet =
        question.terms.every((term) => !term.isCounted) ||
        question.terms.some((term, at) => term.isCounted && (credits[at] ?? 0) >= LEAST_COUNTED_CREDIT);
      const near = () => [
        ...[-1, 0, 1].map((step) => analysed.sentences[position + step]),
        analysed.headings,
      ];
      const spokenOf = askedCredit(position);
      const focusMet = question.terms.every(
        (term) => !term.isFocus || meetsFocus(term, { text: sentence.text, near: near(), question }),
      );
      return {
        passage,
        entry,
        position,
        sentence,
        coverage,
        own,
        fits,
        namesMet,
        focusMet,
        yearsMet,
        askedMet: spokenOf >= LEAST_ASKED_CREDIT,
        askedNamed: spokenOf >= NAMED_CREDIT,
        topicMet:
          topics.length < 2 ||
          topics.reduce((sum, { weight }) => sum + weight, 0) < LEAST_TOPIC_WEIGHT ||
          question.terms.some((term, at) => !term.isName && (credits[at] ?? 0) >= LEAST_TOPIC_CREDIT),
        countedMet,
        namesPerson,
        score,
      };
    });
  });
  return scored.filter((sentence) => sentence.coverage > 0).sort((a, b) => b.score - a.score);
}

/** How well the noun that is asked for is met in a sentence, by its position, beside it or in its headings, 0 to 1. */
function createAskedCredit(asked: readonly Term[], analysed: AnalysedPassage): (position: number) => number {
  if (asked.length === 0) return () => 1;
  const creditOf = (part: AnalysedText) => Math.max(...asked.map((term) => meetsTerm(part, term)));
  if (creditOf(analysed.whole) === 0) return () => 0;
  const credits = analysed.sentences.map(creditOf);
  const above = creditOf(analysed.headings);
  return (position) => Math.max(above, ...[-1, 0, 1].map((step) => credits[position + step] ?? 0));
}

function headingScore(question: Question, context: { passage: Passage; share: number }): number {
  if (context.share <= 0.8) return 0;
  const defines = question.answerType === "definition" && isUnderDefinition(context.passage);
  // Somebody has answered this very question.
  const written = context.passage.kind === "faq" ? PARTS.written : 0;
  return PARTS.heading * (defines ? 2 : 1) + written;
}

/** What speaks for a sentence by the kind of thing that is asked for. */
function kindScore(
  question: Question,
  context: { fits: boolean; isOpening: boolean; isDefinition: () => boolean },
): number {
  const { fits, isOpening } = context;
  if (question.answerType === "any") return 0;
  if (question.answerType === "reason") return fits ? PARTS.reason : 0;
  if (question.answerType !== "definition") return fits ? PARTS.fits : -PARTS.fits / 2;
  return (context.isDefinition() ? PARTS.definition : 0) + (isOpening ? PARTS.opening : 0);
}
