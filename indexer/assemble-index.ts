import { createFindSource } from "./build-passages.ts";
import type { WordCounts } from "./count-words.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";
import type { Rest } from "./pace.ts";

/**
 * Puts an opened index together from its parts, wherever they were read.
 *
 * @param rest Lets others have their turn meanwhile: a large collection has many words to count.
 */
export async function assembleIndex(
  parts: Pick<KnowledgeIndex, "manifest" | "passages" | "tables" | "lexicon" | "retriever" | "embeddings"> & {
    counts: WordCounts;
    /** See `modelNotice`. */
    notice: string | undefined;
  },
  rest: Rest,
): Promise<KnowledgeIndex> {
  const { counts, notice, ...others } = parts;
  return {
    ...others,
    findSource: createFindSource(parts.tables),
    counts: {
      stems: await toMap(counts.stems, rest),
      concepts: await toMap(counts.concepts, rest),
    },
    ...(counts.hidden === undefined ? {} : { hiddenCounts: counts.hidden }),
    ...(notice === undefined ? {} : { modelNotice: notice }),
  };
}

async function toMap(counts: Readonly<Record<string, number>>, rest: Rest): Promise<Map<string, number>> {
  const map = new Map<string, number>();
  for (const key in counts) {
    map.set(key, counts[key] as number);
    if (map.size % 1024 === 0) await rest();
  }
  return map;
}
