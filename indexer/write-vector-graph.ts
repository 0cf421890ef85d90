import { readFile } from "node:fs/promises";
import type { VectorRows } from "./match-rows.ts";
import { hashGraph, type OnLinked, VectorGraph } from "./vector-graph.ts";
import { EXACT_LIMIT } from "./vector-index.ts";

/** A graph of the version before, from which the next can grow, with the file of the vectors it was written for. */
export interface FormerGraph {
  path: string;
  /** As the manifest tells it; another one means that the graph is damaged. */
  hash: string | undefined;
  vectorsPath: string;
}

/**
 * Writes the graph of the vectors of a large collection: grown from that of the version before where most vectors are the
 * same, else linked anew.
 *
 * @returns Its hash; nothing, and no file, for a collection that is searched exactly.
 */
export async function writeVectorGraph(
  rows: VectorRows,
  options: { path: string; onLinked: OnLinked; former?: FormerGraph | undefined },
): Promise<string | undefined> {
  const { path, onLinked, former } = options;
  if (rows.vectors.length / rows.dimensions <= EXACT_LIMIT) return undefined;
  const grown = former && (await growFrom(former, { ...rows, onLinked }));
  (grown ?? VectorGraph.link(rows, onLinked)).write(path);
  return hashGraph(path);
}

/** What the version before holds is a convenience: whatever is wrong with it, linking anew mends it. */
async function growFrom(
  { path, hash, vectorsPath }: FormerGraph,
  { vectors, dimensions, onLinked }: VectorRows & { onLinked: OnLinked },
): Promise<VectorGraph | undefined> {
  try {
    if (hash === undefined || (await hashGraph(path)) !== hash) return undefined;
    const bytes = await readFile(vectorsPath);
    const before = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    return VectorGraph.grow({ path, vectors: before, dimensions }, { vectors, onLinked });
  } catch {
    return undefined;
  }
}
