import { asksForecast, namesYearToCome } from "./asks-future.ts";
import { changesPlace } from "./changes-place.ts";
import { denies } from "./denies.ts";
import { STREAM_OFFERS } from "./park-words.ts";
import type { Question } from "./question.ts";
import type { ReadParkQuery } from "./read-park-query.ts";

/**
 * Decides whether a question is one for parks, and understood to the last word.
 *
 * @param isStreams Whether the side-stream table understands the question too.
 */
export function asksParks(question: Question, read: ReadParkQuery, isStreams: boolean): boolean {
  const { query, namesParks, asksWhere, namesUtilities, left, unread } = read;
  if (left.length > 0 || denies(question, unread) || changesPlace(question.text)) return false;
  if (question.parks.length > 0 || question.asksContact || question.answerType === "reason") return false;
  // "The most free land" asks for one of them; a list of all would pass over the word that matters.
  if (ASKS_RANK.test(question.text)) return false;
  if (asksForecast(question.text) || namesYearToCome(question.text)) return false;
  const { offers = [], industries, places } = query;
  const isByProduct = offers.length === 0 || offers.some((id) => STREAM_OFFERS.has(id) || id.includes(":"));
  if (isStreams && isByProduct && !namesUtilities) return false;
  if (namesParks) return offers.length > 0 || industries !== undefined || places !== undefined;
  // "Where is steam to be had?" names something parks offer; "where is the cobalt?" does not.
  return (
    asksWhere && offers.length > 0 && offers.every((id) => !id.includes(":")) && industries === undefined
  );
}

/** Words that ask for the first or last of some order, and not for all there are. */
export const ASKS_RANK =
  /(?<!\p{L})(?:most|highest|largest|biggest|smallest|fewest|eniten|vähiten|suurin|suurimmat|isoin|pienin|mest|flest|störst|största|minst|minsta)(?!\p{L})/iu;
