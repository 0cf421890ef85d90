import type { Question } from "../understand/question.ts";
import type { ScoredSentence } from "./score-sentences.ts";

/** Least share of a question's weight that the best sentence and its surroundings must meet. */
const LEAST_COVERAGE = 0.34;
/** What an unknown word adds to the least coverage, by its share of the content words. */
const UNKNOWN_PENALTY = 0.3;

/**
 * Decides whether the best sentence covers a question well enough to be given as its answer.
 *
 * Names and the fact asked for must be met; beyond that the share of the question that is met decides, and
 * more must be met the more words of the question are unknown altogether. The figures were set on the
 * development questions (`npm run eval -- --answers`).
 */
export function isCovered(best: ScoredSentence, question: Question): boolean {
  const { terms, answerType } = question;
  if (terms.length === 0 || !best.namesMet || !best.focusMet) return false;
  if ((answerType === "phone" || answerType === "email" || answerType === "web") && !best.fits) return false;
  // A count of inhabitants needs a figure in the sentence that speaks of inhabitants.
  if (answerType === "number" || answerType === "date") {
    const asksFocus = terms.some((term) => term.isFocus);
    if (!best.fits && (asksFocus || best.coverage < 0.85)) return false;
  }
  const unknown = terms.filter((term) => term.isUnknown).length / terms.length;
  return best.coverage >= LEAST_COVERAGE + UNKNOWN_PENALTY * unknown;
}
