import type { KnowledgeView } from "../knowledge-view.ts";
import { ESSENTIALS, type PartnerRequest } from "../partners/partner-request.ts";
import type { Memory } from "./memory.ts";
import type { Question } from "./question.ts";
import { readStreamConditions } from "./read-stream-conditions.ts";
import { UnreadText } from "./unread-text.ts";

/** What a message changes of the last search for a partner. */
export type PartnerFollowUp =
  /** The asker passes over what was asked. */
  { kind: "skip" } | { kind: "changed"; request: PartnerRequest };

const SKIP =
  /^\W*(?:skip(?: (?:it|this|that))?|pass|no idea|(?:i )?(?:don't|do not) know|never mind|ohita|ohitetaan|en tiedä|emme tiedä|ei tietoa|ei väliä|hoppa över|vet (?:inte|ej)|jag vet inte|strunta i det|spelar ingen roll)(?!\p{L})\W*$/iu;
const YES = /^\W*(?:yes|yeah|yep|it is|kyllä|joo|on|juu|ja|jo|japp)(?!\p{L})/iu;
const NO = /^\W*(?:no|nope|it is not|not hazardous|ei|eipä|ei ole|nej|nä|inte)(?!\p{L})/iu;
const MOST_WORDS = 14;
/** Words of an answer that say nothing beside the amount, place, form or hazard. */
const FILLER =
  /^(?:about|around|approximately|roughly|some|year|annually|yearly|located|situated|near|town|city|amount|noin|arviolta|vuosi|vuode\p{L}*|vuodessa|vuosittain|määr\p{L}*|tonni\p{L}*|siellä|kaupun\p{L}*|paikkakun\p{L}*|sijait\p{L}*|lähellä|cirka|ungefär|år|årligen|mängd\p{L}*|ton|orten?|staden|ligger|nära|waste|jäte\p{L}*|avfall\p{L}*|hazardous|solid|sludge|liquid|gas|kiinte\p{L}*|liete\p{L}*|neste\p{L}*|kaasu\p{L}*|fast|slam|vätska|entä|what|how|about|and)$/iu;

/**
 * Reads a message as an answer to what was asked about the last search, or as a change of it: "22 000 t, Kemi", "no", "ohita",
 * "entä Kokkolassa?".
 *
 * @returns Nothing when there was no search, or the message says something of its own.
 */
export function followUpPartners(
  question: Question,
  context: { memory: Memory; view: KnowledgeView },
): PartnerFollowUp | undefined {
  const last = context.memory.partners;
  if (last === undefined || question.text.split(/\s+/).length > MOST_WORDS) return undefined;
  if (SKIP.test(question.text)) return { kind: "skip" };
  const { text: told, rest } = readStreamConditions(question);
  const bare = new UnreadText(rest.replace(YES, " ").replace(NO, " "));
  const left = bare.leftWords(question.language).filter((word) => !FILLER.test(word));
  if (left.length > 0) return undefined;
  const asksHazard = last.asked?.includes("hazardous") === true && last.hazardous === undefined;
  const hazardous = told.hazardous ?? (asksHazard ? yesOrNo(question.text) : undefined);
  const change = { ...told, ...(hazardous === undefined ? {} : { hazardous }) };
  if (Object.keys(change).length === 0) return undefined;
  const kept = { ...last };
  // A new place takes the old one's.
  if (told.places !== undefined || told.parks !== undefined) {
    delete kept.places;
    delete kept.parks;
  }
  return { kind: "changed", request: { ...kept, ...change, asked: [...ESSENTIALS] } };
}

function yesOrNo(text: string): "yes" | "no" | undefined {
  if (NO.test(text)) return "no";
  return YES.test(text) ? "yes" : undefined;
}
