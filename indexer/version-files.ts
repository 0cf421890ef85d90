/** Names of the files of an index version. */
export const VERSION_FILES = {
  passages: "passages.json",
  tables: "tables.json",
  lexicon: "lexicon.json",
  lexical: "lexical.bin",
  vectors: "vectors.f32",
  /** Only of collections too large to be searched exactly. */
  graph: "vectors.hnsw",
  counts: "counts.json",
  /** Only of an index that was built with an embedding model. */
  modelVectors: "model-vectors.f32",
  modelGraph: "model-vectors.hnsw",
} as const;
