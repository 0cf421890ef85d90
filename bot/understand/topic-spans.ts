import type { ConceptMatch } from "../../indexer/index.ts";
import type { Question } from "./question.ts";
import type { UnreadText } from "./unread-text.ts";

/** A stretch of a question that names a place, a park or a topic, with all it may mean. */
export interface TopicSpan {
  start: number;
  end: number;
  wordCount: number;
  /** Ids of parks, without `park:`. */
  parks: readonly string[];
  /** Ids of `places.csv`. */
  places: readonly string[];
  /** Concepts of the trade, or general words where it has none. */
  topics: readonly string[];
  /** Whether a compound ends in "company", "industry" and the like ("metalliyritykset"). */
  isHeaded: boolean;
}

/** The country that all the knowledge is of: a question that names it is narrowed by nothing. */
export const EVERYWHERE = "finland";

/** Share by which a compound of known parts names each of them. */
const PART_SHARE = 0.5;

/** Words that make a line of business or a company of what stands before them. */
const HEADS = new Set(
  ["company", "industry-sector", "industry", "sector", "industrial-company", "business"].map(
    (id) => `word:${id}`,
  ),
);

/**
 * Finds what a question names, longest stretches first.
 *
 * A compound counts by its parts only when its last part is a head: "metallföretag" names metal.
 */
export function topicSpans(question: Question): TopicSpan[] {
  const groups = Map.groupBy(question.matches, ({ start, end }) => `${start}-${end}`);
  return [...groups.values()]
    .map((matches) => toSpan(matches, question))
    .filter((span) => span !== undefined)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
}

function toSpan(matches: readonly ConceptMatch[], question: Question): TopicSpan | undefined {
  const [first] = matches;
  if (first === undefined) return undefined;
  const { start, end, wordCount } = first;
  const whole = matches.filter(({ share }) => share === 1);
  const parts = question.matches.filter(
    (match) => match.start >= start && match.end <= end && match.share >= PART_SHARE && match.share < 1,
  );
  const isHeaded =
    parts.some((match) => match.end === end && HEADS.has(match.concept.id)) &&
    (wordCount === 1 || whole.length > 0);
  const named = (isHeaded ? [...whole, ...parts] : whole).filter(({ concept }) => !HEADS.has(concept.id));
  if (named.length === 0) return undefined;
  const topics = named.filter(({ concept }) => concept.kind === "trade" || concept.kind === "word");
  const trades = topics.filter(({ concept }) => concept.kind === "trade");
  // "Kemi" with a small letter is chemistry in Swedish.
  const isName = topics.length === 0 || /\p{Lu}/u.test(question.text.charAt(start));
  const bare = (kind: "park" | "place") =>
    named
      .filter(({ concept }) => isName && concept.kind === kind)
      .map(({ concept }) => concept.id.slice(kind.length + 1));
  const [parks, places] = [bare("park"), bare("place")];
  const isPlace = parks.length + places.length > 0;
  const ids = (trades.length > 0 && !isHeaded ? trades : topics).map(({ concept }) => concept.id);
  return { start, end, wordCount, parks, places, topics: isPlace ? [] : [...new Set(ids)], isHeaded };
}

/** Whether no part of a span has been read yet. */
export function isUnread(span: { start: number; end: number }, text: UnreadText): boolean {
  return text.rest.slice(span.start, span.end) === text.original.slice(span.start, span.end);
}

/** Takes the places that are named and not read yet out of a text. */
export function takePlaces(text: UnreadText, spans: readonly TopicSpan[]): string[] {
  const named = spans.filter((span) => span.places.length > 0 && isUnread(span, text));
  for (const { start, end } of named) text.take([start, end]);
  return [...new Set(named.flatMap(({ places }) => places))].filter((id) => id !== EVERYWHERE);
}
