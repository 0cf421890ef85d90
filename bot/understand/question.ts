import { type ConceptMatch, isFunctionWord, splitWords, type Word } from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { type AnswerType, detectAnswerType } from "./answer-type.ts";
import { findAskedNoun, mayGoUnsaid } from "./asked-noun.ts";
import { type Attribute, detectAttributes } from "./attributes.ts";
import { isPremiseConcept } from "./focus-concepts.ts";
import { findAsides, findCounted, isWithin, type Span } from "./question-spans.ts";
import { type Term, toTerm } from "./term.ts";

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
  /** Whether contact details of somebody are wanted, in whatever words. */
  asksContact: boolean;
  /** Ids of the parks that the question names. */
  parks: readonly string[];
  /** Ids of the places that the question names. */
  places: readonly string[];
}

export interface QuestionContext {
  /** Language of the words. */
  language: Language;
  /** Language of the answer. @default the language of the words */
  replyLanguage?: Language;
  view: KnowledgeView;
}

const CONTACT_ATTRIBUTES: ReadonlySet<Attribute> = new Set(["contact", "phone", "email"]);

/** Words that ask rather than tell; they stand in questions on every topic. */
const ASKING = new Set(
  `information info detail details question answer tiedot tietoa tietoja tieto kysymys kysymystä kysymykseen
  vastaus uppgifter fråga svar example examples esimerkki esimerkkejä exempel förkortning förkortningen lyhenne lyhenteen lyhennys abbreviation acronym stand stands oy ab oyj abp ltd plc gmbh`.split(
    /\s+/,
  ),
);

/**
 * Analyses a question: its content words with their weight, the concepts and names in it, and what kind of
 * answer it asks for.
 */
export function analyseQuestion(text: string, context: QuestionContext): Question {
  const { language, view } = context;
  const matches = view.index.lexicon.match(text, language);
  const terms: Term[] = [];
  const asides = findAsides(text);
  const answerType = detectAnswerType(text, language);
  const counted = findCounted(text);
  const askedNoun = findAsked({ text, language, matches });
  const words = splitWords(text);
  words.forEach((word, position) => {
    if (carriesNoTopic(word, { text, language })) return;
    const own = matches.filter(
      (match) => match.firstWord <= position && position < match.firstWord + match.wordCount,
    );
    const isAcronym = /^\p{Lu}[\p{Lu}\d]{2,}$/u.test(text.slice(word.start, word.end));
    const term = toTerm({ ...word, isAcronym }, { own, view, language, isFirst: position === 0 });
    // "Policy Brief 2" is another brief than the first.
    if (/^\d{1,2}$/.test(word.lower) && words[position - 1]?.isCapital === true && position > 1)
      term.isName = true;
    const isAskedNoun = askedNoun !== undefined && isWithin(word, [askedNoun.span]) && !term.isName;
    if (isAskedNoun && askedNoun.mayGoUnsaid) term.weight *= ASIDE_SHARE;
    term.isAsked = isAskedNoun && !askedNoun.mayGoUnsaid;
    if (isWithin(word, counted)) term.isCounted = !isPeople(own);
    if (answerType === "reason" && restsOnPremise(term, own)) term.isFocus = true;
    const isAside = isWithin(word, asides);
    terms.push(isAside ? toAside(term) : term);
  });
  return {
    text,
    language,
    replyLanguage: context.replyLanguage ?? language,
    matches,
    terms: mergeRepeats(terms),
    answerType,
    asksContact:
      detectAttributes(text, language).some(({ attribute }) => CONTACT_ATTRIBUTES.has(attribute)) ||
      asksLeader(text, terms),
    parks: idsOf(matches, "park"),
    places: idsOf(matches, "place"),
  };
}

/** "How many people work there" may be answered by jobs or employees. */
function isPeople(own: readonly ConceptMatch[]): boolean {
  return own.some(({ concept }) =>
    /^word:(?:people|person|work|employee|number-of-employees|job|tonne)$/.test(concept.id),
  );
}

/** The noun asked for, and whether its answer may leave it unsaid ("which town"). */
function findAsked(context: {
  text: string;
  language: Language;
  matches: readonly ConceptMatch[];
}): { span: Span; mayGoUnsaid: boolean } | undefined {
  const { text, language, matches } = context;
  const span = findAskedNoun(text, language);
  if (span === undefined) return undefined;
  const isUnsaid = matches.some(
    (match) => match.share === 1 && isWithin(match, [span]) && mayGoUnsaid(match.concept.id),
  );
  return { span, mayGoUnsaid: isUnsaid };
}

/** "Why did it close?" takes a closing for granted, and so does a verb that nobody here has ever met. */
function restsOnPremise(term: Term, own: readonly ConceptMatch[]): boolean {
  return (
    (term.isUnknown && !term.isName) ||
    own.some(({ concept, share }) => share === 1 && isPremiseConcept(concept.id))
  );
}

const ASIDE_SHARE = 0.3;

/** What stands beside the question colours it; a name there still tells what it is about, but need not be met. */
function toAside(term: Term): Term {
  const weight = term.isName ? term.weight : term.weight * ASIDE_SHARE;
  return { ...term, weight, isUnknown: false, isFocus: false, isName: false, isAsked: false };
}

function carriesNoTopic(word: Word, context: { text: string; language: Language }): boolean {
  const { text, language } = context;
  if (isFunctionWord(word.lower, language) || ASKING.has(word.lower)) return true;
  if (word.lower.length < 2 && !/\d/.test(word.lower)) return true;
  // "KIP:ssä", "ECO3:s": what follows the colon is an ending.
  return text[word.start - 1] === ":" && /[\p{L}\d]/u.test(text[word.start - 2] ?? "") && !word.isCapital;
}

const LEADS =
  /(?<!\p{L})(?:vastaa|johtaa|vetää|pyörittää|ansvarar|leder|driver|sköter|förestår|runs|leads|manages|heads|in charge|responsible)(?!\p{L})/iu;

/** "Kuka vastaa Kilpilahdesta?" names a place and no task: whom to call there is what is asked. */
function asksLeader(text: string, terms: readonly Term[]): boolean {
  const others = terms.filter((term) => !term.isName);
  return LEADS.test(text) && terms.length > others.length && others.every(({ word }) => LEADS.test(word));
}

function idsOf(matches: readonly ConceptMatch[], kind: "park" | "place"): string[] {
  const full = matches.filter((match) => match.concept.kind === kind && match.share === 1);
  return [...new Set(full.map((match) => match.concept.id.slice(kind.length + 1)))];
}

/** A word asked twice counts once. */
function mergeRepeats(terms: readonly Term[]): Term[] {
  const seen = new Set<string>();
  return terms.filter((term) => !seen.has(term.word) && seen.add(term.word));
}
