import { z } from "zod";
import type { Language, Reader } from "../../../knowledge/languages.ts";
import { STREAM_FILTERS, type StreamQuery, streamQuerySchema } from "../../query/stream-query.ts";

/** A wish to be told when the table gets new rows that meet a query. */
export interface Alert {
  id: number;
  /** Whose it is: key of a conversation. In a group or channel it belongs to all who are there. */
  conversation: string;
  /** By this number its owner speaks of it: 1 for the first of a conversation. */
  number: number;
  /** Who made it, where the channel tells and the conversation is not shared. */
  person: string | undefined;
  /** Language of the messages. */
  language: Language;
  /** Rank when it was made: never is more told than this rank may see. */
  reader: Reader;
  state: "active" | "paused";
  /** What is watched; see {@link watchedQuery}. */
  query: StreamQuery;
  /** Milliseconds since 1970. */
  created: number;
}

/** How a stored query is read back. */
export const watchedSchema = z.object({ query: streamQuerySchema });

/**
 * The part of a query that decides which rows belong to it. Order, number, groups and sums of an answer tell nothing
 * of what is new.
 */
export function watchedQuery(query: StreamQuery): StreamQuery {
  const kept = STREAM_FILTERS.filter((key) => query[key] !== undefined).map((key) => [key, query[key]]);
  return Object.fromEntries(kept) as StreamQuery;
}

/**
 * Writes a query so that equal ones are equal texts, in whatever order their parts came.
 *
 * @example
 * ```ts
 * queryKey({ places: ["b", "a"] }) === queryKey({ places: ["a", "b"] }); // true
 * ```
 */
export function queryKey(query: StreamQuery): string {
  return JSON.stringify(sorted(query));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort();
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]),
  );
}
