import { Document, type DocumentInterface } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { VectorStore } from "@langchain/core/vectorstores";
import { type EntryFilter, findNearest, type VectorHit } from "./find-nearest.ts";
import { VectorGraph } from "./vector-graph.ts";

export interface VectorIndexOptions {
  dimensions: number;
  /** Up to how many vectors every one is compared; beyond, the graph of HNSW is searched. @default {4000} */
  exactLimit?: number;
}

/** Up to how many vectors every one is compared, unless said otherwise. */
export const EXACT_LIMIT = 4000;

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
  #graph: VectorGraph | undefined;
  #size = 0;

  constructor(embeddings: EmbeddingsInterface, options: VectorIndexOptions) {
    super(embeddings, {});
    this.#dimensions = options.dimensions;
    this.#exactLimit = options.exactLimit ?? EXACT_LIMIT;
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
    if (this.isExact) return findNearest(query, { ...options, vectors: this.#vectors, size: this.#size });
    this.linkGraph();
    return this.#graph?.nearest(query, options) ?? [];
  }

  /** Links the graph now, so that the first question need not wait for it; nothing while the search is exact. */
  linkGraph(): void {
    if (this.isExact) return;
    this.#graph ??= VectorGraph.link({ vectors: this.toArray(), dimensions: this.#dimensions });
  }

  /**
   * Reads the graph that was written for the same vectors.
   *
   * @throws {Error} (rejects) When a file of it is absent, damaged, or of other vectors.
   */
  async readGraph(path: string): Promise<void> {
    this.#graph = await VectorGraph.read(path, { size: this.#size, dimensions: this.#dimensions });
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
