import type { Term } from "../../understand/term.ts";
import { kindCost } from "./asked-thing.ts";
import { isAskingGroup } from "./asking-words.ts";
import { type EntryForm, ownKeysOf, type QuestionForm } from "./question-forms.ts";

/** How alike two questions are. */
export interface Likeness {
  /** 0 to 1: how much of each is met by the other, less what different kinds of questions cost. */
  score: number;
  /** Share of the asker's question that the other meets, 0 to 1. */
  covered: number;
  /** Share of the other question that the asker's meets, 0 to 1. */
  used: number;
  /** Weight of the weightiest word of the asker's question that is not met. */
  unmet: number;
  /** Why they cannot have the same answer; absent when they may. */
  obstacle?: Obstacle;
}

export type Obstacle = "kind" | "denial" | "comparison" | "side" | "figure" | "name" | "material" | "word";

export interface CompareOptions {
  /** Concepts that are materials. */
  materials: ReadonlySet<string>;
  /** Years that the entry's answer is of: a question may name them. */
  years: ReadonlySet<string>;
  /** Park the entry is about. */
  park?: string | undefined;
}

/** What a word is worth that stands in another way to ask for the same entry. */
const OF_ENTRY = 0.65;

/** Words are the same from this likeness on. */
const SAME = 0.8;
/** What is counted may be named by a part ("yritystä", "jäsenyritystä"). */
const COUNTED = 0.7;

/** Compares a question with a way to ask for a curated answer. */
export function compareQuestions(one: QuestionForm, other: EntryForm, options: CompareOptions): Likeness {
  const isSamePlace = agreesInPlaces(one, other, options.park);
  const meet = (terms: readonly Term[], others: readonly Term[]) =>
    terms.map((term) => (isPlaceName(term) ? Number(isSamePlace) : likenessTo(term, others)));
  const met = meet(one.terms, other.terms).map((share, at) => {
    const term = one.terms[at] as Term;
    const isOfEntry = ownKeysOf(term).some((key) => other.entryKeys.has(key));
    return isOfEntry ? Math.max(share, term.isName ? SAME : OF_ENTRY) : share;
  });
  const back = meet(other.terms, one.terms);
  const covered = shareMet(one.terms, met);
  const used = shareMet(other.terms, back);
  const lacks = one.terms.map((term, at) => weightOf(term) * (1 - (met[at] ?? 0)));
  const cost = kindCost(one.asked.kind, other.asked.kind);
  const score = Math.max(0, covered ** COVERED_POWER * used ** USED_POWER - (cost ?? 0.3));
  const obstacle = findObstacle(one, other, { ...options, met, back, cost, isSamePlace });
  return {
    score,
    covered,
    used,
    unmet: Math.max(0, ...lacks),
    ...(obstacle === undefined ? {} : { obstacle }),
  };
}

/**
 * Whether two questions speak of the same parks and places: all that the asker names are the entry's, and an entry
 * that names some has one of them named by the asker too.
 */
function agreesInPlaces(one: QuestionForm, other: EntryForm, park: string | undefined): boolean {
  const ofEntry = [...other.names.values()];
  if (park !== undefined) ofEntry.push(new Set([`park:${park}`]));
  const isOfEntry = (kin: ReadonlySet<string>) => ofEntry.some((ids) => [...ids].some((id) => kin.has(id)));
  if (![...one.names.values()].every(isOfEntry)) return false;
  return other.names.size === 0 || one.names.size > 0;
}

/** What the asker says must be met; what the entry's question says beside it counts less. */
const COVERED_POWER = 0.6;
const USED_POWER = 0.4;
/** A word in every second passage still says something in a question. */
const LEAST_WEIGHT = 0.15;

/** That places agree is asked apart; it must not make up for words that do not. */
const PLACE_SHARE = 0.35;

function weightOf(term: Term): number {
  if (isPlaceName(term)) return term.weight * PLACE_SHARE;
  return isAskingGroup(term) ? term.weight : Math.max(term.weight, LEAST_WEIGHT);
}

function shareMet(terms: readonly Term[], met: readonly number[]): number {
  const all = terms.reduce((sum, term) => sum + weightOf(term), 0);
  if (all === 0) return 0;
  return terms.reduce((sum, term, at) => sum + weightOf(term) * (met[at] ?? 0), 0) / all;
}

function likenessTo(term: Term, others: readonly Term[]): number {
  return Math.max(0, ...others.map((other) => likenessOf(term, other)));
}

/** A concept that a word names with its other half. */
const PART = 0.5;
/** What a word and one that is only close to it in meaning have in common. */
const NEAR = 0.5;

/**
 * How alike two words are, 0 to 1: by their stems, by what they mean, by their letters. Compounds of the same parts are
 * alike; two words that are merely close to a third are not.
 */
export function likenessOf(one: Term, other: Term): number {
  if (one.word === other.word) return 1;
  const { fi, sv, en } = one.stems;
  if (fi === other.stems.fi || sv === other.stems.sv || en === other.stems.en) return 1;
  let best = 0;
  let parts = 0;
  for (const [id, share] of one.concepts) {
    const shared = other.concepts.get(id) ?? 0;
    const [less, more] = share < shared ? [share, shared] : [shared, share];
    if (less === 0) continue;
    if (less === PART && more === PART) parts += PART;
    else if (more === 1) best = Math.max(best, less === 1 ? 1 : less >= PART ? Math.sqrt(PART) : NEAR);
  }
  return Math.max(best, Math.min(1, parts), lettersAlike(one.word, other.word));
}

const SHORTEST_ALIKE = 5;
const SAME_START = 4;

/** Words of one beginning that share most of their letters: "jarosite" and "jarosit", "avgift" and "avgiften". */
function lettersAlike(one: string, other: string): number {
  if (one.length < SHORTEST_ALIKE || other.length < SHORTEST_ALIKE) return 0;
  if (one.slice(0, SAME_START) !== other.slice(0, SAME_START)) return 0;
  let same = SAME_START;
  while (same < one.length && one[same] === other[same]) same += 1;
  const share = (2 * same) / (one.length + other.length);
  return share >= 0.75 ? share : 0;
}

function findObstacle(
  one: QuestionForm,
  other: EntryForm,
  context: CompareOptions & {
    met: readonly number[];
    back: readonly number[];
    cost: number | undefined;
    isSamePlace: boolean;
  },
): Obstacle | undefined {
  const { met, back, cost, materials, years } = context;
  const { asked } = one;
  if (cost === undefined || (cost > 0 && !sharesSubstance(one.terms, met))) return "kind";
  if (asked.isDenied !== other.asked.isDenied) return "denial";
  if (asked.comparison !== other.asked.comparison) return "comparison";
  if (asked.side !== "either" && asked.side !== other.asked.side) return "side";
  if (asked.side === "either" && other.asked.side === "giver") return "side";
  if (differsInFigures(one, other, years)) return "figure";
  if (!context.isSamePlace) return "name";
  const isName = (term: Term) => term.isName && !isPlaceName(term);
  if (lacksOne(one.terms, met, isName)) return "name";
  if (lacksOne(other.terms, back, isName) && !one.terms.some((term) => term.isName)) return "name";
  const isMaterial = (term: Term) =>
    [...term.concepts].some(([id, share]) => share === 1 && materials.has(id));
  if (lacksOne(one.terms, met, isMaterial)) return "material";
  return countsOther(one, other) ? "word" : undefined;
}

/** Figures must be the same; a year that is asked for must be the entry's, and one of the entry may go unsaid. */
function differsInFigures(
  { asked: one }: QuestionForm,
  { asked: other }: QuestionForm,
  years: ReadonlySet<string>,
): boolean {
  const isTold = (figure: string) => other.figures.has(figure) || other.years.has(figure);
  const isAsked = (figure: string) => one.figures.has(figure) || one.years.has(figure);
  if (![...one.figures].every(isTold) || ![...other.figures].every(isAsked)) return true;
  return ![...one.years].every((year) => isTold(year) || years.has(year));
}

/** Where two questions share nothing but a place, one may want to know anything of it. */
function sharesSubstance(terms: readonly Term[], met: readonly number[]): boolean {
  return terms.some(
    (term, at) => !isPlaceName(term) && weightOf(term) > LEAST_WEIGHT && (met[at] ?? 0) >= OF_ENTRY,
  );
}

/** "How many people work there?" counts something else than "How many companies work there?" */
function countsOther(one: QuestionForm, other: QuestionForm): boolean {
  if (one.asked.kind !== "count" || one.counted === undefined) return false;
  return other.counted === undefined || likenessOf(one.counted, other.counted) < COUNTED;
}

function lacksOne(terms: readonly Term[], met: readonly number[], isMeant: (term: Term) => boolean): boolean {
  return terms.some((term, at) => isMeant(term) && (met[at] ?? 0) < SAME);
}

/** Parks and places are compared by what they are, not by their words. */
function isPlaceName(term: Term): boolean {
  return [...term.concepts].some(([id, share]) => share === 1 && /^(?:park|place):/.test(id));
}
