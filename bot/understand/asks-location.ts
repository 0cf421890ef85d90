import { splitSentences } from "../../indexer/index.ts";
import { UTILITIES } from "../query/feature-words.ts";
import type { LocationNeed } from "../query/location-need.ts";
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
import type { Question } from "./question.ts";

/** What a question for a place is: advice, a comparison of named parks, or a bare "where should we locate?". */
export type LocationAsk = "advice" | "comparison" | "bare";

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
  const substance = needs.filter(({ kind }) => kind !== "wish");
  if (settles) return needs.length > 0 ? "advice" : "bare";
  if (question.asksContact) return undefined;
  if (substance.length === 0 || ASKS_PARTNER.test(text) || ASKS_PROFILE.test(text)) return undefined;
  return isSite(text, needs) ? "advice" : undefined;
}

/** A fact is asked for, or whether something is in a town that has a park. */
function asksElse(text: string, parks: readonly string[]): boolean {
  const asking = splitSentences(text).findLast((sentence) => sentence.trimEnd().endsWith("?")) ?? "";
  return ASKS_FACT.test(asking) || (parks.length > 0 && ASKS_WHETHER.test(asking));
}

/** A park is named by its name: "kiertotalouskeskus" written small is any such centre. */
function namesPark(question: Question): boolean {
  return question.matches.some(
    ({ concept, share, start }) =>
      concept.kind === "park" && share === 1 && /[\p{Lu}\d]/u.test(question.text[start] ?? ""),
  );
}

/** What only a place can give; a port is no material. */
function isSite(text: string, needs: readonly LocationNeed[]): boolean {
  const features = needs.filter((need) => need.kind === "feature");
  const fixed = features.filter(({ feature }) => !UTILITIES.has(feature)).length;
  const hasPlace = needs.some(({ kind }) => kind === "place");
  const isNeed = NEED_VERB.test(text) || PLANS.test(text);
  if (isNeed && (fixed > 0 || BARE_WHERE.test(text) || NEIGHBOUR.test(text))) return true;
  if (PLANS.test(text) && (hasPlace || features.length > 0) && !ASKS_WHERE.test(text)) return true;
  if (isNeed && hasPlace && (features.length > 0 || PREFERS.test(text))) return true;
  if (ASKS_ONE_PARK.test(text))
    return features.some(({ amount }) => amount !== undefined) || needs.length >= 2;
  if (NEIGHBOUR.test(text) && PREFERS.test(text)) return true;
  if (!ASKS_WHERE.test(text)) return false;
  return (fixed > 0 && needs.length >= 2) || (OWN_PIPE.test(text) && features.length > 0);
}

/** "Where do we get biogas in a pipe for our kiln?" */
const OWN_PIPE =
  /(?<!\p{L})(?:pipe(?:line)?|pipes|putke\p{L}*|putkea pitkin|rör(?:ledning)?|ledning)(?!\p{L})/iu;

function asksComparison(
  question: Question,
  context: { needs: readonly LocationNeed[]; parks: readonly string[] },
): boolean {
  const { text } = question;
  const { parks } = context;
  const needs = context.needs.filter(({ kind }) => kind !== "place");
  if (parks.length < 2 || parks.length > 4 || ASKS_PARTNER.test(text)) return false;
  if (COMPARES.test(text)) {
    if (needs.every(({ kind }) => kind === "input" || kind === "wish") && ASKS_AMOUNT.test(text))
      return false;
    return needs.some(({ kind }) => kind !== "wish") || isPlainComparison(question);
  }
  if (!OR.test(text)) return false;
  return WHICH_OF_TWO.test(text) || (NEED_VERB.test(text) && needs.some(({ kind }) => kind !== "wish"));
}

/** Amounts of streams are compared by their table. */
const ASKS_AMOUNT = /amount|quantit|how much|number of|määr|paljonko|mängd|hur mycket|antal/iu;

/** "Compare Kokkola and Kemi-Tornio": nothing else is named. */
function isPlainComparison(question: Question): boolean {
  const others = question.terms.filter(
    (term) =>
      !term.isName &&
      !COMPARES.test(term.word) &&
      ![...term.concepts.keys()].some((id) => /^(?:park|place):/.test(id)),
  );
  return others.every(({ word }) =>
    /^(?:park|puisto|alue|area|site|parken|parkerna|puistot|parks|sites|location)/u.test(word),
  );
}

const SIGNS: readonly RegExp[] = [
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
  if (ASKS_PARTNER.test(text)) return false;
  return SIGNS.some((sign) => sign.test(text)) || (WHICH_OF_TWO.test(text) && OR.test(text));
}
