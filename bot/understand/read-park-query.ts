import type { Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { ParkQuery } from "../query/park-query.ts";
import { BUSINESS_WORDS, COUNT_WORDS } from "./company-words.ts";
import {
  ASKS_WHERE,
  FOR_COMPANIES,
  OFFER_CONCEPTS,
  OFFER_WORDS,
  PARK_GENERIC,
  PARK_NOUN,
  SITE_NOUN,
  UTILITY_WORDS,
} from "./park-words.ts";
import type { Question } from "./question.ts";
import { COURTESY } from "./stream-request-words.ts";
import { isUnread, type TopicSpan, takePlaces, topicSpans } from "./topic-spans.ts";
import { UnreadText } from "./unread-text.ts";

/** A question as far as it is one for parks. */
export interface ReadParkQuery {
  query: ParkQuery;
  /** Whether parks in general are spoken of. */
  namesParks: boolean;
  /** Whether it asks where something is. */
  asksWhere: boolean;
  /** Whether infrastructure or utilities are named, so that no side stream is meant. */
  namesUtilities: boolean;
  /** Content words that no filter explains; a question with any is not understood. */
  left: readonly string[];
  /** The question with blanks where it has been read. */
  unread: string;
}

interface ReadContext {
  view: KnowledgeView;
  reader: Reader;
}

/** Reads a question as one for parks by what they offer; see {@link readStreamQuery} for the method. */
export function readParkQuery(question: Question, context: ReadContext): ReadParkQuery {
  const text = new UnreadText(question.text);
  text.read(COURTESY);
  const query: ParkQuery = {};
  const spans = topicSpans(question).filter(
    ({ topics }) => !topics.every((id) => NO_TOPIC.test(id)) || topics.length === 0,
  );
  const places = takePlaces(text, spans);
  if (places.length > 0) query.places = places;
  text.read(FOR_COMPANIES);
  const namesUtilities = text.read(UTILITY_WORDS) !== undefined;
  const asksWhere = ASKS_WHERE.test(question.text);
  const namesSites = SITE_NOUN.test(question.text);
  const namesParks = PARK_NOUN.test(question.text) || namesSites;
  const offers = new Set<string>();
  for (const [pattern, offer] of OFFER_WORDS) if (text.read(pattern) !== undefined) offers.add(offer);
  if (text.read(COUNT_WORDS) !== undefined) query.measure = "count";
  text.read(SITE_NOUN);
  text.read(PARK_NOUN);
  const hasBusiness = text.read(BUSINESS_WORDS) !== undefined;
  readTopics(text, { query, spans, offers, hasBusiness, ...context });
  if (offers.size > 0) query.offers = [...offers];
  if (offers.size > 1 && EITHER.test(question.text)) query.isAnyOffer = true;
  // Who asks where something is means any place.
  if (namesSites || (asksWhere && !namesParks)) query.kinds = ["park", "site"];
  const left = text.leftWords(question.language).filter((word) => !PARK_GENERIC.test(word));
  return { query, namesParks, asksWhere, namesUtilities, left, unread: text.rest };
}

const EITHER = /(?<!\p{L})(?:or|tai|eller)(?!\p{L})/iu;

/** Concepts of the knowledge as a whole, and general words: a question that names them is about nothing in particular. */
export const NO_TOPIC =
  /^(?:trade:(?:industrial-park|eco-industrial-park|park-network|industrial-symbiosis|circular-economy)|word:(?:park|company|area|region|site|place|municipality|table|list|offer|plant|industry|industry-sector))$/;

/** What is left that the vocabulary knows: an offer, a thing in some park's infrastructure, or a line of business. */
function readTopics(
  text: UnreadText,
  context: ReadContext & {
    query: ParkQuery;
    spans: readonly TopicSpan[];
    offers: Set<string>;
    hasBusiness: boolean;
  },
): void {
  const { query, spans, offers, hasBusiness, view, reader } = context;
  for (const span of spans) {
    if (span.topics.length === 0 || !isUnread(span, text)) continue;
    if (PARK_GENERIC.test(text.original.slice(span.start, span.end))) continue;
    const isBusiness = hasBusiness || span.isHeaded;
    // General words ("use", "plan") stand in cells too, and tell nothing.
    const topics = span.topics.filter((id) => id.startsWith("trade:"));
    const known = topics.map((id) => OFFER_CONCEPTS[id]).find((id) => id !== undefined);
    const named = topics.find((id) => view.parks.offers(id, reader));
    const offer = isBusiness ? undefined : (known ?? named);
    const trades = topics.filter((id) => view.parks.hasIndustry(id, reader));
    if (offer !== undefined) offers.add(offer);
    else if (trades.length > 0) query.industries = [...new Set([...(query.industries ?? []), ...trades])];
    else continue;
    text.take([span.start, span.end]);
  }
}
