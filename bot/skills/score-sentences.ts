import type { AnalysedText, Passage, RetrievedPassage, Sentence } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { type AnswerType, holdsAnswerType } from "../understand/answer-type.ts";
import type { Question, Term } from "../understand/question.ts";

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
  /** Whether every name of the question is met in the sentence, its headings or its passage. */
  namesMet: boolean;
  score: number;
}

/** What a term is worth when it is met outside the sentence itself. */
const CREDITS = { heading: 0.9, neighbour: 0.65, passage: 0.45, contactPassage: 0.9 } as const;

/** Weights of the parts of the score; the coverage counts most, the others order what is covered alike. */
const PARTS = {
  coverage: 0.55,
  own: 0.3,
  fits: 0.2,
  rank: 0.12,
  language: 0.08,
  curated: 0.04,
  heading: 0.15,
  definition: 0.25,
  opening: 0.12,
  row: -0.06,
} as const;

/** Words that ask for contact details and are answered by a contact block whatever words stand in it. */
const CONTACT_WORDS =
  /^(?:contact|yhtey|yhteyd|kontakt|phone|tele|puhelin|number|numero|nummer|e-?mail|mail|sähköpost|post|epost|mejl|person|henkilö|call|soit|ring|reach|address|osoit|adress)/;

/** Kinds of questions that a contact block may answer. */
const CONTACT_TYPES: ReadonlySet<AnswerType> = new Set(["person", "phone", "email", "web"]);

/** How well a text meets a term, 0 to 1: by its stem, its whole word, or a concept they share. */
export function meetsTerm(text: AnalysedText, term: Term): number {
  if (text.words.has(term.word)) return 1;
  if (text.stems.has(term.stems.fi) || text.stems.has(term.stems.sv) || text.stems.has(term.stems.en)) return 1;
  let best = 0;
  for (const [id, share] of term.concepts) {
    const found = text.concepts.get(id);
    if (found !== undefined) best = Math.max(best, Math.min(1, Math.sqrt(share * found)));
  }
  return best;
}

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
  const scored: ScoredSentence[] = [];
  retrieved.forEach(({ passage, entry }, rank) => {
    const analysed = view.analyse(entry);
    const meets = analysed.sentences.map((sentence) => question.terms.map((term) => meetsTerm(sentence, term)));
    const inHeadings = question.terms.map((term) => meetsTerm(analysed.headings, term));
    const headingShare = question.terms.reduce((sum, term, at) => sum + (term.weight * (inHeadings[at] ?? 0)) / weightSum, 0);
    const isOpening = view.index.passages[entry - 1]?.file !== passage.file;
    passage.sentences.forEach((sentence, position) => {
      const asksContact = sentence.kind === "contact" && CONTACT_TYPES.has(question.answerType);
      let coverage = 0;
      let own = 0;
      let namesMet = true;
      question.terms.forEach((term, at) => {
        const direct = asksContact && CONTACT_WORDS.test(term.word) ? 1 : (meets[position]?.[at] ?? 0);
        const near = Math.max(meets[position - 1]?.[at] ?? 0, meets[position + 1]?.[at] ?? 0);
        const around = Math.max(0, ...meets.map((row) => row[at] ?? 0));
        const credit = Math.max(
          direct,
          (inHeadings[at] ?? 0) * CREDITS.heading,
          near * CREDITS.neighbour,
          around * (asksContact ? CREDITS.contactPassage : CREDITS.passage),
        );
        if (term.isName && credit === 0) namesMet = false;
        coverage += (term.weight * credit) / weightSum;
        own += (term.weight * direct) / weightSum;
      });
      if (coverage === 0) return;
      const fits = fitsQuestion(sentence, question.answerType);
      const score =
        PARTS.coverage * coverage +
        PARTS.own * own +
        fitsScore(sentence, { question, fits, isOpening }) +
        (headingShare > 0.8 ? PARTS.heading : 0) +
        (sentence.kind === "row" ? PARTS.row : 0) +
        PARTS.rank / (1 + rank / 3) +
        (passage.language === question.replyLanguage ? PARTS.language : 0) +
        (passage.kind === "faq" ? PARTS.curated : 0);
      scored.push({ passage, entry, position, sentence, coverage, own, fits, namesMet, score });
    });
  });
  return scored.sort((a, b) => b.score - a.score);
}

/** Words that join a name to what it is. */
const COPULA = /^.{0,60}?(?<!\p{L})(?:is|are|means|stands for|on|ovat|oli|tarkoittaa|är|var|betyder|innebär)(?!\p{L})/iu;

function fitsScore(
  sentence: Sentence,
  context: { question: Question; fits: boolean; isOpening: boolean },
): number {
  const { question, fits, isOpening } = context;
  if (question.answerType === "any") return 0;
  if (question.answerType !== "definition") return fits ? PARTS.fits : -PARTS.fits / 2;
  const start = sentence.text.slice(0, 60).toLowerCase();
  const namesTopic = question.terms.some((term) => start.includes(term.word.slice(0, Math.max(4, term.word.length - 3))));
  const isDefinition = sentence.kind === "sentence" && namesTopic && COPULA.test(sentence.text);
  return (isDefinition ? PARTS.definition : 0) + (isOpening ? PARTS.opening : 0);
}

function fitsQuestion(sentence: Sentence, type: AnswerType): boolean {
  if (sentence.kind === "contact" && !CONTACT_TYPES.has(type)) return false;
  return holdsAnswerType(sentence.text, type);
}
