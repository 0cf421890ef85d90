import { type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { StreamRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { PartnerRequest } from "../partners/partner-request.ts";
import { ASKS_SOURCE, ASKS_TAKER, OWNS } from "./partner-words.ts";
import type { Question } from "./question.ts";
import type { Span } from "./question-spans.ts";
import { readWasteCode } from "./read-conditions.ts";
import { readAmount } from "./read-quantity.ts";
import { splitNeed } from "./split-need.ts";
import { STREAM_WORDS } from "./stream-words.ts";
import { UnreadText } from "./unread-text.ts";

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
  const asksTaker = ASKS_TAKER.test(text);
  const asksSource = !asksTaker && ASKS_SOURCE.test(text);
  if (asksSource) return readWanted(question, context);
  const request = readOffered(question, context);
  const stuff =
    request.stream !== undefined || hasStuff(request.description, question.language, context.view);
  if (asksTaker) {
    const isOwn =
      OWNS.test(text) ||
      /(?<!\p{L})(?:this|these|tämä\p{L}*|tälle|näille|denna|detta|dessa)(?!\p{L})/iu.test(text);
    return stuff || isOwn ? { request, sureness: "asked" } : undefined;
  }
  return stuff && isOffer(question, request) ? { request, sureness: "told" } : undefined;
}

/** Words that open a question of another kind. */
const ASKS =
  /\?|^\W*(?:who|what|which|where|when|why|how|is|are|does|do|did|can|could|tell|list|show|give|explain|describe|compare|kuka|mikä|mitä|mitkä|missä|mistä|mihin|milloin|miksi|miten|montako|paljonko|kuinka|onko|kerro|näytä|listaa|luettele|selitä|vertaa|vem|vad|vilk\p{L}+|var|när|varför|hur|finns|är|berätta|visa|lista|förklara|jämför)(?!\p{L})/iu;

/** A message that only tells of stuff: an amount of it, that one has it, or hardly anything but its name. */
function isOffer(question: Question, request: PartnerRequest): boolean {
  if (ASKS.test(question.text)) return false;
  const words = question.terms.filter((term) => !term.isName);
  const told = words.filter((term) =>
    [...term.concepts].some(([id, share]) => id.startsWith("trade:") && share >= 0.5),
  );
  const isMostly = words.length >= 2 && told.length / words.length >= 0.4;
  const hasOrigin = told.length > 0 && (ORIGIN.test(question.text) || question.text.includes(","));
  return request.amount !== undefined || OWNS.test(question.text) || isMostly || hasOrigin;
}

/** "Waste oil from workshops", "gipsspill från byggplatser", "öljyä korjaamoilta". */
const ORIGIN = /(?<!\p{L})(?:from|från|ur)(?!\p{L})|\p{L}{3,}(?:sta|stä|lta|ltä)(?!\p{L})/iu;

function hasStuff(text: string, language: Language, view: KnowledgeView): boolean {
  return view.partners.readStuff(text, language).some(({ weight }) => weight >= 0.3);
}

function readOffered(question: Question, context: { view: KnowledgeView; reader: Reader }): PartnerRequest {
  const { text, rest } = readConditions(question);
  const stream = findStream(question, { ...context, description: rest });
  return {
    direction: "give",
    description: rest,
    ...text,
    ...(stream === undefined ? {} : fromStream(stream, text)),
  };
}

function readWanted(
  question: Question,
  context: { view: KnowledgeView; reader: Reader },
): ReadPartnerRequest | undefined {
  const { view } = context;
  const { text, rest } = readConditions(question);
  const { own, wanted } = splitNeed(rest);
  const { language } = question;
  const named = view.partners.findClasses(own, language);
  const classes = named.length > 0 ? named : view.partners.findPurpose(rest, language);
  // "We make things of recycled plastic, where is raw material?": what is worked with is wanted.
  const sought = [wanted, ...(classes.length === 0 ? [own] : [])].find((words) =>
    hasStuff(words, language, view),
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

/** Amount, place, hazard, form and waste code; the rest of the words describes the stuff. */
export function readConditions(question: Question): {
  text: Omit<PartnerRequest, "direction" | "description">;
  rest: string;
} {
  const unread = new UnreadText(question.text);
  const amount = readAmount(unread.rest);
  if (amount !== undefined) unread.take(withOf(amount.span, question.text));
  const query: Parameters<typeof readWasteCode>[1] = {};
  readWasteCode(unread, query);
  for (const [pattern, filters] of STREAM_WORDS) {
    if (filters.hazardous === undefined || filters.hazardous === "unknown") continue;
    if (unread.read(pattern) !== undefined) query.hazardous ??= filters.hazardous;
  }
  const form = readForm(question.text);
  for (const match of question.matches) {
    if (match.share === 1 && (match.concept.kind === "place" || match.concept.kind === "park"))
      unread.take([match.start, match.end]);
  }
  const places = question.places.filter((id) => id !== "finland");
  return {
    rest: unread.rest.replace(/\s+/g, " ").trim(),
    text: {
      ...(amount === undefined ? {} : { amount: { dimension: amount.dimension, value: amount.value } }),
      ...(places.length === 0 ? {} : { places }),
      ...(question.parks.length === 0 ? {} : { parks: [...question.parks] }),
      ...(query.hazardous === undefined || query.hazardous === "unknown"
        ? {}
        : { hazardous: query.hazardous }),
      ...(query.wasteCode === undefined ? {} : { wasteCode: query.wasteCode }),
      ...(form === undefined ? {} : { form }),
    },
  };
}

/** "4000 tonnes of grain": the "of" belongs to the amount. */
function withOf([start, end]: Span, text: string): Span {
  const of = /^\s+(?:of|av)(?=\s)/iu.exec(text.slice(end));
  return [start, end + (of?.[0].length ?? 0)];
}

function readForm(text: string): PartnerRequest["form"] {
  for (const [pattern, { forms }] of STREAM_WORDS) {
    if (forms !== undefined && pattern.test(text)) return forms[0];
  }
  return undefined;
}

/** A row of the table that is meant: by its id, or by its producer and stuff ("Boliden's jarosite"). */
function findStream(
  question: Question,
  context: { view: KnowledgeView; reader: Reader; description: string },
): StreamRecord | undefined {
  const { view, reader, description } = context;
  const streams = (view.index.tables.streams ?? []).filter((row) => mayRead(reader, row.visibility));
  const id = /(?<![\p{L}\d])SS\d{3,}(?!\d)/u.exec(question.text)?.[0];
  if (id !== undefined) return streams.find((row) => row.id === id);
  const names = [...question.text.matchAll(/(?<!\p{L})\p{Lu}[\p{L}&]+/gu)].map(([word]) =>
    word.replace(/['’]s$/, ""),
  );
  const producers = names.map((word) => view.findProducer(word)).filter((name) => name !== undefined);
  if (producers.length === 0) return undefined;
  const stuff = new Set(
    view.partners
      .readStuff(description, question.language)
      .filter(({ weight, isNear }) => weight >= 0.5 && isNear !== true)
      .map((thing) => `trade:${thing.id}`),
  );
  return streams.find(
    (row) =>
      producers.some((name) =>
        `${row.producer_en} ${row.producer_fi} ${row.producer_sv}`.toLowerCase().includes(name),
      ) && [...view.streamConcepts(row)].some(([concept, share]) => share === 1 && stuff.has(concept)),
  );
}

/** What the row tells completes what the asker told. */
function fromStream(
  stream: StreamRecord,
  told: Omit<PartnerRequest, "direction" | "description">,
): Partial<PartnerRequest> {
  const { id, park, form, hazardous, waste_code } = stream;
  return {
    stream: id,
    parks: told.parks ?? [park],
    form: told.form ?? form,
    ...(told.hazardous === undefined && hazardous !== "unknown" ? { hazardous } : {}),
    ...(told.wasteCode === undefined && waste_code !== undefined ? { wasteCode: waste_code } : {}),
  };
}
