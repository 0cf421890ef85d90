import type { ConceptMatch } from "../../indexer/index.ts";
import type { Reader } from "../../knowledge/languages.ts";
import { STREAM_CATEGORIES } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { StreamQuery } from "../query/stream-query.ts";
import type { Question } from "./question.ts";
import { readRanking, readWasteCode, readYears } from "./read-conditions.ts";
import { readProducers } from "./read-producers.ts";
import { readPlainBound, readQuantity } from "./read-quantity.ts";
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
  const ids = question.text.match(/(?<![\p{L}\d])SS\d{3,}(?!\d)/gu);
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
  readYears(text, query);
  const names = namesOf(question, view);
  // "Solid carbon" is a material and no solid form: names of several words come first.
  readNames(text, {
    query,
    names: names.filter(({ wordCount }) => wordCount > 1),
    view,
    reader,
    parts: question.matches,
  });
  readRanking(text, query);
  for (const [pattern, status] of DENIED_STATUSES) {
    if (text.read(pattern) !== undefined) query.notStatuses = joined(query.notStatuses, status);
  }
  for (const [pattern, filters] of STREAM_WORDS) {
    if (text.read(pattern) !== undefined) Object.assign(query, { ...filters, ...query });
  }
  for (const [pattern, measure] of MEASURE_WORDS) {
    const match = text.read(pattern);
    if (match !== undefined) query.measure ??= measure;
  }
  const namesStreams = STREAM_NOUN.test(question.text) || PLAIN_NOUN.test(question.text);
  text.read(PLAIN_NOUN);
  readNames(text, {
    query,
    names: names.filter(({ wordCount }) => wordCount === 1),
    view,
    reader,
    parts: question.matches,
  });
  readProducers(text, { query, view, reader });
  if (query.materials !== undefined && query.categories !== undefined)
    query.isBothStuffs = !JOINS.test(question.text);
  text.read(STREAM_NOUN);
  const left = text.leftWords(question.language).filter((word) => !GENERIC.test(word));
  return { query, namesStreams, left, unread: text.rest };
}

/** "Not sold", "ei hyödynnetä paikan päällä": the rows whose status is another. */
const DENIED_STATUSES = STREAM_WORDS.flatMap(([pattern, { statuses }]) => {
  const [status] = statuses ?? [];
  if (status === undefined) return [];
  const denial =
    "(?<!\\p{L})(?:not|never|aren't|isn't|ei|eivät|ei ole|eivät ole|ei vielä|inte|icke|ännu inte)\\s+(?:yet |currently |being |already |vielä |ole |ännu |redan |är )?";
  return [[new RegExp(`${denial}(?:${pattern.source})`, "iu"), status] as const];
});

/** "Ash and slag" are either, "zinc slag" is both. */
const JOINS = /(?:,|\/|(?<!\p{L})(?:and|or|as well as|ja|sekä|tai|och|eller|samt)(?!\p{L}))/iu;

type StreamCategory = (typeof STREAM_CATEGORIES)[number];
type Name = ConceptMatch & { word: string };

/** Names of materials, places and parks in the question, longest first; parts only of compounds with "stream". */
function namesOf(question: Question, view: KnowledgeView): Name[] {
  const found = question.matches.flatMap((match): Name[] => {
    if (match.concept.kind === "word") return [];
    const word = question.text.slice(match.start, match.end);
    if (match.share === 1) return [{ ...match, word }];
    const isHeaded = match.wordCount === 1 && STREAM_NOUN.test(word);
    return isHeaded && isMaterial(match.concept.id, view) ? [{ ...match, word }] : [];
  });
  return found.sort((a, b) => b.end - b.start - (a.end - a.start));
}

const CATEGORIES: ReadonlySet<string> = new Set(STREAM_CATEGORIES);
/** Concepts that say no more than that something is a stream. */
const STREAM_CONCEPTS = new Set(
  ["side-stream", "by-product", "waste", "industrial-symbiosis", "material-flow", "raw-material"].map(
    (id) => `trade:${id}`,
  ),
);

function isMaterial(id: string, view: KnowledgeView): boolean {
  return !STREAM_CONCEPTS.has(id) && view.materials.has(id);
}

function readNames(
  text: UnreadText,
  context: {
    query: StreamQuery;
    names: readonly Name[];
    view: KnowledgeView;
    reader: Reader;
    /** All matches of the question, parts of longer ones too. */
    parts: readonly ConceptMatch[];
  },
): void {
  const { query, names } = context;
  for (const span of new Set(names.map(({ start, end }) => `${start}-${end}`))) {
    const here = names.filter(({ start, end }) => `${start}-${end}` === span);
    const [first] = here;
    if (first === undefined || text.rest.slice(first.start, first.end).trim() === "") continue;
    if (!text.rest.slice(first.start, first.end).includes(text.original.slice(first.start, first.end)))
      continue;
    const category = categoryOfWaste(first, context);
    if (category !== undefined) query.categories = joined(query.categories, category);
    const isRead = category !== undefined || here.map((name) => readName(name, context)).some(Boolean);
    if (isRead) text.take([first.start, first.end]);
  }
}

/** "Wood waste" and "muovijäte" are whatever the category holds, and not the special waste that bears the name too. */
function categoryOfWaste(
  name: Name,
  context: { names: readonly Name[]; view: KnowledgeView; parts: readonly ConceptMatch[] },
): StreamCategory | undefined {
  if (!STREAM_END.test(name.word)) return undefined;
  const inside = context.parts.filter(
    ({ start, end, share, concept }) =>
      share < 1 && start >= name.start && end <= name.end && concept.id !== name.concept.id,
  );
  return STREAM_CATEGORIES.find((category) =>
    inside.some(({ concept }) => concept.id === `trade:${category}`),
  );
}

const STREAM_END = /(?:waste|wastes|residues?|jät\p{L}*|jätte\p{L}*|avfall\p{L}*|rester(?:na)?)$/iu;

/** @returns Whether the name means something to the table. */
function readName(name: Name, context: { query: StreamQuery; view: KnowledgeView; reader: Reader }): boolean {
  const { query, view, reader } = context;
  const { id, kind } = name.concept;
  const bare = id.slice(id.indexOf(":") + 1);
  if (kind === "park") query.parks = joined(query.parks, bare);
  else if (kind === "place") {
    // Outokumpu is a town and, far oftener here, a company.
    const producer = view.streams.hasPlace(bare, reader) ? undefined : view.findProducer(name.word, reader);
    if (producer !== undefined) query.producers = joined(query.producers, producer);
    else if (bare !== "finland") query.places = joined(query.places, bare);
  } else if (!isMaterial(id, view)) return STREAM_CONCEPTS.has(id);
  // Every row of the heat category is heat that is left over.
  else if (bare === "waste-heat") query.categories = joined(query.categories, "heat");
  else if (CATEGORIES.has(bare)) query.categories = joined(query.categories, bare as never);
  else query.materials = joined(query.materials, id);
  return true;
}

function joined<Value>(values: readonly Value[] | undefined, value: Value): Value[] {
  return [...new Set([...(values ?? []), value])];
}
