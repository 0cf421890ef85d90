import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { VectorIndex } from "./vector-index.ts";

/**
 * Writes the graph of the vectors of a large collection.
 *
 * @returns Its hash; nothing, and no file, for a collection that is searched exactly.
 */
export async function writeVectorGraph(
  vectors: Float32Array,
  options: {
    embeddings: EmbeddingsInterface;
    dimensions: number;
    path: string;
    onLinked: (done: number, all: number) => void;
  },
): Promise<string | undefined> {
  const { embeddings, dimensions, path, onLinked } = options;
  const index = new VectorIndex(embeddings, { dimensions });
  index.addRows(vectors);
  if (!index.writeGraph(path, onLinked)) return undefined;
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}
