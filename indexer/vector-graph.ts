import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, writeFileSync } from "node:fs";
import hnswlib from "hnswlib-node";
import type { EntryFilter, VectorHit } from "./find-nearest.ts";
import { matchRows, type VectorRows } from "./match-rows.ts";

/**
 * hnswlib's own default of 10 finds 64 % of the true neighbours at 10,000 vectors. A fixed width of 128 finds 99.5 % there
 * but 98 % at 100,000, and of questions of few concepts 89 %: the width grows with the root of the collection.
 */
const LEAST_SEARCH_WIDTH = 128;
const MOST_SEARCH_WIDTH = 1000;
const SEARCH_WIDTH_PER_ROOT = 2;
const LINKS = 16;
/** At 100,000 vectors of passages 150 finds as many true neighbours as 200, in three quarters of the time; 100 finds fewer. */
const BUILD_WIDTH = 150;

/** Points of vectors that are gone stay in the graph as stepping stones; from this share of the others on it is linked anew. */
const MOST_GONE = 0.2;

/** Called with the number of vectors linked and in all; 10,000 take some seconds. */
export type OnLinked = (done: number, all: number) => void;

/**
 * Vectors linked with their neighbours (HNSW: Malkov and Yashunin, 2016, by hnswlib-node), so that the nearest are found
 * without comparing all.
 *
 * A vector's point keeps its label from version to version while entries move to other places, so the labels of the entries
 * are kept beside the graph where they differ.
 */
export class VectorGraph {
  readonly #graph: hnswlib.HierarchicalNSW;
  /** Label of each entry's point; absent: its place. */
  readonly #labels: Uint32Array | undefined;
  /** The other way round; -1 for points of vectors that are gone. */
  readonly #entries: Int32Array | undefined;
  readonly #size: number;

  private constructor(
    graph: hnswlib.HierarchicalNSW,
    { labels, size }: { labels?: Uint32Array; size: number },
  ) {
    this.#graph = graph;
    this.#labels = labels;
    this.#entries = labels && entriesOf(labels, graph.getCurrentCount());
    this.#size = size;
    graph.setEf(searchWidth(size));
  }

  /**
   * Links vectors from the beginning.
   *
   * @param options.beforeRow Called before each row is read; may wait until it is made.
   */
  static link(
    { vectors, dimensions }: VectorRows,
    { onLinked, beforeRow }: { onLinked?: OnLinked; beforeRow?: (row: number) => void } = {},
  ): VectorGraph {
    const size = vectors.length / dimensions;
    const graph = new hnswlib.HierarchicalNSW("ip", dimensions);
    graph.initIndex(size, LINKS, BUILD_WIDTH);
    for (let entry = 0; entry < size; entry++) {
      beforeRow?.(entry);
      graph.addPoint(rowOf({ vectors, dimensions }, entry), entry);
      if ((entry + 1) % 1000 === 0 || entry + 1 === size) onLinked?.(entry + 1, size);
    }
    return new VectorGraph(graph, { size });
  }

  /**
   * Makes the graph of other vectors of one that was written before: those that both have keep their points, new ones are
   * added, and points of those that are gone are never found.
   *
   * @param former The vectors that the graph at `path` was written for, in their order.
   * @returns Nothing where so much has gone that linking anew is better.
   * @throws {Error} When the file is absent, damaged, or of other vectors.
   */
  static grow(
    former: VectorRows & { path: string },
    { vectors, onLinked }: { vectors: Float32Array; onLinked?: OnLinked },
  ): VectorGraph | undefined {
    const { dimensions, path } = former;
    const graph = new hnswlib.HierarchicalNSW("ip", dimensions);
    graph.readIndexSync(path);
    const formerSize = former.vectors.length / dimensions;
    const written = readLabels(path);
    checkFit(graph, { size: formerSize, dimensions, labels: written });
    const known = written ?? Uint32Array.from({ length: formerSize }, (_, entry) => entry);
    const { labels, fresh, gone } = matchRows({ ...former, labels: known }, vectors);
    const points = graph.getCurrentCount();
    const size = labels.length;
    if (points + fresh.length - size > size * MOST_GONE) return undefined;
    for (const label of gone) graph.markDelete(label);
    graph.resizeIndex(Math.max(graph.getMaxElements(), points + fresh.length));
    for (const [at, entry] of fresh.entries()) {
      labels[entry] = points + at;
      graph.addPoint(rowOf({ vectors, dimensions }, entry), points + at);
      if ((at + 1) % 1000 === 0 || at + 1 === fresh.length) onLinked?.(at + 1, fresh.length);
    }
    return new VectorGraph(graph, { labels, size });
  }

  /**
   * Reads what {@link write} wrote.
   *
   * @throws {Error} (rejects) When a file is absent, damaged, or of other vectors.
   */
  static async read(
    path: string,
    { size, dimensions }: { size: number; dimensions: number },
  ): Promise<VectorGraph> {
    const graph = new hnswlib.HierarchicalNSW("ip", dimensions);
    // Off the event loop: a hundred thousand vectors take a tenth of a second.
    await graph.readIndex(path);
    const labels = readLabels(path);
    checkFit(graph, { size, dimensions, labels });
    return new VectorGraph(graph, { size, ...(labels && { labels }) });
  }

  /** @param path File to be written; the labels, where there are any, go into another one beside it. */
  write(path: string): void {
    this.#graph.writeIndexSync(path);
    if (this.#labels === undefined) return;
    const { buffer, byteOffset, byteLength } = this.#labels;
    writeFileSync(labelsPath(path), Buffer.from(buffer, byteOffset, byteLength));
  }

  /** Finds the vectors closest to a query, nearest first; see `VectorIndex.nearest`. */
  nearest(query: readonly number[], options: { count: number; isAllowed?: EntryFilter }): VectorHit[] {
    const { isAllowed } = options;
    const entryOf = (label: number) => (this.#entries === undefined ? label : (this.#entries[label] ?? -1));
    const filter = isAllowed && ((label: number) => entryOf(label) >= 0 && isAllowed(entryOf(label)));
    const count = Math.min(options.count, this.#size);
    const { neighbors, distances } = this.#graph.searchKnn([...query], count, filter);
    return neighbors
      .map((label, position) => ({ entry: entryOf(label), similarity: 1 - (distances[position] as number) }))
      .filter(({ entry, similarity }) => entry >= 0 && similarity > 0);
  }
}

/** Sum over the files of a graph, for the manifest. Read piece by piece: a large one would keep others waiting. */
export async function hashGraph(path: string): Promise<string> {
  const hash = createHash("sha256");
  for (const file of [path, labelsPath(path)]) {
    if (file !== path && !existsSync(file)) continue;
    for await (const piece of createReadStream(file, { highWaterMark: 2 ** 20 })) hash.update(piece);
  }
  return hash.digest("hex");
}

function labelsPath(path: string): string {
  return `${path}.labels`;
}

function readLabels(path: string): Uint32Array | undefined {
  if (!existsSync(labelsPath(path))) return undefined;
  const bytes = readFileSync(labelsPath(path));
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

function entriesOf(labels: Uint32Array, points: number): Int32Array {
  const entries = new Int32Array(points).fill(-1);
  for (const [entry, label] of labels.entries()) entries[label] = entry;
  return entries;
}

function checkFit(
  graph: hnswlib.HierarchicalNSW,
  wanted: { size: number; dimensions: number; labels: Uint32Array | undefined },
): void {
  const [points, dimensions] = [graph.getCurrentCount(), graph.getNumDimensions()];
  const { size, labels } = wanted;
  const count = labels === undefined ? points : labels.length;
  const isWhole = labels?.every((label) => label < points) ?? true;
  if (count === size && dimensions === wanted.dimensions && isWhole) return;
  throw new Error(
    `Cannot use the graph: it holds ${count} vectors of ${dimensions} dimensions, not ${size} of ${wanted.dimensions}`,
  );
}

function rowOf({ vectors, dimensions }: VectorRows, entry: number): number[] {
  return Array.from(vectors.subarray(entry * dimensions, (entry + 1) * dimensions));
}

/** How many candidates a search keeps on its way through the graph ("ef"): 128 to 1,000, 632 at 100,000 vectors. */
export function searchWidth(size: number): number {
  const width = Math.ceil(SEARCH_WIDTH_PER_ROOT * Math.sqrt(size));
  return Math.min(MOST_SEARCH_WIDTH, Math.max(LEAST_SEARCH_WIDTH, width));
}
