import { detectLanguage, isFunctionWord, passageText, splitWords } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { AnswerSource } from "../answer-source.ts";
import { holdsInstructions } from "../find-instructions.ts";
import { changesMeaning } from "./changes-meaning.ts";
import { type Evidence, readEvidence } from "./evidence.ts";
import { isBorneOut } from "./find-bearer.ts";
import { findNames, findStrangeNames, isHeld } from "./find-names.ts";
import { findStrangeAddress } from "./find-strange-address.ts";
import { isToldOfAnother } from "./is-told-of-another.ts";
import { isNameWord } from "./known-names.ts";
import { measureSupport } from "./measure-support.ts";
import { hasDate } from "./read-dates.ts";
import { hasFigure } from "./read-figures.ts";
import { hasStrangeMagnitude } from "./read-magnitudes.ts";

/** Why a sentence of the model is not let through. */
export type SentenceFault =
  | "no-source"
  | "markup"
  | "half"
  | "instruction"
  | "language"
  | "address"
  | "date"
  | "figure"
  | "name"
  | "support"
  | "meaning"
  | "claim";

/** What a sentence is checked with. */
export interface SentenceContext {
  /** The sources that the sentence cites, at least one. */
  sources: readonly AnswerSource[];
  /** Language the answer must be in. */
  language: Language;
  view: KnowledgeView;
}

/** Least share of a sentence's content words that its sources must hold. */
const LEAST_SUPPORT = 0.6;
/** The same where the source is in another language, and only words the vocabulary knows are compared. */
const LEAST_FOREIGN_SUPPORT = 0.6;
const LEAST_FOREIGN_WORDS = 2;
const MARKUP = /^\s*(?:#|>)|[[\]|`\\]|~~|<\/?[a-z]|https?:\/\/\S*[<>]|&#?\w+;/i;
/** Digits of other scripts, marks without width and marks that turn the direction: what is read is not what is checked. */
const DISGUISE = /(?![0-9])\p{Nd}|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF⁰¹⁴-⁹₀-₉]|\p{Mn}/u;
/**
 * Letters of other scripts, five words or more in capitals, a word said twice, two words that have run together
 * ("arbourPark"): none is how an answer is written. Of a name like "EcoPark" the ending may differ from its source's.
 */
const FOREIGN_LETTER = /(?!\p{Script=Latin})\p{L}/gu;
const STUTTER = /(?<!\p{L})(\p{L}{3,})\s+\1(?!\p{L})/giu;
const RUN_TOGETHER = /\p{L}*\p{Ll}{2,}\p{Lu}\p{Ll}{0,2}/gu;
const SHOUTING = /(?:(?<!\p{L})\p{Lu}+(?:[^\p{L}]+|$)){5,}/gu;
/** Addresses that are none for a program and are one for a person. */
const SPELT_ADDRESS =
  /(?<![\p{L}])(?!https?:)[a-z][a-z+.-]*:\/\/|\s\(?(?:dot|piste|punkt)\)?\s(?:com|fi|se|org|net|io|eu|example)(?!\p{L})|\[dot\]/iu;

/**
 * Checks one sentence of the model against what it cites, before anybody sees it: addresses, dates, numbers with their
 * units, and names must stand there, the rest must be about the same, in the language of the answer, and turn nothing
 * round.
 *
 * @param text The sentence without its marks.
 * @returns What is wrong; nothing when it may be shown.
 */
export function checkSentence(text: string, context: SentenceContext): SentenceFault | undefined {
  const { sources, language, view } = context;
  const { lexicon } = view.index;
  if (sources.length === 0) return "no-source";
  if (MARKUP.test(text) || DISGUISE.test(text.normalize("NFC"))) return "markup";
  if (isStrangelyWritten(text, context)) return "markup";
  if (SPELT_ADDRESS.test(text)) return "address";
  if (isHalf(text, language)) return "half";
  if (holdsInstructions(text)) return "instruction";
  if (!isInLanguage(text, context)) return "language";
  const told = readEvidence(text, { language, lexicon });
  const bodies = sources.map(({ body }) => body);
  if (findStrangeAddress(told.addresses, context) !== undefined) return "address";
  if (told.dates.some((date) => !bodies.some(({ dates }) => hasDate(date, dates)))) return "date";
  if (!holdsFigures(told, bodies) || hasStrangeMagnitude(text, bodies)) return "figure";
  const matches = lexicon.match(text, language);
  const about = sources.flatMap(({ body, heading }) => [body, heading]);
  const bare = told.addresses.rest;
  const namesContext = { language, matches, isNameWord: (word: string) => isNameWord(word, context) };
  if (findStrangeNames(bare, { ...namesContext, evidence: about }).length > 0) return "name";
  const names = findNames(bare, namesContext).filter((name) => isHeld(name, { matches, evidence: bodies }));
  if (isToldOfAnother(told, { names, matches, sources })) return "figure";
  if (!isSupported(text, context)) return "support";
  if (changesMeaning(text, context)) return "meaning";
  return isBorneOut(text, context) ? undefined : "claim";
}

/** Whether letters, capitals or a doubled word stand in no source that way. */
function isStrangelyWritten(text: string, { sources }: SentenceContext): boolean {
  const written = sources.map(({ passage }) => passageText(passage)).join("\n");
  return [FOREIGN_LETTER, STUTTER, RUN_TOGETHER, SHOUTING].some((pattern) =>
    [...text.matchAll(pattern)].some(([part]) => !written.includes(part.trim())),
  );
}

/** A sentence that was cut ends in no stop, and often in a word that leads on: "does not", "tonnes of", "and a". */
function isHalf(text: string, language: Language): boolean {
  if (/[.!?…:)\]”"»%]$/.test(text)) return false;
  const last = splitWords(text).at(-1);
  return /[,;–-]$/.test(text) || (last !== undefined && isFunctionWord(last.lower, language));
}

function holdsFigures(told: Evidence, bodies: readonly Evidence[]): boolean {
  return told.figures.every((figure) => bodies.some(({ figures }) => hasFigure(figure, figures)));
}

/** Names and figures alone tell no language. */
const TELLING_WORDS = 4;

function isInLanguage(text: string, { language, view }: SentenceContext): boolean {
  const { knownLanguages } = view.index.lexicon;
  const detected = detectLanguage(text, { knownLanguages });
  if (detected === language || detected === undefined) return true;
  return splitWords(text).filter((word) => !word.isCapital && !/\d/.test(word.lower)).length < TELLING_WORDS;
}

/** Where a sentence takes up another thought. */
const CLAUSE_END =
  /[;:.!?–—]\s+|,\s+|\s(?:and|but|because|while|so|ja|sekä|mutta|koska|joten|och|samt|men|eftersom|så)\s/giu;
/** Words of a clause that are compared at least before they count by themselves. */
const LEAST_CLAUSE_WORDS = 2;
const LEAST_CLAUSE_SUPPORT = 0.5;

/** The sentence as a whole, and each of its clauses: what is made up must not hide behind what is true. */
function isSupported(text: string, { sources, language, view }: SentenceContext): boolean {
  const evidence = sources.flatMap(({ body, heading }) => [body, heading]);
  const measure = (words: string) =>
    measureSupport(words, { language, lexicon: view.index.lexicon, evidence });
  const clauses = text.split(CLAUSE_END).map(measure);
  const isHidden = clauses.some(
    ({ share, compared }) => compared >= LEAST_CLAUSE_WORDS && share < LEAST_CLAUSE_SUPPORT,
  );
  if (isHidden) return false;
  const { share, compared } = measure(text);
  if (sources.some(({ passage }) => passage.language === language)) return share >= LEAST_SUPPORT;
  return compared >= LEAST_FOREIGN_WORDS && share >= LEAST_FOREIGN_SUPPORT;
}
