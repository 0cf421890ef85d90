import type { Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { StreamQuery } from "../query/stream-query.ts";
import { partCompounds } from "./part-compounds.ts";
import type { Question } from "./question.ts";
import { readRanking, readWasteCode, readYears } from "./read-conditions.ts";
import { readExceptions } from "./read-exceptions.ts";
import { readProducers } from "./read-producers.ts";
import { readPlainBound, readQuantity } from "./read-quantity.ts";
import { findStreamNames, joined, joinsStuffs, readStreamNames } from "./read-stream-names.ts";
import { COURTESY, GENERIC, PLAIN_NOUN, STREAM_NOUN } from "./stream-request-words.ts";
import { MEASURE_WORDS, STREAM_WORDS } from "./stream-words.ts";
import { UnreadText } from "./unread-text.ts";

/** A question as far as it is one to the side-stream table. */
export interface ReadStreamQuery {
  query: StreamQuery;
  /** Whether side streams, by-products or waste are spoken of. */
  namesStreams: boolean;
  /** Content words that no filter explains; a question with any is not understood. */
  left: readonly string[];
  /** The question with blanks where it has been read. */
  unread: string;
}

/**
 * Reads a question as one to the side-stream table: its filters, order and measure.
 *
 * Everything is read that can be; whether the question is one to the table at all is for the caller, who sees by
 * `left` which words no filter explains.
 */
export function readStreamQuery(
  question: Question,
  context: { view: KnowledgeView; reader: Reader },
): ReadStreamQuery {
  const { view, reader } = context;
  const text = new UnreadText(question.text);
  const query: StreamQuery = {};
  readIdsAndAmount(text, query);
  readYears(text, query);
  const names = findStreamNames(question, view);
  readExceptions(text, { query, names, view, reader, parts: question.matches });
  // "Solid carbon" is a material and no solid form: names of several words come first.
  readStreamNames(text, {
    query,
    names: names.filter(({ wordCount }) => wordCount > 1),
    view,
    reader,
    parts: question.matches,
  });
  readRanking(text, query);
  const isClear = readValues(text, query);
  const namesStreams = STREAM_NOUN.test(question.text) || PLAIN_NOUN.test(question.text);
  text.read(PLAIN_NOUN);
  readStreamNames(text, {
    query,
    names: names.filter(({ wordCount }) => wordCount === 1),
    view,
    reader,
    parts: question.matches,
  });
  readProducers(text, { query, view, reader });
  if (query.materials !== undefined && query.categories !== undefined)
    query.isBothStuffs = !joinsStuffs(question.text, names);
  text.read(STREAM_NOUN);
  // "Xyzströmmar" asks for some streams, and nobody knows which.
  const { unknown } = partCompounds(question.text, { language: question.language, view });
  const left = text.leftWords(question.language).filter((word) => !GENERIC.test(word));
  const unclear = [...unknown, ...(isClear ? [] : ["…"])];
  return { query, namesStreams, left: [...left, ...unclear], unread: text.rest };
}

function readIdsAndAmount(text: UnreadText, query: StreamQuery): void {
  const ids = text.original.match(/(?<![\p{L}\d])SS\d{3,}(?!\d)/gu);
  if (ids !== null) {
    query.ids = [...new Set(ids)];
    text.read(/(?<![\p{L}\d])SS\d{3,}(?!\d)/u);
  }
  text.read(COURTESY);
  readWasteCode(text, query);
  const quantity = readQuantity(text.rest) ?? readPlainBound(text.rest);
  if (quantity !== undefined) {
    query.quantity = quantity.range;
    for (const span of quantity.spans) text.take(span);
  }
}

/**
 * Reads the values of the table's columns: hazard, status, form, grouping, measure.
 *
 * @returns Whether none contradicts another.
 */
function readValues(text: UnreadText, query: StreamQuery): boolean {
  for (const [pattern, status] of DENIED_STATUSES) {
    if (text.read(pattern) !== undefined) query.notStatuses = joined(query.notStatuses, status);
  }
  let isClear = true;
  for (const [pattern, filters] of STREAM_WORDS) {
    if (text.read(pattern) !== undefined) isClear = addFilters(query, filters) && isClear;
  }
  for (const [pattern, measure] of MEASURE_WORDS) {
    const match = text.read(pattern);
    if (match !== undefined) query.measure ??= measure;
  }
  return isClear;
}

/**
 * Adds filters to a query: "sold or stored" are both statuses; a second value of anything else contradicts the first.
 *
 * @returns Whether nothing was contradicted.
 */
function addFilters(query: StreamQuery, filters: Partial<StreamQuery>): boolean {
  const known: Record<string, unknown> = query;
  let isClear = true;
  for (const [key, value] of Object.entries(filters)) {
    const before = known[key];
    if (Array.isArray(before) && Array.isArray(value)) known[key] = [...new Set([...before, ...value])];
    else if (before === undefined) known[key] = value;
    else if (before !== value) isClear = false;
  }
  return isClear;
}

/** "Not sold", "ei hyödynnetä paikan päällä": the rows whose status is another. */
const DENIED_STATUSES = STREAM_WORDS.flatMap(([pattern, { statuses }]) => {
  const [status] = statuses ?? [];
  if (status === undefined) return [];
  const denial =
    "(?<!\\p{L})(?:not|never|aren't|isn't|ei|eivät|ei ole|eivät ole|ei vielä|inte|icke|ännu inte)\\s+(?:yet |currently |being |already |vielä |ole |ännu |redan |är )?";
  return [[new RegExp(`${denial}(?:${pattern.source})`, "iu"), status] as const];
});
