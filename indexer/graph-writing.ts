import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { FormerGraph, GraphReport, GraphWork } from "./graph-thread.ts";
import type { OnLinked } from "./vector-graph.ts";
import { EXACT_LIMIT } from "./vector-index.ts";

export interface GraphWritingOptions {
  /** How many vectors there will be. */
  size: number;
  dimensions: number;
  /** File of the graph. */
  path: string;
  onLinked: OnLinked;
  /** Graph of the version before. @default none: all vectors are linked anew */
  former?: FormerGraph | undefined;
}

/**
 * The graph of a large collection, linked and written by a thread of its own while the vectors are still being made: at
 * 100,000 passages linking takes longer than all the rest of a build. A collection that is searched exactly gets no graph and
 * no thread.
 *
 * @example
 * ```ts
 * const writing = new GraphWriting({ size: 2, dimensions: 2, path: "vectors.hnsw", onLinked: () => {} });
 * try {
 *   writing.vectors.set([1, 0, 0, 1]);
 *   writing.made(2);
 *   const graphHash = await writing.written();
 * } finally {
 *   await writing.end();
 * }
 * ```
 */
export class GraphWriting {
  /** Rows to be filled in their order; both threads see them. */
  readonly vectors: Float32Array<ArrayBufferLike>;
  /** One number: how many rows are made. */
  readonly #made = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #thread: Worker | undefined;
  readonly #hash: Promise<string | undefined>;

  constructor({ size, dimensions, path, onLinked, former }: GraphWritingOptions) {
    this.vectors = new Float32Array(
      new SharedArrayBuffer(size * dimensions * Float32Array.BYTES_PER_ELEMENT),
    );
    if (size <= EXACT_LIMIT) {
      this.#hash = Promise.resolve(undefined);
      return;
    }
    const work: GraphWork = { vectors: this.vectors, made: this.#made, dimensions, path, former };
    this.#thread = new Worker(new URL("./graph-thread.ts", import.meta.url), {
      workerData: work,
      execArgv: [],
    });
    this.#hash = hashFrom(this.#thread, onLinked);
    // Whoever fails before asking for the hash has an error of its own to tell.
    this.#hash.catch(() => {});
  }

  /** Tells that so many rows, from the first on, are as they will stay. */
  made(rows: number): void {
    Atomics.store(this.#made, 0, rows);
    Atomics.notify(this.#made, 0);
  }

  /**
   * Waits until the graph is written, once all rows are made.
   *
   * @returns Its hash, for the manifest; nothing, and no file, for a collection that is searched exactly.
   * @throws {Error} (rejects) When it cannot be written.
   */
  written(): Promise<string | undefined> {
    return this.#hash;
  }

  /** Ends the thread, whatever it is at. */
  async end(): Promise<void> {
    await this.#thread?.terminate();
  }
}

async function hashFrom(thread: Worker, onLinked: OnLinked): Promise<string> {
  const ended = once(thread, "exit").then(([code]) => {
    throw new Error(`Cannot link the vectors: the thread ended with ${code}`);
  });
  const hash = new Promise<string>((resolve, reject) => {
    thread.once("error", reject);
    thread.on("message", (report: GraphReport) => {
      if ("hash" in report) resolve(report.hash);
      else onLinked(report.done, report.all);
    });
  });
  return Promise.race([hash, ended]);
}
