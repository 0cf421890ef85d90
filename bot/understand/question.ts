import {
  type ConceptMatch,
  isFunctionWord,
  splitWords,
  stemWord,
  strongGrades,
  type Word,
} from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { type AnswerType, detectAnswerType } from "./answer-type.ts";
import { findAskedNoun, mayGoUnsaid } from "./asked-noun.ts";
import { type Attribute, detectAttributes } from "./attributes.ts";
import { isFocusConcept, isPremiseConcept } from "./focus-concepts.ts";
import { findAsides, findCounted, isWithin, type Span } from "./question-spans.ts";

/** A content word of a question and what it may be met as. */
export interface Term {
  word: string;
  /** Stem in each language, since a word may be met in a text of any. */
  stems: Record<Language, string>;
  /** Concepts the word stands for or is part of, with shares. */
  concepts: ReadonlyMap<string, number>;
  /** How much the word says about the topic: rare words say more. Above 0, about 1 at most. */
  weight: number;
  /** `true` for a word that neither the index nor the vocabulary knows. */
  isUnknown: boolean;
  /** `true` for the name of a park, place, company or person. */
  isName: boolean;
  /** `true` for a word that says which fact is asked for (price, turnover, membership), and so must be met. */
  isFocus: boolean;
  /** `true` for a word of the noun that is asked for ("which bus line"), where an answer must speak of it. */
  isAsked: boolean;
  /** `true` for a word right after "how many": the thing that is counted. */
  isCounted: boolean;
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
  const asksWhy = ASKS_WHY.test(text);
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
    if (asksWhy && restsOnPremise(term, own)) term.isFocus = true;
    const isAside = isWithin(word, asides);
    terms.push(isAside ? toAside(term) : term);
  });
  return {
    text,
    language,
    replyLanguage: context.replyLanguage ?? language,
    matches,
    terms: mergeRepeats(terms),
    answerType: detectAnswerType(text, language),
    asksContact: detectAttributes(text, language).some(({ attribute }) => CONTACT_ATTRIBUTES.has(attribute)),
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

const ASKS_WHY = /^\W*(?:why|how come|miksi|minkä takia|mistä syystä|varför|av vilken anledning)(?!\p{L})/iu;

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

function idsOf(matches: readonly ConceptMatch[], kind: "park" | "place"): string[] {
  const full = matches.filter((match) => match.concept.kind === kind && match.share === 1);
  return [...new Set(full.map((match) => match.concept.id.slice(kind.length + 1)))];
}

/** A name must be met anyway; what is said of it decides between sentences. */
const NAME_SHARE = 0.75;
/** A park is met halfway when only its town is named. */
const RELATED_SHARE = 0.4;
/** A word is met by one close in meaning, though not as well as by itself. */
const NEAR_SHARE = 0.45;
/** A word the program has never met says little about what the sources hold: it may be a synonym. */
const UNKNOWN_WEIGHT = 0.6;
const NUMBER_BONUS = 0.2;

function toTerm(
  word: { lower: string; isCapital: boolean; isAcronym: boolean },
  context: { own: readonly ConceptMatch[]; view: KnowledgeView; language: Language; isFirst: boolean },
): Term {
  const { own, view, language } = context;
  const lower = knownForm(word.lower.replace(/'s$/, ""), { own, view });
  const stems = { fi: stemWord(lower, "fi"), sv: stemWord(lower, "sv"), en: stemWord(lower, "en") };
  const concepts = new Map<string, number>();
  // "Lindström" is nobody's stream: of an unknown name no part counts.
  const parts = word.isCapital && !own.some(({ share }) => share >= 0.5) ? [] : own;
  const bare = lower === word.lower ? [] : view.index.lexicon.match(lower, language);
  for (const { concept, share } of [...parts, ...bare]) {
    concepts.set(concept.id, Math.max(concepts.get(concept.id) ?? 0, share));
  }
  for (const { concept, share } of own) {
    for (const id of concept.related ?? [])
      concepts.set(id, Math.max(concepts.get(id) ?? 0, share * RELATED_SHARE));
  }
  for (const { concept, share } of parts) {
    if (share < 1) continue;
    for (const id of concept.near ?? []) concepts.set(id, Math.max(concepts.get(id) ?? 0, NEAR_SHARE));
  }
  const stemCount = Math.max(...Object.values(stems).map((stem) => view.stemCount(stem)));
  // What a word means as a whole tells how rare it is; its parts only where the whole is unknown.
  const whole = [...concepts].filter(([, share]) => share === 1).map(([id]) => id);
  const counted = whole.length > 0 || stemCount > 0 ? whole : [...concepts.keys()];
  const count = Math.max(stemCount, ...counted.map((id) => view.conceptCount(id)));
  const all = view.index.passages.length;
  // "Kokkolan seutu" is a name, but its second word alone is none.
  const isGeneric = own.some(
    ({ concept, share, wordCount }) => wordCount === 1 && share > 0 && mayGoUnsaid(concept.id),
  );
  // "Kemi" with a small letter is chemistry in Swedish, and the town only with a capital.
  const meansOther =
    !word.isCapital &&
    own.some(({ concept, share }) => share === 1 && !/^(?:park|place)$/.test(concept.kind));
  const isPlaceOrPark =
    !meansOther &&
    own.some(
      ({ concept, share, wordCount }) =>
        share === 1 &&
        concept.weight > 0.5 &&
        (concept.kind === "place" || concept.kind === "park") &&
        !(wordCount > 1 && isGeneric && concept.kind === "place"),
    );
  const isNumber = /^\d+$/.test(lower);
  // A compound of which only the last part is known is hardly known.
  const isUnknown = count === 0 && ![...concepts.values()].some((share) => share >= 0.5);
  const rarity = Math.log(1 + all / (1 + count)) / Math.log(1 + all / 2);
  return {
    word: lower,
    stems,
    concepts,
    weight:
      isUnknown && !word.isCapital
        ? UNKNOWN_WEIGHT
        : Math.min(1, rarity) * (isPlaceOrPark ? NAME_SHARE : 1) + (isNumber ? NUMBER_BONUS : 0),
    isUnknown,
    // An acronym (FISS, ECSPP) is a name wherever it stands; another capital only inside a sentence.
    isName: isPlaceOrPark || word.isAcronym || (word.isCapital && !context.isFirst && parts.length === 0),
    isAsked: false,
    isCounted: false,
    isFocus: whole.some(isFocusConcept) && whole.every((id) => isFocusConcept(id) || !id.startsWith("word:")),
  };
}

/** Endings that hang on names in Finnish and Swedish ("Bolidenin", "KISSissä", "Ermalas"). */
const NAME_ENDING =
  /(?:in|n|ssa|ssä|issa|issä|sta|stä|ista|istä|lla|llä|illa|illä|lta|ltä|lle|ille|ksi|iksi|on|en|an|än|ia|iä|ta|tä|s|es|ens)$/;
const WHOLE_ENDING = new RegExp(`^${NAME_ENDING.source}`);

/** "Kirveslahde-" of "Kirveslahden" is Kirveslahti, "Laukaa-" of "Laukaan" Laukaa. */
function basesOfName(stem: string): string[] {
  const grades = [stem, ...strongGrades(stem)];
  return grades.flatMap((form) => (form.endsWith("e") ? [form, `${form.slice(0, -1)}i`] : [form]));
}

/** A word unknown as it stands, but known without an ending, is read without it. */
function knownForm(word: string, context: { own: readonly ConceptMatch[]; view: KnowledgeView }): string {
  const { own, view } = context;
  const isKnown = (form: string) =>
    (["fi", "sv", "en"] as const).some((language) => view.stemCount(stemWord(form, language)) > 0);
  if (own.some(({ share }) => share >= 0.5) || word.length < 5 || isKnown(word)) return word;
  for (let length = 1; length <= 4; length++) {
    const bare = word.slice(0, -length);
    const ending = word.slice(-length);
    if (bare.length >= 3 && NAME_ENDING.test(ending)) {
      const bases = WHOLE_ENDING.test(ending) ? basesOfName(bare) : [bare];
      const base = bases.find(isKnown);
      if (base !== undefined) return base;
    }
  }
  return word;
}

/** A word asked twice counts once. */
function mergeRepeats(terms: readonly Term[]): Term[] {
  const seen = new Set<string>();
  return terms.filter((term) => !seen.has(term.word) && seen.add(term.word));
}
