import type { LocationNeed } from "../query/location-need.ts";
import {
  ASKS_FACT,
  ASKS_PARTNER,
  ASKS_WHETHER,
  COMPARES,
  NEED_VERB,
  OR,
  WHICH_OF_TWO,
} from "./location-words.ts";
import type { Question } from "./question.ts";

/** Whether named parks are to be put side by side: "Compare …", "Kokkola or Takalaanila for …?" */
export function asksComparison(
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
  if (ASKS_FACT.test(text) || ASKS_WHETHER.test(text)) return WHICH_OF_TWO.test(text) && needs.length > 0;
  if (namesInOneBreath(question) && needs.some(({ kind }) => kind !== "wish")) return true;
  return WHICH_OF_TWO.test(text) || (NEED_VERB.test(text) && needs.some(({ kind }) => kind !== "wish"));
}

/** "Kokkola or Takalaanila for …": nothing but "or" between two names. */
function namesInOneBreath({ text, matches }: Question): boolean {
  const names = matches.filter(
    ({ concept, share, start }) =>
      share === 1 &&
      (concept.kind === "park" || concept.kind === "place") &&
      /[\p{Lu}\d]/u.test(text[start] ?? ""),
  );
  return names.some((one) =>
    names.some((other) => one.end < other.start && ONLY_OR.test(text.slice(one.end, other.start))),
  );
}

const ONLY_OR = /^\s*(?:,\s*|park\p{L}*\s+)?(?:or|vai|tai|eller)(?: (?:the|rather|i|in))?\s*$/iu;

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
