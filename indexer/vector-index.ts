import { Document, type DocumentInterface } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { VectorStore } from "@langchain/core/vectorstores";
import hnswlib from "hnswlib-node";

/** Tells whether an entry, by its position, may be returned. */
export type EntryFilter = (entry: number) => boolean;

/** A stored vector close to the one asked for. */
export interface VectorHit {
  /** Position at which the vector was added. */
  entry: number;
  /** Cosine of the angle, 1 for the same direction. */
  similarity: number;
}

export interface VectorIndexOptions {
  dimensions: number;
  /** Up to how many vectors every one is compared; beyond, the graph of HNSW is searched. @default {2000} */
  exactLimit?: number;
}

/** hnswlib's own default of 10 finds 64 % of the true neighbours at 10,000 vectors, 128 finds 99.9 %. */
const SEARCH_WIDTH = 128;
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
    return this.#size <= this.#exactLimit
      ? this.#nearestExactly(query, options)
      : this.#nearestInGraph(query, options);
  }

  #nearestExactly(
    query: readonly number[],
    options: { count: number; isAllowed?: EntryFilter },
  ): VectorHit[] {
    const hits: VectorHit[] = [];
    const needed = query.map((value, at) => [at, value] as const).filter(([, value]) => value !== 0);
    for (let entry = 0; entry < this.#size; entry++) {
      if (options.isAllowed?.(entry) === false) continue;
      const base = entry * this.#dimensions;
      let similarity = 0;
      for (const [at, value] of needed) similarity += value * (this.#vectors[base + at] as number);
      if (similarity > 0) hits.push({ entry, similarity });
    }
    return hits.sort((a, b) => b.similarity - a.similarity || a.entry - b.entry).slice(0, options.count);
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

  #buildGraph(): hnswlib.HierarchicalNSW {
    const graph = new hnswlib.HierarchicalNSW("ip", this.#dimensions);
    graph.initIndex(this.#size, LINKS, BUILD_WIDTH);
    for (let entry = 0; entry < this.#size; entry++) {
      const row = this.#vectors.subarray(entry * this.#dimensions, (entry + 1) * this.#dimensions);
      graph.addPoint(Array.from(row), entry);
    }
    graph.setEf(SEARCH_WIDTH);
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
