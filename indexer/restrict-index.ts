import type { Reader } from "../knowledge/languages.ts";
import type { FieldVisibility } from "../knowledge/schema.ts";
import { hiddenParksOf, redactTablesInSteps } from "../knowledge/visibility/redact-tables.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";
import { NarrowedRetriever } from "./narrowed-retriever.ts";
import { doAtOnce, mapInSteps, type Steps } from "./pace.ts";
import { isForReader, type Passage } from "./passage.ts";

/**
 * An index as a reader may see it: tables without hidden rows and fields, passages that are for that rank, the names and
 * the frequency of words that these hold, and a retriever over no others. Entries are positions in the new passages.
 *
 * @param index Not changed; whatever holds nothing hidden is shared with it.
 * @returns The same index when nothing is hidden from the reader.
 */
export function restrictIndex(index: KnowledgeIndex, reader: Reader): KnowledgeIndex {
  return doAtOnce(restrictIndexInSteps(index, reader));
}

/** Does the same in steps. */
export function* restrictIndexInSteps(index: KnowledgeIndex, reader: Reader): Steps<KnowledgeIndex> {
  const tables = yield* redactTablesInSteps(index.tables, reader);
  const kept: number[] = [];
  const keep = (passage: Passage, entry: number) => {
    if (isForReader(passage, reader)) kept.push(entry);
  };
  yield* mapInSteps(index.passages, keep, 4096);
  if (tables === index.tables && kept.length === index.passages.length) return index;
  const parks = new Set([...hiddenParksOf(index.tables, reader)].map((id) => `park:${id}`));
  const lexicon = parks.size === 0 ? index.lexicon : index.lexicon.hiding(parks);
  return {
    ...index,
    tables,
    lexicon,
    passages: kept.map((entry) => index.passages[entry] as Passage),
    retriever: new NarrowedRetriever({
      base: index.retriever,
      reader,
      kept,
      size: index.passages.length,
      ...(lexicon === index.lexicon ? {} : { lexicon }),
    }),
    counts: restrictCounts(index, { reader, parks }),
  };
}

/** Ranks above `public` that anything of an index is kept for: readers between two of them see the same. */
export function ranksInUse({
  tables,
  passages,
}: Pick<KnowledgeIndex, "tables" | "passages">): ReadonlySet<Reader> {
  const found = new Set<Reader>(passages.map(({ visibility }) => visibility));
  const all: readonly (readonly Guarded[])[] = Object.values(tables);
  for (const rows of all) {
    for (const { visibility = "public", field_visibility: groups } of rows) {
      found.add(visibility);
      if (groups !== undefined) for (const rank of Object.values(groups)) found.add(rank);
    }
  }
  found.delete("public");
  return found;
}

/** What rows may say of who sees them. */
interface Guarded {
  file: string;
  visibility?: Reader;
  field_visibility?: FieldVisibility | undefined;
}

function restrictCounts(
  { counts, hiddenCounts }: KnowledgeIndex,
  { reader, parks }: { reader: Reader; parks: ReadonlySet<string> },
): KnowledgeIndex["counts"] {
  const hidden = hiddenCounts?.[reader];
  if (hidden === undefined && parks.size === 0) return counts;
  const concepts = subtract(counts.concepts, hidden?.concepts ?? {});
  // A town that is named leads to its parks, and was counted for them.
  for (const id of parks) concepts.delete(id);
  return { stems: subtract(counts.stems, hidden?.stems ?? {}), concepts };
}

/** A word that stands in hidden passages only is one that nobody knows. */
function subtract(
  counts: ReadonlyMap<string, number>,
  hidden: Readonly<Record<string, number>>,
): Map<string, number> {
  const left = new Map(counts);
  for (const [key, count] of Object.entries(hidden)) {
    const rest = (left.get(key) ?? 0) - count;
    if (rest > 0) left.set(key, rest);
    else left.delete(key);
  }
  return left;
}
