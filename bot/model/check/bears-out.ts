import { isFunctionWord } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { type Evidence, readEvidence } from "./evidence.ts";
import { findNames, isHeld } from "./find-names.ts";
import { hasStrongerClaim, hidesLimit } from "./find-strong-claims.ts";
import { isNameWord } from "./known-names.ts";
import { measureSupport } from "./measure-support.ts";
import { nearestPart } from "./nearest-part.ts";
import { hasDate } from "./read-dates.ts";
import { type Figure, hasFigure } from "./read-figures.ts";
import { swapsRoles } from "./swaps-roles.ts";
import { isDenial, isPlan } from "./tell-mood.ts";

/** A sentence of a source with what belongs to it. */
export interface Bearer {
  evidence: Evidence;
  /** The sentence, its headings, and what it leans on. */
  about: readonly Evidence[];
  /** Years of the publications it rests on. */
  years: readonly number[];
  /** A row tells of one thing in many short sentences; its yes and no are looked at elsewhere. */
  isRow?: true;
}

interface BearerContext {
  bearer: Bearer;
  /** All of the sources. */
  bodies: readonly Evidence[];
  language: Language;
  view: KnowledgeView;
  /** What was named before, for a part that names nothing itself. */
  names: string;
  /** Whether the whole sentence lists things. */
  isList: boolean;
}

const CLAUSE = /[;:.!?–—]\s+|,\s+|\s(?:and|or|but|ja|sekä|tai|mutta|och|samt|eller|men)\s/giu;
/** Least share of the content words of a part that its one sentence and the headings hold. */
const LEAST_SHARE = 0.5;

/** Tells whether one sentence of a source says what a sentence, or a part of one, says. */
export function bearsOut(text: string, context: BearerContext): boolean {
  const { bearer, language, view } = context;
  const { lexicon } = view.index;
  const { evidence } = bearer;
  const told = readEvidence(text, { language, lexicon });
  const source = { text: evidence.text, language: evidence.language };
  if (!told.figures.every((figure) => isTold(figure, bearer))) return false;
  if (!told.dates.every((date) => hasDate(date, evidence.dates))) return false;
  if (hasStrongerClaim(told, source) || hidesLimit(told, source)) return false;
  if (!holdsNames(text, context) || swapsRoles(told, { source: evidence, view })) return false;
  if (bearer.isRow !== true && !holdsMood(told, context)) return false;
  if (addsThing(text, context)) return false;
  return told.figures.every((figure) => isOfSame(figure, { ...context, told })) && isAbout(text, context);
}

/** Names are held word by word already; what is said of them must be borne out too. */
function withoutNames(text: string, context: { language: Language; view: KnowledgeView }): string {
  let rest = text;
  for (const { name } of namesOf(text, context)) {
    const [first] = name.words;
    const end = name.words.at(-1)?.end ?? 0;
    if (first !== undefined)
      rest = rest.slice(0, first.start) + " ".repeat(end - first.start) + rest.slice(end);
  }
  return rest;
}

/**
 * In a list each thing that the vocabulary knows must be the source's own: "steam, heat, hydrogen and carbon dioxide" is
 * not told by "steam, heat, hydrogen and nitrogen", however much else is alike.
 */
function addsThing(text: string, { bearer, language, view, isList }: BearerContext): boolean {
  const { lexicon } = view.index;
  if (!isList) return false;
  return lexicon.match(text, language).some(({ concept, share, start, end }) => {
    if (share < 1 || concept.kind === "word") return false;
    const words = text.slice(start, end);
    return measureSupport(words, { language, lexicon, evidence: bearer.about }).share === 0;
  });
}

/** Words that only a heading holds say nothing of what the sentence below it says. */
function isAbout(text: string, { bearer, language, view }: BearerContext): boolean {
  const { lexicon } = view.index;
  const words = withoutNames(text, { language, view });
  const measure = (evidence: readonly Evidence[]) => {
    const { compared, share } = measureSupport(words, { language, lexicon, evidence });
    return { compared, held: share * compared };
  };
  const all = measure(bearer.about);
  const own = measure([bearer.evidence]);
  const rest = all.compared - (all.held - own.held);
  return rest <= 0 || own.held / rest >= LEAST_SHARE;
}

function isTold(figure: Figure, { evidence, years }: Bearer): boolean {
  if (hasFigure(figure, evidence.figures)) return true;
  return figure.unit === undefined && figure.values.some((value) => years.includes(value));
}

/** What a number counts stands right behind it: "65,000 tonnes of ash" is not told by "65,000 tonnes of sand and ash". */
function isOfSame(
  figure: Figure,
  { told, bearer, bodies, view }: BearerContext & { told: Evidence },
): boolean {
  const { lexicon } = view.index;
  const { evidence, isRow } = bearer;
  const { language } = told;
  const counted = figure.end === undefined ? undefined : countedAt(told.text, figure.end);
  if (counted === undefined || isFunctionWord(counted.toLowerCase(), language)) return true;
  const isIn = (read: Evidence) =>
    measureSupport(counted, { language, lexicon, evidence: [read] }).share === 1;
  // A word that no source has is another one for the same; how many of those there may be is counted elsewhere.
  if (!bodies.some(isIn)) return true;
  // Another language puts its words in another order.
  const clauses =
    evidence.language === language && isRow !== true ? evidence.text.split(CLAUSE) : [evidence.text];
  return clauses.some((clause) => {
    const read = readEvidence(clause, { language: evidence.language, lexicon });
    return hasFigure(figure, read.figures) && isIn(read);
  });
}

function countedAt(text: string, end: number): string | undefined {
  return /^[\s\u00A0]+(?:of\s+)?([\p{L}-]{3,})/u.exec(text.slice(end))?.[1];
}

function holdsNames(text: string, { bearer, language, view, names }: BearerContext): boolean {
  const found = namesOf(text, { language, view });
  return (found.length > 0 ? found : namesOf(names, { language, view })).every(({ name, matches }) =>
    isHeld(name, { matches, evidence: bearer.about }),
  );
}

function namesOf(text: string, { language, view }: { language: Language; view: KnowledgeView }) {
  const { lexicon } = view.index;
  const matches = lexicon.match(text, language);
  // "The park", "Puisto": a word of the language at the beginning of a sentence is no name, even where a name has it.
  const isName = (word: string) =>
    !lexicon.knownLanguages(word).includes(language) && isNameWord(word, { view, language });
  return findNames(text, { language, matches, isNameWord: isName }).map((name) => ({ name, matches }));
}

function holdsMood(told: Evidence, { bearer, view }: BearerContext): boolean {
  const { evidence } = bearer;
  const { text, language } = evidence;
  if (isPlan(text, language) && !isPlan(told.text, told.language)) return false;
  const said = nearestPart(told, { source: evidence, view });
  return isDenial(told.text, told.language) === isDenial(said, language);
}
