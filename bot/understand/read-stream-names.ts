import type { ConceptMatch } from "../../indexer/index.ts";
import type { Reader } from "../../knowledge/languages.ts";
import { STREAM_CATEGORIES } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { StreamQuery } from "../query/stream-query.ts";
import type { Question } from "./question.ts";
import { STREAM_NOUN } from "./stream-request-words.ts";
import type { UnreadText } from "./unread-text.ts";

const JOINS = /(?:,|\/|(?<!\p{L})(?:and|or|as well as|ja|sekä|tai|och|eller|samt)(?!\p{L}))/iu;

/**
 * Tells whether the materials of a question are named side by side: "ash and slag" is either, "zinc slag" is both.
 * An "and" between towns joins no materials.
 */
export function joinsStuffs(text: string, names: readonly StreamName[]): boolean {
  const stuffs = names.filter(({ concept }) => concept.kind === "trade" && !STREAM_CONCEPTS.has(concept.id));
  const from = Math.min(...stuffs.map(({ end }) => end));
  const to = Math.max(...stuffs.map(({ start }) => start));
  return JOINS.test(text.slice(from, Math.max(from, to)));
}

type StreamCategory = (typeof STREAM_CATEGORIES)[number];
/** A name in a question with the word it was found as. */
export type StreamName = ConceptMatch & { word: string };

/** Names of materials, places and parks in the question, longest first; parts only of compounds with "stream". */
export function findStreamNames(question: Question, view: KnowledgeView): StreamName[] {
  const found = question.matches.flatMap((match): StreamName[] => {
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

/** What names are read with. */
export interface NameContext {
  /** Where the filters go. */
  query: StreamQuery;
  names: readonly StreamName[];
  view: KnowledgeView;
  reader: Reader;
  /** All matches of the question, parts of longer ones too. */
  parts: readonly ConceptMatch[];
}

/** Reads names that have not been read yet into the query, and takes them out of the text. */
export function readStreamNames(text: UnreadText, context: NameContext): void {
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
  name: StreamName,
  context: { names: readonly StreamName[]; view: KnowledgeView; parts: readonly ConceptMatch[] },
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
function readName(
  name: StreamName,
  context: { query: StreamQuery; view: KnowledgeView; reader: Reader },
): boolean {
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

/** Adds a value to a list that may not be there yet, each value once. */
export function joined<Value>(values: readonly Value[] | undefined, value: Value): Value[] {
  return [...new Set([...(values ?? []), value])];
}
