import { passageText } from "../../indexer/index.ts";
import { asksForecast, namedLastYear } from "../understand/asks-future.ts";
import { isOfficeConcept } from "../understand/focus-concepts.ts";
import type { Question } from "../understand/question.ts";
import type { ScoredSentence } from "./score-sentences.ts";
import { asksNames } from "./sentence-fit.ts";

/** Least share of a question's weight that must be met, in an index of {@link SMALL_INDEX} passages. */
const LEAST_COVERAGE = 0.24;
const SMALL_INDEX = 100;
/** More passages meet more of any question by chance: what is added for each time the index grows e-fold. */
const COVERAGE_PER_GROWTH = 0.05;
/** What an unknown word adds to the least coverage, by its share of the content words. */
const UNKNOWN_PENALTY = 0.4;

const COUNTED =
  /(?<!\p{L})(?:\d+|two|three|four|five|six|seven|eight|nine|ten|kaksi|kahden|kolme\p{L}*|neljä\p{L}*|viisi|viiden|kuusi|kuuden|seitsemä\p{L}*|kahdeksa\p{L}*|yhdeksä\p{L}*|kymmene\p{L}*|två|tre|fyra|fem|sex|sju|åtta|nio|tio)(?!\p{L})/iu;
const LIST = /,.*,|:.*,/;

const ASKS_HOLDER =
  /(?<!\p{L})(?:who|kuka|ketkä|vem|vilka) (?:is|was|are|were|acts?|acted|serves?|served|on|oli|ovat|toimii|toimi|är|var|sitter|satt|fungerar)(?!\p{L})/iu;

/** Tells whether the holder of an office is asked for. */
function asksHolder(question: Question): boolean {
  const asksOffice = question.terms.some((term) =>
    [...term.concepts].some(([id, share]) => share >= 0.5 && isOfficeConcept(id)),
  );
  if (!asksOffice) return false;
  return (question.answerType === "person" && ASKS_HOLDER.test(question.text)) || asksNames(question);
}

/** Where the noun asked for is not met, all else must be met the better. */
const LEAST_UNASKED = 0.72;
/** The same where nobody has ever met it, or a figure is asked for: that of something else is worse than none. */
const LEAST_UNASKED_STRICT = 0.8;

/** "How many people work there?" is not answered by a count of companies. */
const ASKS_STAFF =
  /(?:how many (?:people |persons )?(?:work|are employed)|(?:montako|kuinka monta|kuinka moni) (?:ihmistä |henkilöä )?(?:työskentelee|on töissä|työllist)|hur många (?:personer |människor )?(?:arbetar|jobbar))/iu;
const TELLS_STAFF =
  /employ|work(?!ed in \d)|jobs?(?!\p{L})|staff|people|työntek|työskent|työpaik|työllist|henkil|asiantuntij|arbet|anställ|jobb|personal|sysselsätt|specialist/iu;

function leastUnasked(question: Question): number {
  const isUnknown = question.terms.some((term) => term.isAsked && term.isUnknown);
  return isUnknown || question.answerType === "number" ? LEAST_UNASKED_STRICT : LEAST_UNASKED;
}

/**
 * Decides whether the best sentence covers a question well enough to be given as its answer.
 *
 * Names and the fact asked for must be met; beyond that the share of the question that is met decides, and
 * more must be met the more words of the question are unknown altogether. The figures were set on the
 * development questions (`npm run eval -- --answers`).
 */
export function isCovered(best: ScoredSentence, context: { question: Question; passages: number }): boolean {
  const { question, passages } = context;
  const { terms, answerType } = question;
  if (terms.length === 0 || !best.namesMet || !best.focusMet) return false;
  if ((answerType === "phone" || answerType === "email" || answerType === "web") && !best.fits) return false;
  // A count of inhabitants needs a figure in the sentence that speaks of inhabitants.
  if (answerType === "number" || answerType === "date" || answerType === "person") {
    const asksFocus = terms.some((term) => term.isFocus);
    if (!best.fits && (asksFocus || best.coverage < 0.85)) return false;
  }
  // Figures and events of another year are no answer, and a rule on the choice of a chairman names none.
  if (!best.yearsMet || !best.countedMet || (asksHolder(question) && !best.namesPerson)) return false;
  // "The names of the six groups" are a list; a sentence that only counts them gives none.
  if (asksNames(question) && COUNTED.test(question.text) && !LIST.test(best.sentence.text)) return false;
  // "What pH do the dregs have?" is not answered by what else is known of dregs.
  const isTold = answerType === "number" ? best.askedNamed : best.askedMet;
  if (!isTold && best.coverage < leastUnasked(question)) return false;
  if (ASKS_STAFF.test(question.text) && !TELLS_STAFF.test(best.sentence.text)) return false;
  // Where to eat in Helsinki is not told by what lies near Helsinki.
  if (!best.topicMet) return false;
  if (asksForecast(question.text)) return false;
  // "Last year" is a year like any other: the passage must speak of it.
  const lastYear = namedLastYear(question.text);
  if (lastYear !== undefined && !passageText(best.passage).includes(lastYear)) return false;
  const unknown = terms.filter((term) => term.isUnknown).length / terms.length;
  const growth = Math.max(0, Math.log(passages / SMALL_INDEX));
  return best.coverage >= LEAST_COVERAGE + COVERAGE_PER_GROWTH * growth + UNKNOWN_PENALTY * unknown;
}
