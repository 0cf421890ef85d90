import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { hashGraph, VectorGraph } from "./vector-graph.ts";

/** A graph of the version before, from which the next can grow, with the file of the vectors it was written for. */
export interface FormerGraph {
  path: string;
  /** As the manifest tells it; another one means that the graph is damaged. */
  hash: string | undefined;
  vectorsPath: string;
}

/** What the thread is given; the arrays are shared. */
export interface GraphWork {
  vectors: Float32Array;
  /** One number: how many rows are made. */
  made: Int32Array;
  dimensions: number;
  path: string;
  former: FormerGraph | undefined;
}

/** What it tells: how far it is, in vectors, and last the hash of what it has written. */
export type GraphReport = { done: number; all: number } | { hash: string };

const tell = (report: GraphReport) => parentPort?.postMessage(report);
const onLinked = (done: number, all: number) => tell({ done, all });

/**
 * Writes the graph of vectors: grown from that of the version before where most vectors are the same, else linked anew, each
 * vector as soon as it is made.
 */
async function writeGraph({ vectors, made, dimensions, path, former }: GraphWork): Promise<void> {
  const waitFor = (rows: number) => {
    for (let there = Atomics.load(made, 0); there < rows; there = Atomics.load(made, 0)) {
      Atomics.wait(made, 0, there);
    }
  };
  const rows = { vectors, dimensions };
  if (former !== undefined) waitFor(vectors.length / dimensions);
  const grown = former && (await growFrom(former, rows));
  const graph = grown ?? VectorGraph.link(rows, { onLinked, beforeRow: (row) => waitFor(row + 1) });
  graph.write(path);
  tell({ hash: await hashGraph(path) });
}

/** What the version before holds is a convenience: whatever is wrong with it, linking anew mends it. */
async function growFrom(
  { path, hash, vectorsPath }: FormerGraph,
  { vectors, dimensions }: Pick<GraphWork, "vectors" | "dimensions">,
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

await writeGraph(workerData);
