import { dot } from "./background.ts";
import type { EmbeddedBatch, EmbeddingClient } from "./create-embedding-client.ts";
import { EmbeddingCache, keyOf } from "./embedding-cache.ts";
import { EmbeddingError } from "./embedding-error.ts";
import { type Patience, retryEmbedding } from "./retry-embedding.ts";
import { splitBatches } from "./split-batches.ts";
import { VectorRows } from "./vector-rows.ts";

/** What an embedding with a model cost. */
export interface EmbeddingCost {
  /** Different texts that were sent. */
  embedded: number;
  /** Different texts whose vectors were kept from before. */
  cached: number;
  requests: number;
  tokens: number;
  /** `false` where the service did not count and the tokens are a guess from the characters. */
  areTokensCounted: boolean;
  seconds: number;
}

export interface EmbedTextsOptions {
  client: EmbeddingClient;
  /** Folder of the model's cache. */
  cacheFolder: string;
  patience: Patience;
  onProgress: (done: number, all: number) => void;
}

type RunOptions = EmbedTextsOptions & {
  cache: EmbeddingCache;
  counted: Pick<EmbeddingCost, "requests" | "tokens" | "areTokensCounted">;
};

/** A text that is yet to be embedded. */
interface Missing {
  key: string;
  text: string;
}

/** More would seldom be quicker: services limit tokens a minute, a model on one's own machine has one processor. */
const AT_ONCE = 2;
/** Goes along whenever anything is embedded: where its vector is not as before, all are made anew. */
const PROBE_TEXT = "Sivuvirta, sidoström, side stream";
const PROBE: Missing = { key: keyOf(PROBE_TEXT), text: PROBE_TEXT };
/** Cosine of two vectors of the probe by one model; its figures vary a little with the batch. */
const SAME_MODEL = 0.98;
const CHARS_PER_TOKEN = 3.5;
/** What is left of a single text that a model refuses as too long. */
const SHORT_CHARS = 1000;
/** The cache is rewritten when it holds more than so many times what is needed. */
const MOST_WASTE = 2;
const SMALL_CACHE = 500;

/**
 * Embeds texts, each different one once, and none whose vector is in the cache. What has been embedded is kept even when
 * the rest fails or the process is killed, so that the next call goes on from there.
 *
 * @returns Vectors of length 1 end to end in the order of the texts, their dimensions, and the cost.
 * @throws {EmbeddingError} (rejects) When the model refuses, or does not answer for longer than the patience lasts.
 */
export async function embedTexts(
  texts: readonly string[],
  options: EmbedTextsOptions,
): Promise<{ vectors: Float32Array; dimensions: number; cost: EmbeddingCost }> {
  const started = performance.now();
  const cache = new EmbeddingCache(options.cacheFolder);
  const counted = { requests: 0, tokens: 0, areTokensCounted: true };
  try {
    let done = await embedOnce(texts, { ...options, cache, counted });
    if (done === undefined) {
      await cache.clear();
      done = await embedOnce(texts, { ...options, cache, counted });
    }
    if (done === undefined)
      throw new TypeError("Cannot embed: the model's vectors change from request to request");
    const { rows, cached, records } = done;
    const isWasteful = records + rows.placed - cached > MOST_WASTE * rows.placed + SMALL_CACHE;
    if (isWasteful) await cache.compact((key) => rows.has(key) || key === PROBE.key);
    const seconds = (performance.now() - started) / 1000;
    const cost = { embedded: rows.placed - cached, cached, ...counted, seconds };
    return { vectors: rows.toArray(), dimensions: rows.dimensions, cost };
  } finally {
    await cache.close();
  }
}

/** Gives nothing when the model is another than the one whose vectors the cache holds. */
async function embedOnce(
  texts: readonly string[],
  options: RunOptions,
): Promise<{ rows: VectorRows; cached: number; records: number } | undefined> {
  const rows = new VectorRows(texts.map(keyOf));
  let records = 0;
  let probe: Float32Array | undefined;
  for await (const entries of options.cache.read()) {
    records += entries.length;
    for (const [key, vector] of entries) {
      rows.place(key, vector);
      if (key === PROBE.key) probe ??= vector;
    }
  }
  const cached = rows.placed;
  const missing = missingOf(texts, rows);
  const run = new EmbeddingRun(rows, { ...options, probe });
  const fits = missing.length === 0 || (await run.embed([PROBE, ...missing]));
  return fits ? { rows, cached, records } : undefined;
}

function missingOf(texts: readonly string[], rows: VectorRows): Missing[] {
  const missing = new Map<string, Missing>();
  for (const text of texts) {
    const key = keyOf(text);
    if (!rows.isPlaced(key)) missing.set(key, { key, text });
  }
  return [...missing.values()];
}

/** Sends what is missing, two requests at a time, and keeps what comes. */
class EmbeddingRun {
  readonly #rows: VectorRows;
  readonly #options: RunOptions & { probe: Float32Array | undefined };
  #done = 0;
  #fits = true;
  /** Appends to the cache follow each other. */
  #kept: Promise<unknown> = Promise.resolve();

  constructor(rows: VectorRows, options: RunOptions & { probe: Float32Array | undefined }) {
    this.#rows = rows;
    this.#options = options;
  }

  /** @returns `false` as soon as a vector shows that the model is another than before. */
  async embed(missing: readonly Missing[]): Promise<boolean> {
    const queue = splitBatches(missing);
    let failure: unknown;
    const work = async () => {
      for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
        try {
          await this.#embedBatch(batch);
        } catch (error) {
          failure ??= error;
        }
        if (failure !== undefined || !this.#fits) return;
        this.#done += batch.length;
        this.#options.onProgress(this.#done, missing.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (failure !== undefined) throw failure;
    return this.#fits;
  }

  /** What a model refuses is sent again in halves: one text may be too long, or the batch too large. */
  async #embedBatch(batch: readonly Missing[]): Promise<void> {
    try {
      await this.#keep(batch, await this.#ask(batch));
    } catch (error) {
      if (!(error instanceof EmbeddingError) || error.code !== "rejected") throw error;
      const [only] = batch;
      if (batch.length > 1) {
        const middle = Math.ceil(batch.length / 2);
        await this.#embedBatch(batch.slice(0, middle));
        await this.#embedBatch(batch.slice(middle));
      } else if (only !== undefined && only.text.length > SHORT_CHARS) {
        await this.#embedBatch([{ ...only, text: only.text.slice(0, SHORT_CHARS) }]);
      } else throw error;
    }
  }

  #ask(batch: readonly Missing[]): Promise<EmbeddedBatch> {
    const { client, patience, counted } = this.#options;
    return retryEmbedding(() => {
      counted.requests += 1;
      return client.embed(batch.map(({ text }) => text));
    }, patience);
  }

  /** A model may be another one behind the same name: then it embeds the probe elsewhere. */
  #isOfSameModel(key: string, vector: Float32Array): boolean {
    const { probe } = this.#options;
    if (key !== PROBE.key || probe === undefined) return true;
    return probe.length === vector.length && dot(probe, vector) >= SAME_MODEL;
  }

  async #keep(batch: readonly Missing[], { vectors, tokens }: EmbeddedBatch): Promise<void> {
    const { counted, cache } = this.#options;
    const chars = batch.reduce((sum, { text }) => sum + text.length, 0);
    counted.tokens += tokens ?? Math.ceil(chars / CHARS_PER_TOKEN);
    if (tokens === undefined) counted.areTokensCounted = false;
    const entries = batch.map(({ key }, at) => [key, vectors[at] as Float32Array] as const);
    this.#fits &&= entries.every(([key, vector]) => this.#isOfSameModel(key, vector));
    this.#fits &&= entries.every(([key, vector]) => this.#rows.place(key, vector));
    if (!this.#fits) return;
    this.#kept = this.#kept.then(() => cache.add(entries));
    await this.#kept;
  }
}
