import type { AnalysedText, Passage, RetrievedPassage, Sentence } from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { type AnswerType, holdsAnswerType } from "../understand/answer-type.ts";
import { isFigureConcept, isFocusConcept } from "../understand/focus-concepts.ts";
import { findPersonNames } from "../understand/person-names.ts";
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
  /** Whether every name of the question is met in the sentence, its headings or its document. */
  namesMet: boolean;
  /** Whether the fact asked for (price, turnover …) is spoken of in the sentence, beside it or in its headings. */
  focusMet: boolean;
  score: number;
}

/** What a term is worth by where it is met: in the sentence itself it counts 1. */
const CREDITS = {
  heading: 0.9,
  neighbour: 0.7,
  passage: 0.55,
  document: 0.3,
  documentName: 0.75,
  contactPassage: 0.9,
} as const;

/** Weights of the parts of the score; the coverage counts most, the others order what is covered alike. */
const PARTS = {
  coverage: 0.6,
  own: 0.3,
  passage: 0.35,
  fits: 0.2,
  rank: 0.12,
  language: 0.08,
  curated: 0.04,
  heading: 0.15,
  definition: 0.25,
  opening: 0.12,
  row: -0.06,
  long: -0.1,
  counts: 0.2,
  contact: 0.3,
  person: 0.2,
} as const;

/** Characters beyond which a sentence meets words by its sheer length. */
const LONG_SENTENCE = 160;

/** Words that ask for contact details and are answered by a contact block whatever words stand in it. */
const CONTACT_WORDS =
  /^(?:contact|yhtey|yhteyd|kontakt|phone|tele|puhelin|number|numero|nummer|e-?mail|mail|sähköpost|post|epost|mejl|person|henkilö|call|soit|ring|reach|address|osoit|adress|talk|speak|ask|kysy|fråg|prata|puhu|people|hold|tavoit|nå|manag|lead|leder|led|johta|vetä|charge|responsib|vastaa|ansvar|run|head|web|verkkosi|netti|kotisi|hemsid|www|homepage)/;

/** Kinds of questions that a contact block may answer. */
const CONTACT_TYPES: ReadonlySet<AnswerType> = new Set(["person", "phone", "email", "web"]);

/** Documents of at most so many passages are about one thing: a name in one of them goes for all. */
const SHORT_DOCUMENT = 14;

/** An amount of money answers what something costs, whatever the verb. */
const MONEY = /€|\bEUR\b|\beuro|\bmiljoon\p{L}* euro|\bmiljon\p{L}* euro/iu;

/** Whether the fact asked for is spoken of near enough, and as a figure where it is one. */
function meetsFocus(
  term: Term,
  context: { text: string; near: readonly (AnalysedText | undefined)[]; question: Question },
): boolean {
  const { text, near, question } = context;
  const asksAmount = question.answerType === "number" || question.terms.length <= 2;
  // "Which costs fall" asks for kinds of costs, "what does it cost" for an amount.
  if (asksMoney(term) && !asksAmount) return true;
  if (asksMoney(term) && MONEY.test(text)) return true;
  const wanted = [...term.concepts.keys()].filter(isFocusConcept);
  if (asksAmount && wanted.some(isFigureConcept) && !/\d/.test(text)) return false;
  return near.some((part) => part !== undefined && wanted.some((id) => (part.concepts.get(id) ?? 0) >= 0.5));
}

function asksMoney(term: Term): boolean {
  return ["word:cost", "word:price", "word:profit"].some((id) => term.concepts.has(id));
}

/** A name is met when its passage or short document names it, or a text names its town. */
const LEAST_NAME_CREDIT = 0.3;

/** How well a text meets a term, 0 to 1: by its stem, its whole word, or a concept they share. */
export function meetsTerm(text: AnalysedText, term: Term): number {
  if (text.words.has(term.word)) return 1;
  if (text.stems.has(term.stems.fi) || text.stems.has(term.stems.sv) || text.stems.has(term.stems.en))
    return 1;
  let best = 0;
  for (const [id, share] of term.concepts) {
    const found = text.concepts.get(id);
    if (found !== undefined) best = Math.max(best, Math.min(1, Math.sqrt(share * found)));
  }
  return best;
}

/** How well each term is met in each part of a passage. */
interface PassageMatch {
  /** By sentence, then term. */
  sentences: number[][];
  headings: number[];
  /** Best over all sentences and headings. */
  anywhere: number[];
  /** In the other passages of a short document. */
  document: number[];
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
  const inDocument = createInDocument(question, view);
  const scored = retrieved.flatMap(({ passage, entry }, rank) => {
    const match = matchPassage(question, { view, entry, inDocument });
    const analysed = view.analyse(entry);
    const weigh = (credits: readonly number[]) =>
      question.terms.reduce((sum, term, at) => sum + (term.weight * (credits[at] ?? 0)) / weightSum, 0);
    const isOpening = view.index.passages[entry - 1]?.file !== passage.file;
    return passage.sentences.map((sentence, position): ScoredSentence => {
      const direct = directCredits(question, {
        sentence,
        credits: match.sentences[position] ?? [],
        anywhere: match.anywhere,
      });
      const credits = withSurroundings(direct, { match, position, sentence, question });
      const coverage = weigh(credits);
      const own = weigh(direct);
      const fits = fitsQuestion(sentence, question.answerType);
      const namesPerson =
        question.answerType === "person" && findPersonNames(sentence.text, view.index.lexicon).length > 0;
      const counts =
        question.answerType === "number" && countsTerm(sentence.text, { question, passage, view });
      const score =
        PARTS.coverage * coverage +
        PARTS.own * own +
        PARTS.passage * weigh(match.anywhere) +
        fitsScore(sentence, { question, fits, isOpening, view, language: passage.language }) +
        (counts ? PARTS.counts : 0) +
        (namesPerson ? PARTS.person : 0) +
        headingScore(passage, { question, share: weigh(match.headings) }) +
        (sentence.kind === "contact" && question.asksContact ? PARTS.contact : 0) +
        (sentence.kind === "row" ? PARTS.row : 0) +
        PARTS.long * Math.max(0, sentence.text.length / LONG_SENTENCE - 1) +
        PARTS.rank / (1 + rank / 3) +
        (passage.language === question.replyLanguage ? PARTS.language : 0) +
        (passage.kind === "faq" ? PARTS.curated : 0);
      const namesMet = question.terms.every(
        (term, at) => !term.isName || (credits[at] ?? 0) >= LEAST_NAME_CREDIT,
      );
      const near = [-1, 0, 1].map((step) => analysed.sentences[position + step]);
      const focusMet = question.terms.every(
        (term) =>
          !term.isFocus ||
          meetsFocus(term, { text: sentence.text, near: [...near, analysed.headings], question }),
      );
      return { passage, entry, position, sentence, coverage, own, fits, namesMet, focusMet, score };
    });
  });
  return scored.filter((sentence) => sentence.coverage > 0).sort((a, b) => b.score - a.score);
}

function matchPassage(
  question: Question,
  context: { view: KnowledgeView; entry: number; inDocument: (entry: number) => number[] },
): PassageMatch {
  const { view, entry } = context;
  const { terms } = question;
  const analysed = view.analyse(entry);
  const sentences = analysed.sentences.map((sentence) => terms.map((term) => meetsTerm(sentence, term)));
  const headings = terms.map((term) => meetsTerm(analysed.headings, term));
  const anywhere = terms.map((_term, at) =>
    Math.max(headings[at] ?? 0, ...sentences.map((row) => row[at] ?? 0)),
  );
  return { sentences, headings, anywhere, document: context.inDocument(entry) };
}

/** How well terms are met anywhere in the short document of a passage; worked out once a document. */
function createInDocument(question: Question, view: KnowledgeView): (entry: number) => number[] {
  const { terms } = question;
  const known = new Map<readonly number[], number[]>();
  return (entry) => {
    const entries = view.entriesOfDocument(entry);
    const credits = known.get(entries);
    if (credits !== undefined) return credits;
    const isLong = entries.length > SHORT_DOCUMENT;
    const made = terms.map((term) =>
      isLong ? 0 : Math.max(0, ...entries.map((other) => meetsPassage(view, other, term))),
    );
    known.set(entries, made);
    return made;
  };
}

function meetsPassage(view: KnowledgeView, entry: number, term: Term): number {
  const { sentences, headings } = view.analyse(entry);
  return Math.max(meetsTerm(headings, term), ...sentences.map((sentence) => meetsTerm(sentence, term)));
}

/** A contact block answers words that ask for contact details, though none of them stands in it. */
function directCredits(
  question: Question,
  context: { sentence: Sentence; credits: readonly number[]; anywhere: readonly number[] },
): number[] {
  const { sentence, credits, anywhere } = context;
  const isAsked = sentence.kind === "contact" && CONTACT_TYPES.has(question.answerType);
  if (!isAsked) return [...credits];
  return question.terms.map((term, at) => {
    if (CONTACT_WORDS.test(term.word)) return 1;
    // Whose contact it is stands above the block.
    const above = term.isName && question.asksContact ? (anywhere[at] ?? 0) * CREDITS.heading : 0;
    return Math.max(credits[at] ?? 0, above);
  });
}

function withSurroundings(
  direct: readonly number[],
  context: { match: PassageMatch; position: number; sentence: Sentence; question: Question },
): number[] {
  const { match, position, sentence, question } = context;
  const isAskedContact = sentence.kind === "contact" && CONTACT_TYPES.has(question.answerType);
  return direct.map((credit, at) =>
    Math.max(
      credit,
      (match.headings[at] ?? 0) * CREDITS.heading,
      Math.max(match.sentences[position - 1]?.[at] ?? 0, match.sentences[position + 1]?.[at] ?? 0) *
        CREDITS.neighbour,
      (match.anywhere[at] ?? 0) * (isAskedContact ? CREDITS.contactPassage : CREDITS.passage),
      (match.document[at] ?? 0) *
        (question.terms[at]?.isName === true ? CREDITS.documentName : CREDITS.document),
    ),
  );
}

function fitsQuestion(sentence: Sentence, type: AnswerType): boolean {
  if (sentence.kind === "contact" && !CONTACT_TYPES.has(type)) return false;
  return holdsAnswerType(sentence.text, type);
}

const FIGURE =
  /(?<![\d.])(?!(?:19|20)\d\d(?!\d))\d[\d\s.,]*|(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|thousand|million|dozen|yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|kahdenkymmenen|parikymmentä|sata|sadan|tuhat|miljoonaa?|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tjugo|hundra|tusen|miljon(?:er)?)(?!\p{L})/giu;
const WORDS_AFTER_FIGURE = 5;

/** Tells whether a figure stands right before a word that the question counts: "22 member companies". */
function countsTerm(
  text: string,
  context: { question: Question; passage: Passage; view: KnowledgeView },
): boolean {
  const { question, passage, view } = context;
  const counted = question.terms.filter((term) => !term.isName);
  return [...text.matchAll(FIGURE)].some((figure) => {
    const after = text
      .slice(figure.index + figure[0].length)
      .split(/\s+/)
      .slice(0, WORDS_AFTER_FIGURE)
      .join(" ");
    const analysed = view.analyseText(after, passage.language);
    return counted.some((term) => meetsTerm(analysed, term) >= 0.7);
  });
}

const DEFINITION_HEADING =
  /^(?:what (?:is|are)|mikä on|mitä (?:on|ovat|tarkoit\p{L}*)|vad är|vad innebär)(?!\p{L})/iu;

function headingScore(passage: Passage, context: { question: Question; share: number }): number {
  if (context.share <= 0.8) return 0;
  const defines = DEFINITION_HEADING.test(passage.headings.at(-1) ?? "");
  return PARTS.heading * (context.question.answerType === "definition" && defines ? 2 : 1);
}

/** Words that join a name to what it is. */
const COPULA =
  /^.{0,60}?(?<!\p{L})(?:is|are|means|stands for|on|ovat|oli|tarkoittaa|är|var|betyder|innebär)(?!\p{L})/iu;

function fitsScore(
  sentence: Sentence,
  context: { question: Question; fits: boolean; isOpening: boolean; view: KnowledgeView; language: Language },
): number {
  const { question, fits, isOpening } = context;
  if (question.answerType === "any") return 0;
  if (question.answerType !== "definition") return fits ? PARTS.fits : -PARTS.fits / 2;
  const start = context.view.analyseText(sentence.text.split(/\s+/).slice(0, 5).join(" "), context.language);
  const namesTopic = question.terms.some((term) => meetsTerm(start, term) >= 0.7);
  const isDefinition = sentence.kind === "sentence" && namesTopic && COPULA.test(sentence.text);
  return (isDefinition ? PARTS.definition : 0) + (isOpening ? PARTS.opening : 0);
}
