import type { WordCounts } from "./analyse-text.ts";
import { createFindSource } from "./build-passages.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";

/** Puts an opened index together from its parts, wherever they were read. */
export function assembleIndex(
  parts: Pick<KnowledgeIndex, "manifest" | "passages" | "tables" | "lexicon" | "retriever" | "embeddings"> & {
    counts: WordCounts;
    /** See `modelNotice`. */
    notice: string | undefined;
  },
): KnowledgeIndex {
  const { counts, notice, ...rest } = parts;
  return {
    ...rest,
    findSource: createFindSource(parts.tables),
    counts: {
      stems: new Map(Object.entries(counts.stems)),
      concepts: new Map(Object.entries(counts.concepts)),
    },
    ...(counts.hidden === undefined ? {} : { hiddenCounts: counts.hidden }),
    ...(notice === undefined ? {} : { modelNotice: notice }),
  };
}
