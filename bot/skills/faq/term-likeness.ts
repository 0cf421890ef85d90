import { oncePer } from "../../once-per.ts";
import type { Term } from "../../understand/term.ts";
import { isAskingGroup } from "./asking-words.ts";
import { type EntryForm, ownKeysOf, type QuestionForm } from "./question-forms.ts";

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
    else if (more === 1)
      best = Math.max(
        best,
        less === 1 ? 1 : less >= PART && !leadsCompound(one, other) ? Math.sqrt(PART) : NEAR,
      );
  }
  return Math.max(best, Math.min(1, parts), lettersAlike(one.word, other.word));
}

const SHORTEST_LEADING = 4;

/** "Bus parking" is a kind of parking, not of bus: a word that the other only begins with says less of it. */
function leadsCompound(one: Term, other: Term): boolean {
  const [short, long] = one.word.length <= other.word.length ? [one, other] : [other, one];
  if (long.word.length < short.word.length + SHORTEST_LEADING) return false;
  const starts = [short.word, short.stems.fi, short.stems.sv];
  return starts.some((start) => start.length >= SHORTEST_LEADING && long.word.startsWith(start));
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

/** A word in every second passage still says something in a question. */
export const LEAST_WEIGHT = 0.15;

/** That places agree is asked apart; it must not make up for words that do not. */
const PLACE_SHARE = 0.35;

/** What a word counts among those of a question. */
export const weightOf = oncePer((term: Term): number => {
  if (isPlaceName(term)) return term.weight * PLACE_SHARE;
  if (isAskingGroup(term)) return term.weight;
  return Math.max(term.weight, isNewCompound(term) ? COMPOUND_WEIGHT : LEAST_WEIGHT);
});

/** "Waste bookkeeping", of which only the parts are known, says more than "waste". */
const COMPOUND_WEIGHT = 0.45;

function isNewCompound({ concepts, isName }: Term): boolean {
  const shares = [...concepts.values()];
  return !isName && !shares.includes(1) && shares.filter((share) => share === PART).length > 1;
}

/**
 * The weightiest word of a question of which an entry speaks neither in its questions nor in its answer; names of parks
 * and places are not counted.
 */
export function weightOfUntold(one: QuestionForm, { entryKeys, answerKeys }: EntryForm): number {
  const isTold = (key: string) => entryKeys.has(key) || answerKeys.has(key);
  const untold = one.terms.filter((term) => !isPlaceName(term) && !speaksOf(term, isTold));
  return Math.max(0, ...untold.map(weightOf));
}

/** By itself, by a word close to it, or by all its parts: "bus parking" is not told by "bus". */
function speaksOf(term: Term, isTold: (key: string) => boolean): boolean {
  if (ownKeysOf(term).some(isTold)) return true;
  const parts = [...term.concepts].filter(([, share]) => share === PART).map(([id]) => id);
  if (parts.length > 1) return parts.every(isTold);
  return [...term.concepts.keys()].some(isTold);
}

/** Parks and places are compared by what they are, not by their words. */
export const isPlaceName = oncePer((term: Term): boolean =>
  [...term.concepts].some(([id, share]) => share === 1 && /^(?:park|place):/.test(id)),
);
