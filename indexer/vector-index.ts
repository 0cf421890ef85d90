import { Document, type DocumentInterface } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { VectorStore } from "@langchain/core/vectorstores";
import hnswlib from "hnswlib-node";
import { type EntryFilter, findNearest, type VectorHit } from "./find-nearest.ts";

export interface VectorIndexOptions {
  dimensions: number;
  /** Up to how many vectors every one is compared; beyond, the graph of HNSW is searched. @default {2000} */
  exactLimit?: number;
}

/**
 * hnswlib's own default of 10 finds 64 % of the true neighbours at 10,000 vectors. A fixed width of 128 finds 99.5 % there
 * but 98 % at 100,000, and of questions of few concepts 89 %: the width grows with the root of the collection.
 */
const LEAST_SEARCH_WIDTH = 128;
const MOST_SEARCH_WIDTH = 1000;
const SEARCH_WIDTH_PER_ROOT = 2;
const LINKS = 16;
const BUILD_WIDTH = 200;

/**
 * Vectors of unit length searched by cosine: exactly while the collection is small, through hnswlib-node
 * above. Vectors of zero length are kept but never found. A LangChain `VectorStore`, so that any other store
 * can stand in for it.
 */
export class VectorIndex extends VectorStore {
  declare FilterType: EntryFilter;
  readonly #dimensions: number;
  readonly #exactLimit: number;
  #vectors: Float32Array;
  #documents: DocumentInterface[] = [];
  #graph: hnswlib.HierarchicalNSW | undefined;
  #size = 0;

  constructor(embeddings: EmbeddingsInterface, options: VectorIndexOptions) {
    super(embeddings, {});
    this.#dimensions = options.dimensions;
    this.#exactLimit = options.exactLimit ?? 2000;
    this.#vectors = new Float32Array(0);
  }

  override _vectorstoreType(): string {
    return "sivuvirta";
  }

  /** Number of vectors. */
  get size(): number {
    return this.#size;
  }

  /** `true` while every vector is compared; beyond, the graph is needed. */
  get isExact(): boolean {
    return this.#size <= this.#exactLimit;
  }

  /** All vectors in one row-major array of `size` × `dimensions` numbers, for the index on disk. */
  toArray(): Float32Array {
    return this.#vectors.slice(0, this.#size * this.#dimensions);
  }

  override async addDocuments(documents: DocumentInterface[]): Promise<void> {
    const vectors = await this.embeddings.embedDocuments(documents.map((document) => document.pageContent));
    await this.addVectors(vectors, documents);
  }

  override async addVectors(vectors: number[][], documents: DocumentInterface[] = []): Promise<void> {
    const rows = new Float32Array(vectors.length * this.#dimensions);
    vectors.forEach((vector, row) => {
      this.#checkDimensions(vector.length);
      rows.set(vector, row * this.#dimensions);
    });
    this.#documents.push(...documents);
    this.addRows(rows);
  }

  /**
   * Adds vectors that lie behind each other in one array.
   *
   * @throws {RangeError} When the array's length is no multiple of the dimensions.
   */
  addRows(rows: Float32Array): void {
    if (rows.length % this.#dimensions !== 0) this.#checkDimensions(rows.length % this.#dimensions);
    const count = rows.length / this.#dimensions;
    const grown = new Float32Array((this.#size + count) * this.#dimensions);
    grown.set(this.#vectors.subarray(0, this.#size * this.#dimensions));
    grown.set(rows, this.#size * this.#dimensions);
    this.#vectors = grown;
    this.#size += count;
    this.#graph = undefined;
  }

  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: EntryFilter,
  ): Promise<[DocumentInterface, number][]> {
    return this.nearest(query, { count: k, ...(filter === undefined ? {} : { isAllowed: filter }) }).map(
      (hit) => [
        this.#documents[hit.entry] ?? new Document({ pageContent: "", metadata: { entry: hit.entry } }),
        hit.similarity,
      ],
    );
  }

  /**
   * Finds the vectors closest to a query, nearest first.
   *
   * @param query As many numbers as the index has dimensions; an all-zero query finds nothing.
   * @param options.count How many at most, at least 1.
   * @param options.isAllowed Entries to be considered, asked before ranking.
   * @throws {RangeError} When the query has another number of dimensions.
   */
  nearest(query: readonly number[], options: { count: number; isAllowed?: EntryFilter }): VectorHit[] {
    this.#checkDimensions(query.length);
    if (this.#size === 0 || query.every((value) => value === 0)) return [];
    return this.isExact
      ? findNearest(query, { ...options, vectors: this.#vectors, size: this.#size })
      : this.#nearestInGraph(query, options);
  }

  #nearestInGraph(
    query: readonly number[],
    options: { count: number; isAllowed?: EntryFilter },
  ): VectorHit[] {
    this.#graph ??= this.#buildGraph();
    const { isAllowed } = options;
    const filter = isAllowed === undefined ? undefined : (label: number) => isAllowed(label);
    const count = Math.min(options.count, this.#size);
    const { neighbors, distances } = this.#graph.searchKnn([...query], count, filter);
    return neighbors
      .map((entry, position) => ({ entry, similarity: 1 - (distances[position] as number) }))
      .filter((hit) => hit.similarity > 0);
  }

  /** Links the graph now, so that the first question need not wait for it; nothing while the search is exact. */
  linkGraph(): void {
    if (!this.isExact) this.#graph ??= this.#buildGraph();
  }

  /**
   * Writes the graph, so that opening the index does not build it again.
   *
   * @param path File to be written.
   * @param onProgress Called with the number of vectors linked and in all; 10,000 take some seconds.
   * @returns `false`, and no file, while the collection is small enough to be searched exactly.
   */
  writeGraph(path: string, onProgress?: (done: number, all: number) => void): boolean {
    if (this.isExact) return false;
    this.#graph ??= this.#buildGraph(onProgress);
    this.#graph.writeIndexSync(path);
    return true;
  }

  /**
   * Reads the graph that {@link writeGraph} wrote for the same vectors.
   *
   * @throws {Error} (rejects) When the file is absent, damaged, or of other vectors.
   */
  async readGraph(path: string): Promise<void> {
    const graph = new hnswlib.HierarchicalNSW("ip", this.#dimensions);
    // Off the event loop: a hundred thousand vectors take a tenth of a second.
    await graph.readIndex(path);
    const [count, dimensions] = [graph.getCurrentCount(), graph.getNumDimensions()];
    if (count !== this.#size || dimensions !== this.#dimensions) {
      const wanted = `${this.#size} of ${this.#dimensions}`;
      throw new Error(
        `Cannot use the graph: it holds ${count} vectors of ${dimensions} dimensions, not ${wanted}`,
      );
    }
    graph.setEf(searchWidth(this.#size));
    this.#graph = graph;
  }

  #buildGraph(onProgress?: (done: number, all: number) => void): hnswlib.HierarchicalNSW {
    const graph = new hnswlib.HierarchicalNSW("ip", this.#dimensions);
    graph.initIndex(this.#size, LINKS, BUILD_WIDTH);
    for (let entry = 0; entry < this.#size; entry++) {
      const row = this.#vectors.subarray(entry * this.#dimensions, (entry + 1) * this.#dimensions);
      graph.addPoint(Array.from(row), entry);
      if ((entry + 1) % 1000 === 0 || entry + 1 === this.#size) onProgress?.(entry + 1, this.#size);
    }
    graph.setEf(searchWidth(this.#size));
    return graph;
  }

  #checkDimensions(found: number): void {
    if (found === this.#dimensions) return;
    throw new RangeError(
      `Cannot use a vector of ${found} dimensions: the index has ${this.#dimensions}: run "npm run index"`,
    );
  }

  static override async fromTexts(): Promise<never> {
    throw new Error('Cannot fill a vector index from texts: build it with "npm run index"');
  }

  static override async fromDocuments(): Promise<never> {
    throw new Error('Cannot fill a vector index from documents: build it with "npm run index"');
  }
}

/** How many candidates a search keeps on its way through the graph ("ef"); 632 at 100,000 vectors. */
function searchWidth(size: number): number {
  const width = Math.ceil(SEARCH_WIDTH_PER_ROOT * Math.sqrt(size));
  return Math.min(MOST_SEARCH_WIDTH, Math.max(LEAST_SEARCH_WIDTH, width));
}
