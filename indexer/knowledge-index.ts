import type { Tables } from "../knowledge/read-table.ts";
import type { FindSource } from "./build-passages.ts";
import type { WordCounts } from "./count-words.ts";
import type { ConceptEmbeddings } from "./embeddings/concept-embeddings.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import type { Manifest } from "./manifest.ts";
import type { Passage } from "./passage.ts";
import type { PassageRetriever } from "./retriever.ts";

/** An opened index: everything a bot needs to answer. It is read-only; a newer version is opened beside it. */
export interface KnowledgeIndex {
  manifest: Manifest;
  passages: readonly Passage[];
  tables: Partial<Tables>;
  lexicon: Lexicon;
  retriever: PassageRetriever;
  embeddings: ConceptEmbeddings;
  findSource: FindSource;
  /** In how many passages each stem and each concept occurs. */
  counts: { stems: ReadonlyMap<string, number>; concepts: ReadonlyMap<string, number> };
  /** How many of them stand in passages that are not for a rank; see {@link WordCounts}. */
  hiddenCounts?: WordCounts["hidden"];
  /** Why the embedding model that is set, or that the index was built with, takes no part; for the person who keeps it. */
  modelNotice?: string;
}
