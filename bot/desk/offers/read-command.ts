import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { asksLocation } from "../../understand/asks-location.ts";
import { ASKS_TAKER } from "../../understand/partner-words.ts";
import { analyseQuestion } from "../../understand/question.ts";
import { readNeeds } from "../../understand/read-needs.ts";
import {
  HAVES,
  MEANS_THIS,
  NEEDS,
  PUBLISHES,
  RECORD_ID,
  RENEWS,
  SEEKS_PLACE,
  STARTS_ASKING,
  SUBMISSION_NUMBER,
  UPDATES,
  WITHDRAWS,
} from "./offer-words.ts";
import { correctsOwnOffer, listsOwnOffers, readOwnWithdrawal } from "./own-offer-words.ts";
import { readOffer } from "./read-offer.ts";

/** Something is done with a row, at once. */
export interface RowCommand {
  kind: "withdraw" | "renew";
  id: string;
}

/** Something is done with a submission that waits or came back. */
export interface SubmissionCommand {
  kind: "withdrawSubmission" | "editSubmission";
  number: number;
}

/** What somebody wants to do with what they publish. */
export type OfferCommand =
  | { kind: "list" }
  | RowCommand
  | { kind: "updateRow"; id: string }
  | SubmissionCommand
  /** "Update our fly ash: 12,000 t": the row is to be found by its words. */
  | { kind: "updateNamed" }
  /** "Our gypsum is only 1,800 t": a correction of a row, if there is such a row. */
  | { kind: "correct" }
  /** "Remove our gypsum listing"; not `isSure`: "we have no gypsum any more". */
  | { kind: "withdrawNamed"; isSure: boolean }
  | { kind: "publish" }
  /** "Publish this side stream": what was talked of just before. */
  | { kind: "publishThis" }
  /** "We have 3,000 t of gypsum": told, and not said what for. */
  | { kind: "tell" };

/**
 * Reads what is to be done.
 *
 * @returns Nothing for words that neither publish, change nor tell of stuff of one's own.
 */
export function readOfferCommand(
  words: string,
  context: { language: Language; view: KnowledgeView },
): OfferCommand | undefined {
  if (listsOwnOffers(words)) return { kind: "list" };
  if (MEANS_THIS.test(words)) return { kind: "publishThis" };
  const number = SUBMISSION_NUMBER.exec(words)?.[1];
  if (number !== undefined) {
    if (WITHDRAWS.test(words)) return { kind: "withdrawSubmission", number: Number(number) };
    if (UPDATES.test(words)) return { kind: "editSubmission", number: Number(number) };
  }
  const id = RECORD_ID.exec(words)?.[1];
  if (id !== undefined && !words.includes("?")) {
    const record = id.startsWith("n") || id.startsWith("N") ? id.toLowerCase() : id.toUpperCase();
    if (UPDATES.test(words)) return { kind: "updateRow", id: record };
    if (RENEWS.test(words)) return { kind: "renew", id: record };
    if (WITHDRAWS.test(words)) return { kind: "withdraw", id: record };
  }
  const statement = words.replace(ASKS_WHERE_TO, "");
  if (statement !== words && tellsOffer(statement, context)) return { kind: "publish" };
  if (words.includes("?") && !ASKS_POLITELY.test(words)) return undefined;
  if (PUBLISHES.some((pattern) => pattern.test(words)) && !ASKS_HOW.test(words)) return { kind: "publish" };
  if (UPDATES.test(words)) return { kind: "updateNamed" };
  if (correctsOwnOffer(words)) return { kind: "correct" };
  const withdrawal = readOwnWithdrawal(words);
  if (withdrawal !== undefined) return { kind: "withdrawNamed", isSure: withdrawal === "sure" };
  return tellsOffer(words, context) ? { kind: "tell" } : undefined;
}

const VERBS: readonly [Language, RegExp][] = [
  [
    "en",
    /(?<!\p{L})(?:publish|update|change|withdraw|remove|delete|still valid|submission|renew)(?!\p{L})/iu,
  ],
  ["fi", /(?<!\p{L})(?:julkais\p{L}*|päivit\p{L}*|muuta|poista|peru|voimassa|ilmoitu(?:s|ksen))(?!\p{L})/iu],
  ["sv", /(?<!\p{L})(?:publicera|uppdatera|ändra|ta bort|dra tillbaka|gäller|anmälan)(?!\p{L})/iu],
];

/** "Update SS012" is English whatever was spoken before, though hardly a word of it tells. */
export function languageOfCommand(words: string): Language | undefined {
  const found = VERBS.filter(([, pattern]) => pattern.test(words));
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** "Could I publish a side stream?" */
const ASKS_POLITELY =
  /^\W*(?:can|could|may) (?:i|we) (?:publish|add|register)|^\W*(?:voinko|voimmeko|voisinko) (?:julkaista|ilmoittaa|lisätä)|^\W*(?:kan|får) (?:jag|vi) (?:publicera|anmäla|lägga)/iu;
/** "… where do I post it?" behind what is told. */
const ASKS_WHERE_TO =
  /[,.;–-]\s*(?:and |ja |och )?(?:(?:where|how) (?:do|can|could|should) (?:i|we) (?:post|list|publish|enter|register|add|announce|put)|(?:minne|mihin|miten) (?:\p{L}+ ){0,3}(?:ilmoit\p{L}+|julkais\p{L}+|lisä\p{L}+|kirja\p{L}+)|(?:hur|var|vart) (?:\p{L}+ ){0,2}(?:jag|vi) (?:\p{L}+ ){0,2}?(?:upp|in|publicera|anmäla|anmäler|publicerar|registrera))[^?]*\?\s*$/iu;
/** "How do I publish a side stream", "kuka julkaisee": a question. */
const ASKS_HOW =
  /^\W*(?:how|who|why|when|what|where|miten|kuka|ketkä|miksi|milloin|kuinka|mitä|hur|vem|vilka|varför|när|vad)(?!\p{L})/iu;

/** Words that make stuff a side stream without an amount. */
const LEFT_OVER =
  /side[ -]?stream|by-?product|(?<!\p{L})waste|left over|left with|sivuvir|sivutuot|jät(?:e|tä|ett)|(?<!\p{L})(?:jää|syntyy|kertyy|muodostuu|uppstår|uppkommer|blir)(?!\p{L})|sidoström|biprodukt|avfall/iu;

/** Whether stuff of one's own is told, or a need of it, and nothing is asked. */
function tellsOffer(words: string, context: { language: Language; view: KnowledgeView }): boolean {
  if (words.includes("?") || STARTS_ASKING.test(words) || SEEKS_PLACE.test(words)) return false;
  if (ASKS_TAKER.test(words)) return false;
  const has = HAVES.some((pattern) => pattern.test(words));
  // The last of them is for the words of a publication alone: "a need: lime".
  const needs = NEEDS.slice(0, 3).some((pattern) => pattern.test(words));
  if (!has && !needs) return false;
  const { values, isKnown } = readOffer(words, context);
  if (values.kind === "need")
    return isKnown && needs && values.amount !== undefined && !isAboutPlace(words, context);
  // Stuff of which nothing is known is published by its amount.
  if (!isKnown && (values.name === undefined || values.amount === undefined)) return false;
  const told = values.amount ?? values.from ?? values.status ?? values.wasteCode;
  return has && (told !== undefined || LEFT_OVER.test(words));
}

/** "We need 30 GWh of steam, a port and a rail link" looks for a place. */
function isAboutPlace(words: string, context: { language: Language; view: KnowledgeView }): boolean {
  const question = analyseQuestion(words, context);
  const needs = readNeeds(question, context.view);
  const isOfPlace = needs.some(({ kind }) => kind !== "input" && kind !== "place" && kind !== "wish");
  return isOfPlace && asksLocation(question, { needs, parks: question.parks }) !== undefined;
}
