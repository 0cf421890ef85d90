import type { KnowledgeView } from "../knowledge-view.ts";
import { ESSENTIALS, type PartnerRequest } from "../partners/partner-request.ts";
import type { Memory } from "./memory.ts";
import { ASKS_TAKER, NAMES_SEEKING } from "./partner-words.ts";
import type { Question } from "./question.ts";
import { namesStuff } from "./read-partner-request.ts";
import { readStreamConditions, type StreamConditions } from "./read-stream-conditions.ts";
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
  /^(?:powder|slurry|fluid|jauhe\p{L}*|pulver|flytande|about|around|approximately|roughly|some|year|annually|yearly|located|situated|near|town|city|amount|noin|arviolta|vuosi|vuode\p{L}*|vuodessa|vuosittain|määr\p{L}*|tonni\p{L}*|siellä|kaupun\p{L}*|paikkakun\p{L}*|sijait\p{L}*|lähellä|cirka|ungefär|år|årligen|mängd\p{L}*|ton|orten?|staden|ligger|nära|waste|jäte\p{L}*|avfall\p{L}*|hazardous|solid|sludge|liquid|gas|kiinte\p{L}*|liete\p{L}*|neste\p{L}*|kaasu\p{L}*|fast|slam|vätska|entä|what|how|about|and|closer|nearer|nearest|läh[ei]m[mp]\p{L}*|närmare|närmast)$/iu;

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
  // "Who takes it in Turku?"
  const isPlaced = told.places !== undefined || told.parks !== undefined;
  if (isPlaced && asksTakerOfIt(question, context) && last.direction === "give")
    return { kind: "changed", request: { ...keptFor(told, last), ...told } };
  const next = rest.replace(CARRIES_OVER, " ").trim();
  if (next !== rest && namesStuff(next, { language: question.language, view: context.view })) {
    const { direction, classes, places, parks } = keptFor(told, last);
    const kept = {
      direction,
      ...(classes && { classes }),
      ...(places && { places }),
      ...(parks && { parks }),
    };
    return { kind: "changed", request: { ...kept, ...told, description: next, language: question.language } };
  }
  // "What about Kokkola?" changes the place, "where is Kilpilahti?" asks of it.
  if (STARTS_ASKING.test(question.text)) return undefined;
  if (isUnknown(last, context) && tellsStuff(question, context)) {
    const { language } = question;
    return { kind: "changed", request: { ...keptFor(told, last), ...told, description: rest, language } };
  }
  const bare = new UnreadText(rest.replace(YES, " ").replace(NO, " "));
  const left = bare.leftWords(question.language).filter((word) => !FILLER.test(word));
  if (left.length > 0) return undefined;
  const asksHazard = last.asked?.includes("hazardous") === true && last.hazardous === undefined;
  const hazardous = told.hazardous ?? (asksHazard ? yesOrNo(question.text) : undefined);
  const asksForm = last.asked?.includes("form") === true && last.form === undefined;
  const form = told.form ?? (asksForm ? bareForm(question.text) : undefined);
  const change = {
    ...told,
    ...(hazardous === undefined ? {} : { hazardous }),
    ...(form === undefined ? {} : { form }),
  };
  if (Object.keys(change).length === 0) return undefined;
  return { kind: "changed", request: { ...keptFor(told, last), ...change, asked: [...ESSENTIALS] } };
}

/** Openings that carry the last search over to another stuff. */
const CARRIES_OVER =
  /^\W*(?:(?:and|ok(?:ay)?|ja|och|men|mutta)[,\s]+)?(?:what about|how about|and|entäpä|entäs|entä|mites|miten sitten|hur är det med|hur blir det med|och)(?!\p{L})/iu;

const POINTS_AT_STUFF =
  /(?<!\p{L})(?:it|them|that|this|sen|sitä|ne|niitä|sellaista|den|det|dem|sådan\p{L}*)(?!\p{L})/iu;

function asksTakerOfIt({ text, language }: Question, { view }: { view: KnowledgeView }): boolean {
  return ASKS_TAKER.test(text) && POINTS_AT_STUFF.test(text) && !namesStuff(text, { language, view });
}

/** Whether nothing is known of what the last search named, so that its answer asked what it is. */
export function isUnknown(last: PartnerRequest, { view }: { view: KnowledgeView }): boolean {
  const { stream, classes = [], description, language = "en" } = last;
  return stream === undefined && classes.length === 0 && !namesStuff(description, { language, view });
}

/** A word that asks or orders at the beginning; "det är vassle" tells. */
const STARTS_ASKING =
  /^\W*(?:who|which|(?:what|how)(?! about)|where|when|why|is|are|does|do|can|could|tell|list|show|give|explain|compare|kuka|ketkä|mikä|mitkä|mitä|missä|mistä|mihin|milloin|miksi|miten|montako|paljonko|onko|kerro|näytä|listaa|luettele|vem|vad|vilk\p{L}+|var|när|varför|hur|finns|är|berätta|visa|lista)(?!\p{L})/iu;

/** "Se on lentotuhkaa", "whey from a dairy": what was asked for is told, and nothing is asked or looked for. */
function tellsStuff({ text, language }: Question, { view }: { view: KnowledgeView }): boolean {
  return !text.includes("?") && !NAMES_SEEKING.test(text) && namesStuff(text, { language, view });
}

/** A new place takes the old one's. */
function keptFor(told: StreamConditions, last: PartnerRequest): PartnerRequest {
  const { places, parks, ...kept } = last;
  if (told.places !== undefined || told.parks !== undefined) return kept;
  return { ...kept, ...(places === undefined ? {} : { places }), ...(parks === undefined ? {} : { parks }) };
}

/** Physical states as one word, which is an answer only where they are asked for: "sludge" is stuff elsewhere. */
const FORMS: readonly (readonly [RegExp, PartnerRequest["form"]])[] = [
  [/(?<!\p{L})(?:solids?|powder|kiinte\p{L}*|jauhe\p{L}*|fast|pulver)(?!\p{L})/iu, "solid"],
  [/(?<!\p{L})(?:sludge|slurry|liet\p{L}*|slam)(?!\p{L})/iu, "sludge"],
  [/(?<!\p{L})(?:liquid|fluid|neste\p{L}*|vätska|flytande)(?!\p{L})/iu, "liquid"],
  [/(?<!\p{L})(?:gas|gaseous|kaasu\p{L}*|gasformig\p{L}*)(?!\p{L})/iu, "gas"],
];

function bareForm(text: string): PartnerRequest["form"] {
  return FORMS.find(([pattern]) => pattern.test(text))?.[1];
}

function yesOrNo(text: string): "yes" | "no" | undefined {
  if (NO.test(text)) return "no";
  return YES.test(text) ? "yes" : undefined;
}
