import {
  type AnalysedText,
  isFunctionWord,
  type Passage,
  type Sentence,
  splitWords,
  stemWord,
} from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { holdsAnswerType, LOOSE_TYPES } from "../understand/answer-type.ts";
import {
  equivalentsOf,
  isFigureConcept,
  isFocusConcept,
  isPremiseConcept,
} from "../understand/focus-concepts.ts";
import type { Question } from "../understand/question.ts";
import type { Term } from "../understand/term.ts";
import { CONTACT_TYPES, meetsTerm, NAMED_CREDIT } from "./match-passage.ts";

/** An amount of money answers what something costs, whatever the verb. */
const MONEY =
  /€|\bEUR\b|\beuros?\b|(?<!\p{L})euro(?:a|n|lla|t|ista)?(?!\p{L})|\bmiljoon\p{L}* euro|\bmiljon\p{L}* euro/iu;

/** A price for each of something ("per square metre", "tonnilta") is another figure than a sum. */
const ASKS_RATE =
  /(?<!\p{L})(?:per (?:square|tonne|ton|metre|meter|MWh|kWh|megawatt\p{L}*|kvadrat\p{L}*|hectare|hektar|month|year|månad|år)|(?:a|each) (?:square metre|tonne|hectare|month)|neliö\p{L}*|kvadratmeter|tonnilta|megawattitun\p{L}*)(?!\p{L})/iu;
const TELLS_RATE =
  /\/\s?(?:m|t|MWh|kWh|ha|kk|v)|(?<!\p{L})(?:per|neliö\p{L}*|kvadrat\p{L}*|square|tonnilta|each|om året|vuodessa|a year|kuukaudessa)(?!\p{L})/iu;

/**
 * Tells whether the fact asked for (a price, a turnover) is spoken of near enough, and as a figure where it is one.
 *
 * @param context.near The sentence, its neighbours and its headings.
 */
export function meetsFocus(
  term: Term,
  context: { text: string; near: readonly (AnalysedText | undefined)[]; question: Question },
): boolean {
  const { text, near, question } = context;
  const asksAmount =
    question.answerType === "number" || (question.answerType !== "reason" && question.terms.length <= 2);
  // "Which costs fall" asks for kinds of costs, "what does it cost" for an amount.
  if (asksMoney(term) && !asksAmount) return true;
  if (asksMoney(term) && !speaksOfPriced(question, near)) return false;
  if (asksMoney(term) && ASKS_RATE.test(question.text) && !TELLS_RATE.test(text)) return false;
  if (asksMoney(term) && MONEY.test(text)) return true;
  const asked = [...term.concepts].filter(([id]) => isFocusConcept(id) || isPremiseConcept(id));
  // A gate fee is a fee, but not any fee is a gate fee.
  const whole = asked.filter(([, share]) => share === 1);
  const wanted = (whole.length > 0 ? whole : asked).flatMap(([id]) => [id, ...equivalentsOf(id)]);
  if (asksAmount && wanted.some(isFigureConcept) && !/\d/.test(text)) return false;
  return near.some((part) => part !== undefined && wanted.some((id) => (part.concepts.get(id) ?? 0) >= 0.5));
}

/** A price is the price of something: of what else the question speaks, the weightier half must be spoken of too. */
function speaksOfPriced(question: Question, near: readonly (AnalysedText | undefined)[]): boolean {
  const priced = question.terms.filter((term) => !term.isName && !term.isFocus);
  if (priced.length === 0) return true;
  const all = priced.reduce((sum, term) => sum + term.weight, 0);
  const met = priced
    .filter((term) => near.some((part) => part !== undefined && meetsTerm(part, term) >= NAMED_CREDIT))
    .reduce((sum, term) => sum + term.weight, 0);
  return met >= all / 2;
}

/** Tells whether a word asks for an amount of money. */
export function asksMoney(term: Term): boolean {
  return [
    "word:cost",
    "word:price",
    "word:fee",
    "word:gate-fee",
    "word:pay",
    "word:membership-fee",
    "word:profit",
  ].some((id) => (term.concepts.get(id) ?? 0) >= 0.5);
}

/** Tells of a sentence whether it holds the kind of thing asked for: a date for "when", a figure for "how many". */
export function createFits(question: Pick<Question, "answerType" | "text">): (sentence: Sentence) => boolean {
  const { answerType, text } = question;
  const units = COUNTED_UNITS.filter(([asked]) => asked.test(text)).map(([, told]) => told);
  return ({ kind, text: told }) => {
    if (kind === "contact" && !CONTACT_TYPES.has(answerType)) return false;
    return holdsAnswerType(told, answerType) && units.every((unit) => unit.test(told));
  };
}

/** Units that a question counts ("how many tonnes"), and how an answer bears them. */
const COUNTED_UNITS: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [
    /(?:how many|montako|(?:kuinka|miten) monta|hur många) (?:million )?(?:tonn|tons?(?!\p{L}))/iu,
    /\d\s?[MKk]?t(?!\p{L})|(?<!\p{L})(?:mega|kilo)?(?:tonn\p{L}*|tons?)(?!\p{L})/u,
  ],
  [
    /(?:how many|montako|(?:kuinka|miten) monta|hur många) (?:hehtaar|hectare|hektar)/iu,
    /\d\s?ha(?!\p{L})|hehtaar|hectare|hektar/iu,
  ],
  [
    /(?:how many|what) per ?cent|(?:montako|(?:kuinka|miten) monta) prosent|hur många procent/iu,
    /\d\s?%|per ?cent|prosent|procent/iu,
  ],
];

const FIGURE =
  /(?<![\d.])(?!(?:19|20)\d\d(?!\d))\d[\d\s.,]*|(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred|thousand|million|dozen|yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|kahdenkymmenen|parikymmentä|sata|sadan|tuhat|miljoonaa?|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tjugo|hundra|tusen|miljon(?:er)?)(?!\p{L})/giu;
const WORDS_AFTER_FIGURE = 5;

/** Tells whether a figure stands right before a word that the question counts: "22 member companies". */
export function countsTerm(
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
    return counted.some((term) => meetsTerm(analysed, term) >= NAMED_CREDIT);
  });
}

/** Headings that announce a definition. */
const DEFINITION_HEADING =
  /^(?:what (?:is|are)|mikä on|mitä (?:on|ovat|tarkoit\p{L}*)|vad är|vad innebär)(?!\p{L})/iu;

/** Tells whether a passage stands under a heading that asks what its subject is. */
export function isUnderDefinition(passage: Passage): boolean {
  return DEFINITION_HEADING.test(passage.headings.at(-1) ?? "");
}

/** Words that join a name to what it is. */
const COPULA =
  /^(.{0,60}?)(?<!\p{L})(?:is|are|means|stands for|on|ovat|oli|tarkoittaa|är|var|betyder|innebär)(?!\p{L})/iu;
/** Tells whether a sentence begins with what is asked about and says what it is: "FISS is a …". */
export function isDefinition(
  sentence: Sentence,
  context: { question: Question; passage: Passage; view: KnowledgeView },
): boolean {
  const { question, passage, view } = context;
  if (sentence.kind !== "sentence" || !COPULA.test(sentence.text)) return false;
  const subject = (COPULA.exec(sentence.text)?.[1] ?? "").replace(/\([^)]*\)|,.*$/g, " ");
  const start = view.analyseText(subject, passage.language);
  if (!question.terms.some((term) => meetsTerm(start, term) >= 0.7)) return false;
  // "The contact of Plänet B is …" says what its contact is, not what Plänet B is.
  const names = view.index.lexicon
    .match(subject, passage.language)
    .filter(({ concept }) => question.terms.some((term) => (term.concepts.get(concept.id) ?? 0) >= 0.5));
  return splitWords(subject).every(
    (word, at) =>
      word.lower.length < 3 ||
      isFunctionWord(word.lower, passage.language) ||
      names.some((name) => name.firstWord <= at && at < name.firstWord + name.wordCount) ||
      question.terms.some((term) => term.stems[passage.language] === stemWord(word.lower, passage.language)),
  );
}

const ASKS_NAMES =
  /(?<!\p{L})(?:names? of|(?:are|is) .*called|vad heter|vilka (?:namn|heter)|namnen på|nime[tä]\p{L}*|nimeltä|nimeltään|luettele .*jäsenet|name the (?:members|directors))(?!\p{L})/iu;

/** Tells whether the names of people or things are asked for, rather than what is said of them. */
export function asksNames(question: Pick<Question, "text">): boolean {
  return ASKS_NAMES.test(question.text);
}

/** "How large is Topinpuisto?" is not answered by the figure of another park in a text that names both. */
export function speaksOfOtherPark(question: Question, sentence: AnalysedText | undefined): boolean {
  if (LOOSE_TYPES.has(question.answerType)) return false;
  const asked = new Set(question.parks.map((id) => `park:${id}`));
  if (asked.size === 0 || sentence === undefined) return false;
  return [...sentence.concepts].some(
    ([id, share]) => id.startsWith("park:") && share === 1 && !asked.has(id),
  );
}

/** Whether a sentence itself names anything but the names in the question: only then can it count that. */
export function namesTopic({ terms }: Question, credits: readonly number[]): boolean {
  return terms.some((term, at) => !term.isName && (credits[at] ?? 0) >= NAMED_CREDIT);
}
