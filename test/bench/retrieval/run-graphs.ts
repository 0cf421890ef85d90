import { join } from "node:path";
import { forkOnce } from "../fork-once.ts";
import { ensureIndex } from "../index/run-index.ts";
import type { GraphFigures } from "./run-retrieval.ts";

const MAIN = join(import.meta.dirname, "graph-main.ts");

/**
 * Compares the graph with the exact scan: over the vectors of generated passages, as the index holds them, and over
 * clustered ones as a language model gives. Of the latter only smaller collections, for linking their graph takes long.
 *
 * @param options.folder Folder with the indexes of the bench; those that are not there are built.
 */
export async function runGraphs(options: {
  folder: string;
  sizes?: readonly number[];
  clusters?: readonly number[];
}): Promise<GraphFigures[]> {
  const { folder, sizes = [1000, 10_000, 100_000], clusters = [1000, 10_000] } = options;
  const figures: GraphFigures[] = [];
  for (const size of sizes) {
    const index = await ensureIndex({ folder, size });
    figures.push(await forkOnce<GraphFigures>(MAIN, { arguments: ["concepts", index] }));
  }
  for (const count of clusters) {
    figures.push(await forkOnce<GraphFigures>(MAIN, { arguments: ["clusters", String(count)] }));
  }
  return figures;
}
