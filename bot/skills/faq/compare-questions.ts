import type { Term } from "../../understand/term.ts";
import { kindCost } from "./asked-thing.ts";
import { isAskingGroup } from "./asking-words.ts";
import { type CompareOptions, findObstacle, type Obstacle, OF_ENTRY, SAME } from "./find-obstacle.ts";
import { type EntryForm, ownKeysOf, type QuestionForm } from "./question-forms.ts";
import { isPlaceName, likenessOf, weightOf } from "./term-likeness.ts";

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

/** What a word is worth of which the answer alone speaks. */
const OF_ANSWER = 0.5;

/** Compares a question with a way to ask for a curated answer. */
export function compareQuestions(one: QuestionForm, other: EntryForm, options: CompareOptions): Likeness {
  const isSamePlace = agreesInPlaces(one, other, options.park);
  const meet = (terms: readonly Term[], others: readonly Term[]) =>
    terms.map((term) => (isPlaceName(term) ? Number(isSamePlace) : likenessTo(term, others)));
  const met = meet(one.terms, other.terms).map((share, at) => {
    const term = one.terms[at] as Term;
    const keys = ownKeysOf(term);
    if (keys.some((key) => other.entryKeys.has(key))) return Math.max(share, term.isName ? SAME : OF_ENTRY);
    const isOfAnswer = !isAskingGroup(term) && keys.some((key) => other.answerKeys.has(key));
    return isOfAnswer ? Math.max(share, OF_ANSWER) : share;
  });
  const back = meet(other.terms, one.terms);
  const covered = shareMet(one.terms, met);
  const used = shareMet(other.terms, back);
  const lacks = one.terms.map((term, at) => weightOf(term) * (1 - (met[at] ?? 0)));
  const cost = askingCost(one, other);
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

/** "Who takes it?" and "Where does it go?" have one answer; "Who could make something of it?" has another. */
const WHO_FOR_WHERE = 0.2;

/** The entry is asked for such a thing too, in another way. */
const OF_OTHER_FORM = 0.15;

/** What it costs that two questions want different kinds of things; nothing when one's answer never serves the other. */
function askingCost({ asked }: QuestionForm, { asked: other, entryKinds }: EntryForm): number | undefined {
  const cost = kindCost(asked.kind, other.kind) ?? (entryKinds.has(asked.kind) ? OF_OTHER_FORM : undefined);
  const isOther = asked.kind === "person" && other.kind === "place" && asked.side === "either";
  return cost !== undefined && isOther ? cost + WHO_FOR_WHERE : cost;
}

/**
 * Whether two questions speak of the same parks and places: all that the asker names are the entry's, and an entry
 * that names some in all its questions has one of them named by the asker too.
 */
function agreesInPlaces(one: QuestionForm, other: EntryForm, park: string | undefined): boolean {
  const ofEntry = [...other.names.values()];
  if (park !== undefined) ofEntry.push(new Set([`park:${park}`]));
  const isOfEntry = (kin: ReadonlySet<string>) => ofEntry.some((ids) => [...ids].some((id) => kin.has(id)));
  if (![...one.names.values()].every(isOfEntry)) return false;
  return other.names.size === 0 || one.names.size > 0 || other.goesUnnamed;
}

/** What the asker says must be met; what the entry's question says beside it counts less. */
const COVERED_POWER = 0.6;
const USED_POWER = 0.4;
function shareMet(terms: readonly Term[], met: readonly number[]): number {
  const all = terms.reduce((sum, term) => sum + weightOf(term), 0);
  if (all === 0) return 0;
  return terms.reduce((sum, term, at) => sum + weightOf(term) * (met[at] ?? 0), 0) / all;
}

function likenessTo(term: Term, others: readonly Term[]): number {
  return Math.max(0, ...others.map((other) => likenessOf(term, other)));
}
