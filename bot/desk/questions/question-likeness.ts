import type { ProfileWord, QuestionProfile } from "./question-profile.ts";

/** Words of one language count as the same from this share of common pieces on. */
const LEAST_GRAM_SHARE = 0.6;
/** What a word that is only near to another in meaning meets of it. */
const NEAR_SHARE = 0.6;
/** What is left of the likeness when only one of two questions names a park, a material or a figure. */
const UNNAMED_SHARE = 0.75;
/** The same when one wants a fact that the other does not: the price of the transport, not of the stuff. */
const UNASKED_SHARE = 0.5;
/** How much a word without any known meaning counts between two languages, where nothing can meet it. */
const UNTRANSLATED_SHARE = 0.2;

/**
 * How likely two questions want the same answer, 0 to 1; the same both ways round.
 *
 * Words are met by stem, by concept over languages, or by common pieces of four letters. Two questions that name other
 * parks, other materials or other figures, or want another fact, are not alike, whatever else they share.
 */
export function likeness(one: QuestionProfile, other: QuestionProfile): number {
  if (one.words.length === 0 || other.words.length === 0) return 0;
  const agreed =
    agree(one.names, other.names) *
    agree(one.figures, other.figures) *
    agree(one.materials, other.materials) *
    agreeOnFact(one.aspects, other.aspects);
  if (agreed === 0) return 0;
  // The longer question decides: what it asks beyond the other is not met.
  return agreed * Math.min(shareMet(one, other), shareMet(other, one));
}

/** 1 where both name the same or nothing, 0 where they name nothing in common. */
function agree(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 && other.size === 0) return 1;
  if (one.size === 0 || other.size === 0) return UNNAMED_SHARE;
  return countCommon(one, other) === 0 ? 0 : 1;
}

/** 1 where both want the same facts, 0 where they want none in common. */
function agreeOnFact(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = countCommon(one, other);
  if (common === Math.max(one.size, other.size)) return 1;
  return common === 0 && one.size > 0 && other.size > 0 ? 0 : UNASKED_SHARE;
}

/** How much of a question's weight the words of another one meet, 0 to 1. */
function shareMet(from: QuestionProfile, to: QuestionProfile): number {
  const isOneLanguage = from.language === to.language;
  let met = 0;
  let all = 0;
  for (const word of from.words) {
    const best = Math.max(...to.words.map((other) => meets(word, other, isOneLanguage)));
    const isLost = !isOneLanguage && word.concepts.size === 0 && best === 0;
    const weight = word.weight * (isLost ? UNTRANSLATED_SHARE : 1);
    met += weight * best;
    all += weight;
  }
  return all === 0 ? 0 : met / all;
}

function meets(one: ProfileWord, other: ProfileWord, isOneLanguage: boolean): number {
  if (one.stem === other.stem) return 1;
  let best = 0;
  for (const [id, own] of one.concepts) {
    const met = other.concepts.get(id);
    if (met !== undefined) best = Math.max(best, NEAR_SHARE, Math.min(own, met));
  }
  if (best === 1 || !isOneLanguage) return best;
  const common = countCommon(one.grams, other.grams);
  const dice = (2 * common) / (one.grams.size + other.grams.size);
  return dice >= LEAST_GRAM_SHARE ? Math.max(best, dice) : best;
}

function countCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const item of one) if (other.has(item)) count += 1;
  return count;
}
