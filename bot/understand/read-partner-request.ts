import { splitSentences } from "../../indexer/index.ts";
import type { Language, Reader } from "../../knowledge/languages.ts";
import type { StreamRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { PartnerRequest } from "../partners/partner-request.ts";
import { findCompany, findStream } from "./find-named-rows.ts";
import {
  ASKS_LAW,
  ASKS_SOURCE,
  ASKS_TAKER,
  ASKS_USES,
  LOCATES,
  NAMES_SEEKING,
  NAMES_TAKER,
  OWNS,
  SEEKS,
  SEEKS_KNOWLEDGE,
} from "./partner-words.ts";
import type { Question } from "./question.ts";
import { readStreamConditions, type StreamConditions } from "./read-stream-conditions.ts";
import { splitNeed } from "./split-need.ts";

/** How sure it is that a partner is looked for. */
export type PartnerSureness =
  /** "Who could use our fly ash?" */
  | "asked"
  /** "12 000 t of crushed concrete near Oulu": told, not asked. */
  | "told";

export interface ReadPartnerRequest {
  request: PartnerRequest;
  sureness: PartnerSureness;
}

/**
 * Reads a message as a search for the other side of an exchange.
 *
 * @returns Nothing when none is looked for, or nothing is known of what is offered or wanted and it is not said to be
 * the asker's own.
 */
export function readPartnerRequest(
  question: Question,
  context: { view: KnowledgeView; reader: Reader },
): ReadPartnerRequest | undefined {
  const { text } = question;
  if (ASKS_FACT.test(text) || LOCATES.test(text) || ASKS_LAW.test(text)) return undefined;
  const request = readOffered(question, context);
  const isKnown =
    request.stream !== undefined ||
    namesStuff(request.description, { ...context, language: question.language });
  const isOwn = MEANS_OWN.test(text);
  // "Mihin 22 000 t lentotuhkaa Kemistä voisi kelvata?": amount and place part the words that ask.
  const asksTaker = ASKS_TAKER.test(text) || (isKnown && ASKS_TAKER.test(request.description));
  const isAsked = asksTaker && !ASKS_STUFF.test(text);
  if (isAsked) return isKnown || isOwn ? { request, sureness: "asked" } : undefined;
  const isGeneral = request.stream === undefined && !namesSomebody(question);
  if (ASKS_USES.test(text)) return isKnown && isGeneral ? { request, sureness: "told" } : undefined;
  const seeksKnowledge = SEEKS_KNOWLEDGE.test(text);
  if (seeksKnowledge && !NAMES_TAKER.test(text)) return undefined;
  // "Is CABB looking for anything?" asks a fact of somebody else.
  const isFact = ASKS_OF_OTHERS.test(text) && !isOwn;
  if (ASKS_SOURCE.test(text) && !seeksKnowledge) return isFact ? undefined : readWanted(question, context);
  return readLoosely(question, { ...context, request, isKnown, isOwn });
}

function namesSomebody({ parks, places, terms }: Question): boolean {
  return parks.length > 0 || places.length > 0 || terms.some(({ isName }) => isName);
}

/** Messages whose words only hint at a search: an offer or a need is told, and takers or sources are spoken of. */
function readLoosely(
  question: Question,
  context: {
    view: KnowledgeView;
    reader: Reader;
    request: PartnerRequest;
    isKnown: boolean;
    isOwn: boolean;
  },
): ReadPartnerRequest | undefined {
  const { request, isKnown, isOwn } = context;
  const { text, language } = question;
  const [first = text] = splitSentences(text);
  const tells = !STARTS_ASKING.test(first);
  const isOffered = request.amount !== undefined || isOwn || text.includes(",") || first !== text.trim();
  const isTaker = isKnown && tells && isOffered && NAMES_TAKER.test(text);
  if (isTaker && !SEEKS.test(text)) return { request, sureness: "asked" };
  const wanted = (tells || isOwn) && NAMES_SEEKING.test(text) ? readWanted(question, context) : undefined;
  const { classes, description = "" } = wanted?.request ?? {};
  const isNamed = namesStuff(description, { ...context, language });
  const isNeed = isNamed
    ? classes !== undefined || isOwn
    : classes !== undefined && tells && (isOwn || FEEDSTOCK.test(text));
  if (wanted !== undefined && isNeed) return wanted;
  if (isTaker) return { request, sureness: "asked" };
  return isKnown && isOffer(question, request) ? { request, sureness: "told" } : undefined;
}

/** "Vilka sidoströmmar kunde vi ta emot?": the taker is the asker. */
const ASKS_STUFF =
  /(?<!\p{L})vil(?:ka|ken|ket) (?!företag|bransch|industri|aktör|kund|köpare|part)\p{L}+ (?:kan|kunde|skulle) (?:vi|jag|man|vår\p{L}*)(?!\p{L})/iu;

/** What is looked for without a name. */
const FEEDSTOCK =
  /(?<!\p{L})(?:feed ?stocks?|raw materials?|inputs?|raaka-?aine\p{L}*|syöt(?:e|että|teitä)|råvar\p{L}*|insatsvar\p{L}*|substrat\p{L}*)(?!\p{L})/iu;

/** "We have", "our", "this": the stuff is the asker's own. */
const MEANS_OWN = new RegExp(
  `(?:${OWNS.source})|(?<!\\p{L})(?:this|these|tämä\\p{L}*|tälle|näille|denna|detta|dessa|\\p{L}{3,}mme|\\p{L}{3,}(?:llamme|ltamme))(?!\\p{L})`,
  "iu",
);

/** Words that open a question, at the start of a sentence or close to it. */
const STARTS_ASKING =
  /^\W*(?:\p{L}+\s+){0,2}?(?:who|whom|whose|what|which|where|when|why|how|is|are|does|do|did|can|could|should|must|tell|list|show|give|explain|describe|compare|kuka|kenen|kenelle|keneltä|ketkä|mikä|minkä|mitä|mitkä|missä|mistä|mihin|millä|millainen|milloin|miksi|miten|montako|paljonko|kuinka|onko|eikö|voiko|pitääkö|saako|kerro|näytä|listaa|luettele|selitä|vertaa|vem|vems|vad|vilk\p{L}+|var|vart|varifrån|när|varför|hur|finns|är|kan|får|ska|måste|berätta|visa|lista|förklara|jämför)(?!\p{L})/iu;
const ASKS = new RegExp(`\\?|${STARTS_ASKING.source}`, "iu");

const ASKS_OF_OTHERS =
  /^\W*(?:is|are|was|were|does|do|did|has|have|onko|oliko|tarvitseeko|etsiikö|hakeeko|är|har|behöver|söker|what does|what is|mitä \p{L}+ (?:tarvitsee|etsii)|vad (?:behöver|söker))(?!\p{L})/iu;

/** "How much bark does the plant need a year?" asks for a figure that somebody knows, and for no partner. */
const ASKS_FACT =
  /^\W*(?:how (?:much|many|long|often|big|large|old)|when|why|(?:which|what) (?:year|time)|kuinka (?:paljon|monta|moni|suuri|pitkään|usein)|paljonko|montako|milloin|miksi|minä vuonna|hur (?:mycket|många|länge|ofta|stor\p{L}*)|när|varför|vilket år)(?!\p{L})/iu;

/** A message that only tells of stuff: an amount of it, that one has it, or hardly anything but its name. */
function isOffer(question: Question, request: PartnerRequest): boolean {
  if (ASKS.test(question.text)) return false;
  const words = question.terms.filter((term) => !term.isName);
  const told = words.filter((term) =>
    [...term.concepts].some(([id, share]) => id.startsWith("trade:") && share >= 0.5),
  );
  // "Slag in Tornio" looks for rows rather than for somebody who takes it.
  const isPlaced = (request.places ?? request.parks) !== undefined;
  const isMostly = !isPlaced && words.length >= 2 && told.length / words.length >= 0.4;
  const hasOrigin = told.length > 0 && (ORIGIN.test(question.text) || question.text.includes(","));
  return request.amount !== undefined || OWNS.test(question.text) || isMostly || hasOrigin;
}

/** "Waste oil from workshops", "gipsspill från byggplatser", "öljyä korjaamoilta". */
const ORIGIN = /(?<!\p{L})(?:from|från|ur)(?!\p{L})|\p{L}{3,}(?:sta|stä|lta|ltä)(?!\p{L})/iu;

/** Tells whether words name stuff of which something is known. */
export function namesStuff(text: string, context: { language: Language; view: KnowledgeView }): boolean {
  const { language, view } = context;
  return view.partners.readStuff(text, language).some(({ weight }) => weight >= 0.3);
}

function readOffered(question: Question, context: { view: KnowledgeView; reader: Reader }): PartnerRequest {
  const { text, rest } = readStreamConditions(question);
  const { language } = question;
  const { view } = context;
  const stuff = view.partners.readStuff(rest, language);
  const stream = findStream(question, { ...context, stuff });
  const isNamed = stream !== undefined || namesStuff(rest, { language, view });
  return {
    direction: "give",
    description: isNamed ? rest : (namesOfCode(text.wasteCode, { language, view }) ?? rest),
    ...text,
    ...(stream === undefined ? {} : fromStream(stream, text)),
  };
}

/** A code of so many things says too little of what is offered. */
const MOST_OF_CODE = 4;

/** "10 01 02" is fly ash: a code alone names what the table of uses has under it. */
function namesOfCode(
  code: string | undefined,
  { language, view }: { language: Language; view: KnowledgeView },
): string | undefined {
  if (code === undefined) return undefined;
  const coded = view.partners.materials.codedAs(code);
  if (coded.length === 0 || coded.length > MOST_OF_CODE) return undefined;
  return coded.map((id) => view.conceptLabel(`trade:${id}`, language)).join(", ");
}

function readWanted(
  question: Question,
  context: { view: KnowledgeView; reader: Reader },
): ReadPartnerRequest | undefined {
  const { view } = context;
  const { text, rest } = readStreamConditions(question);
  const { own, wanted } = splitNeed(rest);
  const { language } = question;
  const company = findCompany(question.text, context);
  const named = company?.receiver_classes.length
    ? company.receiver_classes
    : view.partners.findClasses(own, language);
  const classes = named.length > 0 ? named : view.partners.findPurpose(rest, language);
  // "We make things of recycled plastic, where is raw material?": what is worked with is wanted.
  const sought = [wanted, ...(classes.length === 0 ? [own] : [])].find((words) =>
    namesStuff(words, { language, view }),
  );
  if (sought === undefined && classes.length === 0) return undefined;
  return {
    sureness: "asked",
    request: {
      direction: "take",
      description: sought ?? "",
      ...text,
      ...(classes.length === 0 ? {} : { classes: [...classes] }),
    },
  };
}

/** What the row tells completes what the asker told. */
function fromStream(stream: StreamRecord, told: StreamConditions): Partial<PartnerRequest> {
  const { id, park, form, hazardous, waste_code } = stream;
  return {
    stream: id,
    parks: told.parks ?? [park],
    form: told.form ?? form,
    ...(told.hazardous === undefined && hazardous !== "unknown" ? { hazardous } : {}),
    ...(told.wasteCode === undefined && waste_code !== undefined ? { wasteCode: waste_code } : {}),
  };
}
