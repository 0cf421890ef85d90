import { GraphWriting, type GraphWritingOptions } from "./graph-writing.ts";
import type { VectorRows } from "./match-rows.ts";

/**
 * Writes the graph of the vectors of a large collection, in a thread of its own: grown from that of the version before where
 * most vectors are the same, else linked anew.
 *
 * @returns Its hash; nothing, and no file, for a collection that is searched exactly.
 */
export async function writeVectorGraph(
  { vectors, dimensions }: VectorRows,
  options: Pick<GraphWritingOptions, "path" | "onLinked" | "former">,
): Promise<string | undefined> {
  const size = vectors.length / dimensions;
  const writing = new GraphWriting({ ...options, size, dimensions });
  try {
    writing.vectors.set(vectors);
    writing.made(size);
    return await writing.written();
  } finally {
    await writing.end();
  }
}
