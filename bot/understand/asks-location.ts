import { splitSentences } from "../../indexer/index.ts";
import { UTILITIES } from "../query/feature-words.ts";
import type { LocationNeed } from "../query/location-need.ts";
import { asksComparison } from "./asks-comparison.ts";
import {
  ASKS_FACT,
  ASKS_ONE_PARK,
  ASKS_PARTNER,
  ASKS_PROFILE,
  ASKS_WHERE,
  ASKS_WHERE_TO_SETTLE,
  ASKS_WHETHER,
  BARE_WHERE,
  COMPARES,
  FOUNDS_PARK,
  NEED_VERB,
  NEIGHBOUR,
  OR,
  PLANS,
  PREFERS,
  WHICH_OF_TWO,
} from "./location-words.ts";
import { ASKS_OF_WHAT_IS, CLOSE_BY, FOR_PLANT, PLACE_WANTED, WHERE_TO } from "./place-words.ts";
import type { Question } from "./question.ts";
import { isSearchOfPlace, namesSite, speaksOfPlace } from "./site-evidence.ts";

/** What a question for a place is: advice, a comparison of named parks, or a bare "where should we locate?". */
export type LocationAsk = "advice" | "comparison" | "bare";

/** Needs from which on words such as "reach" ask for no contact. */
const LEAST_BESIDE_CONTACT = 3;
/** A message that names no need of a kind must hold so many words that the tables know. */
const LEAST_WISHES = 2;

/**
 * Tells whether a question asks where to settle, and how. A question for who takes a stream or what could be taken
 * is one for partners; one for all parks with a port is one for a list.
 *
 * @param context.needs What was read of the question.
 * @param context.parks Parks that it names, or whose towns it names.
 */
export function asksLocation(
  question: Question,
  context: { needs: readonly LocationNeed[]; parks: readonly string[] },
): LocationAsk | undefined {
  const { text } = question;
  const { needs } = context;
  if (asksComparison(question, context)) return "comparison";
  // Who names a park asks about it, not for one.
  if (namesPark(question) || FOUNDS_PARK.test(text)) return undefined;
  if (asksElse(text, context.parks)) return undefined;
  const settles = ASKS_WHERE_TO_SETTLE.some((pattern) => pattern.test(text));
  // Words alone tell little, unless several are known.
  const isListed =
    !text.includes("?") ||
    WHERE_TO.test(text) ||
    NEIGHBOUR.test(text) ||
    CLOSE_BY.test(text) ||
    (ASKS_WHERE.test(text) && speaksOfPlace(text));
  const hasSubstance =
    needs.some(({ kind }) => kind !== "wish") || (isListed && needs.length >= LEAST_WISHES);
  if (settles) return needs.length > 0 ? "advice" : "bare";
  // "Within easy reach" is no question for a contact.
  if (question.asksContact && needs.length < LEAST_BESIDE_CONTACT) return undefined;
  if (isFact(text)) return undefined;
  if (!hasSubstance || ASKS_PARTNER.test(text) || ASKS_PROFILE.test(text)) return undefined;
  return isSite(text, needs) ? "advice" : undefined;
}

/** A fact is asked for, or whether something is in a town that has a park. */
function asksElse(text: string, parks: readonly string[]): boolean {
  const asking = splitSentences(text).findLast((sentence) => sentence.trimEnd().endsWith("?")) ?? "";
  return ASKS_FACT.test(asking) || (parks.length > 0 && ASKS_WHETHER.test(asking));
}

/** What is asked is what is, not where to be. */
function isFact(text: string): boolean {
  const sentences = splitSentences(text);
  const asking = sentences.filter((sentence) => sentence.trimEnd().endsWith("?"));
  const [only = text] = sentences;
  if (asking.length === 0)
    return sentences.length <= 1 && (ASKS_FACT.test(text) || ASKS_OF_WHAT_IS.test(only));
  return asking.some((sentence) => ASKS_OF_WHAT_IS.test(sentence));
}

/** A park is named by its name: "kiertotalouskeskus" written small is any such centre. */
function namesPark(question: Question): boolean {
  return question.matches.some(
    ({ concept, share, start, end }) =>
      concept.kind === "park" &&
      share === 1 &&
      (/[\p{Lu}\d]/u.test(question.text[start] ?? "") || question.text.slice(start, end).includes(" ")),
  );
}

/** A question for parks, sites or towns as a list: "parks with a port", "missä puistoissa on laboratorio?". */
const ASKS_LIST =
  /(?<!\p{L})(?:(?:which|what|any|all|list|name|show) (?:\p{L}+ ){0,2}(?:parks|sites|areas|places|towns)|(?:^|\b)parks (?:with|that|in|which)|(?:mitkä|missä|millä|mistä|listaa|luettele|näytä) (?:\p{L}+ )?\p{L}*(?:puistot|puistoissa|puistoilla|puistoista|alueet|alueilla|paikat)|puistot,? joi\p{L}+|vilka (?:\p{L}+ )?\p{L}*(?:parker|områden|platser|orter)|i vilka (?:\p{L}+ )?\p{L}*(?:parker|områden)|parker (?:med|som|där|i))(?!\p{L})/iu;

/** "Where do we get biogas in a pipe for our kiln?" */
const OWN_PIPE =
  /(?<!\p{L})(?:pipe(?:line)?|pipes|putke\p{L}*|putkea pitkin|rör(?:ledning)?|ledning)(?!\p{L})/iu;

/** Whether the needs are such as only a place can meet, or the message speaks of a place. */
function isSite(text: string, needs: readonly LocationNeed[]): boolean {
  const features = needs.filter((need) => need.kind === "feature");
  const fixed = features.filter(({ feature }) => !UTILITIES.has(feature)).length;
  if (ASKS_LIST.test(text) && !NEED_VERB.test(text) && !WHERE_TO.test(text) && !BARE_WHERE.test(text))
    return false;
  if (ASKS_ONE_PARK.test(text))
    return features.some(({ amount }) => amount !== undefined) || needs.length >= 2;
  // "Where is …?" asks for a fact unless it lists what a place should have.
  if (ASKS_WHERE.test(text) && !speaksOfPlace(text) && !WHERE_TO.test(text)) {
    const isNeed = NEED_VERB.test(text) || PLANS.test(text);
    return (
      features.some(({ amount }) => amount !== undefined) ||
      (fixed > 0 && (needs.length >= 2 || isNeed)) ||
      (OWN_PIPE.test(text) && features.length > 0)
    );
  }
  return isNeedOfPlace(text, needs, fixed) || isSearchOfPlace(text, needs);
}

/** What is needed or planned, with something that only a place can meet. */
function isNeedOfPlace(text: string, needs: readonly LocationNeed[], fixed: number): boolean {
  const isNeed = NEED_VERB.test(text) || PLANS.test(text);
  const hasPlace = needs.some(({ kind }) => kind === "place");
  const hasFeature = needs.some(({ kind }) => kind === "feature");
  if (isNeed && (fixed > 0 || BARE_WHERE.test(text) || NEIGHBOUR.test(text))) return true;
  if (PLANS.test(text) && (hasPlace || hasFeature) && !ASKS_WHERE.test(text)) return true;
  if (isNeed && hasPlace && (hasFeature || PREFERS.test(text))) return true;
  return NEIGHBOUR.test(text) && PREFERS.test(text);
}

const SIGNS: readonly RegExp[] = [
  ...PLACE_WANTED,
  WHERE_TO,
  CLOSE_BY,
  FOR_PLANT,
  PREFERS,
  NEED_VERB,
  PLANS,
  BARE_WHERE,
  ASKS_ONE_PARK,
  ASKS_WHERE,
  COMPARES,
  NEIGHBOUR,
];

/** Whether a text may ask for a place at all: a quick look before anything is compared. */
export function mayAskLocation(text: string): boolean {
  if (ASKS_WHERE_TO_SETTLE.some((pattern) => pattern.test(text))) return true;
  if (ASKS_PARTNER.test(text) && !speaksOfPlace(text)) return false;
  return (
    SIGNS.some((sign) => sign.test(text)) || namesSite(text) || (WHICH_OF_TWO.test(text) && OR.test(text))
  );
}
