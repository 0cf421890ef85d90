import type { Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { STREAM_FILTERS, type StreamQuery } from "../query/stream-query.ts";
import { changesMeaning } from "./asks-streams.ts";
import type { Memory } from "./memory.ts";
import type { Question } from "./question.ts";
import { readStreamQuery } from "./read-stream-query.ts";

/** A follow-up to rows that were shown: the query to run now, and how many of its rows are known already. */
export interface StreamFollowUp {
  query: StreamQuery;
  skip: number;
}

const MORE =
  /^\W*(?:(?:yes|please|ok|okay|joo|kyllä|ja|tack)[,\s]+)?(?:(?:please |can you |could you )?(?:show|give|list|näytä|näyttäkää|anna|listaa|visa|ge|lista)\s+)?(?:(?:me|minulle|mig|the|vielä|de|ännu)\s+)*(?:more|(?:the )?(?:rest|others?|remaining|next)(?: (?:ones|rows|page))?|all of them|lisää|loput|muutkin|muut|seuraavat|seuraava sivu|enemmän|fler|mer|resten|övriga|de övriga|nästa(?: sida)?)(?:[\s,]+(?:rows|rivejä|rader|of them|please|kiitos|tack|niistä|av dem))*\W*$/iu;

/** Words that point back to the rows shown. */
const POINTS_BACK =
  /(?<!\p{L})(?:only|just|of (?:those|these|them)|(?:those|these|the ones|ones)|which of (?:them|those|these)|how about|what about|and (?:in|at|for|from|the)|and|then|now|instead|also|sort|order|narrow|vain|ainoastaan|pelkästään|pelkät|niistä|näistä|noista|niiden|näiden|ne|nämä|entä|entäs|entäpä|ja|sitten|rajaa|järjestä|lajittele|bara|endast|enbart|av (?:dem|dessa|de)|dem|dessa|de som|vilka av|hur är det|och|då|sortera|ordna|begränsa)(?!\p{L})/iu;
const MOST_WORDS = 12;

/**
 * Reads a message as one that narrows, changes or goes on with the rows last shown: "only the hazardous ones",
 * "entä Kokkolassa?", "störst först", "show more".
 *
 * @returns Nothing when no rows were shown, or the message is a question of its own.
 */
export function followUpStreams(
  question: Question,
  context: { memory: Memory; view: KnowledgeView; reader: Reader },
): StreamFollowUp | undefined {
  const { memory } = context;
  const last = memory.streams;
  if (last === undefined || question.text.split(/\s+/).length > MOST_WORDS) return undefined;
  if (MORE.test(question.text)) return { query: last.query, skip: last.shown };
  const read = readStreamQuery(question, context);
  const { query } = read;
  const left = read.left.filter((word) => !POINTS_BACK.test(word));
  if (left.length > 0 || Object.keys(query).length === 0) return undefined;
  const isOwn = read.namesStreams || query.materials !== undefined || query.categories !== undefined;
  if (isOwn && !POINTS_BACK.test(question.text)) return undefined;
  if (changesMeaning(read.unread.replace(POINTS_BACK, " "))) return undefined;
  return { query: merge(last.query, query), skip: 0 };
}

/** Filters that are replaced together: a new place takes the old one's, whether park or municipality. */
const SETS: readonly (readonly (keyof StreamQuery)[])[] = [
  ["parks", "places"],
  ["materials", "categories", "isBothStuffs", "ids"],
];

function merge(last: StreamQuery, next: StreamQuery): StreamQuery {
  const kept: StreamQuery = { ...last };
  for (const set of SETS) {
    if (set.some((key) => next[key] !== undefined)) for (const key of set) delete kept[key];
  }
  // "The three largest", then "only in Kokkola": the limit belonged to the rows as they were.
  const narrows = STREAM_FILTERS.some((key) => next[key] !== undefined);
  if (next.groupBy === undefined && (next.sort !== undefined || next.limit !== undefined))
    delete kept.groupBy;
  if (next.sort !== undefined && next.limit === undefined && !narrows) delete kept.limit;
  return { ...kept, ...next };
}
