import type { Language, Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { findOffer, type ParkOfferId } from "../../query/park-offers.ts";
import type { ParkQuery } from "../../query/park-query.ts";
import { asksParks } from "../../understand/asks-parks.ts";
import type { Question } from "../../understand/question.ts";
import { readParkQuery } from "../../understand/read-park-query.ts";
import { composeReply, type ReplyDraft } from "../compose-reply.ts";
import { understandStreams } from "../streams/answer-streams.ts";
import { withheldLines } from "../withheld-lines.ts";
import { presentParkList } from "./present-park-list.ts";
import { PARK_LIST_TEXTS } from "./texts.ts";

interface ParkContext {
  view: KnowledgeView;
  reader: Reader;
}

/**
 * Reads a question as one for parks by what they offer, their place or their line of business.
 *
 * @returns Nothing when it is none, or not understood to the last word.
 */
export function understandParks(question: Question, context: ParkContext): ParkQuery | undefined {
  const { view } = context;
  if (view.index.tables.parks === undefined) return undefined;
  const read = readParkQuery(question, context);
  if (!read.namesParks && !read.asksWhere) return undefined;
  const isStreams = understandStreams(question, context) !== undefined;
  return asksParks(question, read, isStreams) ? read.query : undefined;
}

/**
 * Answers a question for parks with exact rows: "Missä puistoissa on laboratorio?".
 *
 * @returns Nothing when the question is none, or asks for the parks of a place that has none.
 */
export function answerParkList(question: Question, context: ParkContext): ReplyDraft | undefined {
  const query = understandParks(question, context);
  if (query === undefined) return undefined;
  const options = { ...context, language: question.replyLanguage };
  const draft = answerParkQuery(query, options);
  return draft ?? (query.offers === undefined ? undefined : composeNoParks(query, options));
}

/**
 * Answers a query with its parks.
 *
 * @returns Nothing when no park meets the query, and no source denies it.
 */
export function answerParkQuery(
  query: ParkQuery,
  context: ParkContext & { language: Language },
): ReplyDraft | undefined {
  const { view, reader } = context;
  const result = view.parks.run(query, reader);
  if (result.rows.length === 0 && result.denials.length === 0) return undefined;
  return presentParkList(result, { ...context, query, where: describeParkQuery(query, context) });
}

function composeNoParks(
  query: ParkQuery,
  context: ParkContext & { language: Language },
): ReplyDraft | undefined {
  const { view, reader, language } = context;
  // Where no park is known at all, there is nothing to be silent about it.
  if (view.parks.run({}, reader).rows.length === 0) return undefined;
  const where = describeParkQuery(query, context);
  const frame = PARK_LIST_TEXTS[language].none(where);
  const lines = [{ frame }, ...withheldLines(["parks", "parkFeatures"], context)];
  return { ...composeReply({ language, intent: "parks", lines }), parks: [] };
}

/** The filters of a query in words, so that the asker sees what was understood. */
function describeParkQuery(query: ParkQuery, context: { language: Language; view: KnowledgeView }): string {
  const { language, view } = context;
  const texts = PARK_LIST_TEXTS[language];
  const places = (query.places ?? []).map(
    (id) => view.index.tables.places?.find((place) => place.id === id)?.[language] ?? id,
  );
  const offers = (query.offers ?? []).map((id) =>
    findOffer(id) === undefined ? view.conceptLabel(id, language) : texts.offers[id as ParkOfferId],
  );
  const trades = (query.industries ?? []).map((id) => view.conceptLabel(id, language));
  const parts = [
    places.join(", "),
    offers.join(query.isAnyOffer === true ? texts.or : " + "),
    trades.length === 0 ? "" : texts.industry(trades.join(", ")),
  ].filter((part) => part !== "");
  return parts.join(" · ") || texts.all;
}
