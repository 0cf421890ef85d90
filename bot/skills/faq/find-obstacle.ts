import type { Term } from "../../understand/term.ts";
import type { AskedKind } from "./asked-thing.ts";
import { isAskingGroup } from "./asking-words.ts";
import type { EntryForm, QuestionForm } from "./question-forms.ts";
import { isPlaceName, LEAST_WEIGHT, likenessOf, weightOf } from "./term-likeness.ts";

/** Why two questions cannot have the same answer. */
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
export const OF_ENTRY = 0.72;
/** Words are the same from this likeness on. */
export const SAME = 0.8;
/** What is counted may be named by a part ("yritystä", "jäsenyritystä"). */
const COUNTED = 0.7;

/**
 * Finds the first reason why an entry cannot answer a question, however alike they are.
 *
 * @param context.met For each word of the question how well the entry meets it, 0 to 1; `back` the other way.
 * @param context.cost What their different kinds cost; absent when one's answer never serves the other.
 * @returns Nothing when they may have the same answer.
 */
export function findObstacle(
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
  const mayBeEither = asked.kind === "whether" && other.asked.side === "either";
  if (asked.side !== "either" && asked.side !== other.asked.side && !mayBeEither) return "side";
  if (asked.side === "either" && other.asked.side === "giver") return "side";
  if (differsInFigures(one, other, years)) return "figure";
  if (!context.isSamePlace) return "name";
  const isName = (term: Term) => term.isName && !isPlaceName(term);
  if (lacksOne(one.terms, { met, isMeant: isName })) return "name";
  if (lacksOne(other.terms, { met: back, isMeant: isName }) && !one.terms.some((term) => term.isName))
    return "name";
  const isMaterial = (term: Term) =>
    [...term.concepts].some(([id, share]) => share === 1 && materials.has(id));
  if (lacksOne(one.terms, { met, isMeant: isMaterial, least: OF_ENTRY })) return "material";
  return countsOther(one, other) || measuresOther(one, other) ? "word" : undefined;
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

/** Kinds of questions whose answer is one figure or day: of what it is decides. */
const OF_FIGURES: ReadonlySet<AskedKind> = new Set(["amount", "count", "date"]);
/** From this weight on a group of words decides what is asked. */
const DECIDES = 0.55;

/** "How much process water is used?" asks for another figure than "What does process water cost?" */
function measuresOther(one: QuestionForm, other: EntryForm): boolean {
  if (!OF_FIGURES.has(one.asked.kind)) return false;
  const groups = new Set(one.terms.map(({ word }) => word));
  return other.terms.some((term) => isAskingGroup(term) && term.weight >= DECIDES && !groups.has(term.word));
}

function lacksOne(
  terms: readonly Term[],
  options: { met: readonly number[]; isMeant: (term: Term) => boolean; least?: number },
): boolean {
  const { met, isMeant, least = SAME } = options;
  return terms.some((term, at) => isMeant(term) && (met[at] ?? 0) < least);
}
