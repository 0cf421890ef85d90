import { LRUCache } from "lru-cache";
import type { EmbeddedBatch, EmbeddingClient } from "./create-embedding-client.ts";
import { EmbeddingError } from "./embedding-error.ts";

/** What went wrong with a question; for logs, without its words. */
export interface EmbeddingTrouble {
  code: EmbeddingError["code"] | "too-slow" | "other-dimensions" | "unknown-error";
  status?: number;
  ms: number;
  /** How long the model is left alone now. */
  pauseInSeconds: number;
}

/**
 * Stands around each request for the vector of a question, to take its time. Must give or throw what the request does; see
 * {@link codeOfFailure} for what is thrown.
 */
export type EmbeddingWatch = (request: () => Promise<EmbeddedBatch>) => Promise<EmbeddedBatch>;

export interface QuestionEmbedderOptions {
  client: EmbeddingClient;
  /** Of the index's vectors; an answer of others is not used. */
  dimensions: number;
  /** How long a question waits for its vector, in milliseconds. @default {1500} */
  deadlineInMs?: number;
  /** How long nothing is asked after a failure, in milliseconds. @default {60_000} */
  pauseInMs?: number;
  /** Questions whose vectors are kept. @default {500} */
  kept?: number;
  onTrouble?: (trouble: EmbeddingTrouble) => void;
  /** See {@link EmbeddingWatch}. @default nobody watches */
  watch?: EmbeddingWatch;
  /** Clock in milliseconds. @default the system's, which no change of the time of day moves */
  now?: () => number;
}

/** Gives the vector of a question, or nothing when there is none in time. Never rejects. */
export type EmbedQuestion = (question: string) => Promise<Float32Array | undefined>;

/**
 * Creates what embeds questions: each different one is sent once, and is waited for up to a deadline. After a failure the
 * model is left alone for a while, so that not every question waits for one that is down; then one question tries it.
 */
export function createQuestionEmbedder(options: QuestionEmbedderOptions): EmbedQuestion {
  const { client, dimensions, deadlineInMs = 1500, pauseInMs = 60_000, kept = 500 } = options;
  const { watch = (request) => request(), now = () => performance.now() } = options;
  const vectors = new LRUCache<string, Promise<Float32Array | undefined>>({ max: kept });
  let restsUntil = Number.NEGATIVE_INFINITY;
  let isOnTrial = false;

  const ask = async (text: string): Promise<Float32Array | undefined> => {
    const started = now();
    try {
      const { vectors: found } = await watch(() => within(client.embed([text]), deadlineInMs));
      if (found[0]?.length !== dimensions) throw new RangeError("other dimensions");
      isOnTrial = false;
      restsUntil = Number.NEGATIVE_INFINITY;
      return found[0];
    } catch (error) {
      restsUntil = now() + pauseInMs;
      isOnTrial = true;
      vectors.delete(text);
      options.onTrouble?.({
        ...describe(error),
        ms: Math.round(now() - started),
        pauseInSeconds: pauseInMs / 1000,
      });
      return undefined;
    }
  };

  return (question) => {
    const text = question.replace(/\s+/g, " ").trim();
    if (text === "") return Promise.resolve(undefined);
    const known = vectors.get(text);
    if (known !== undefined) return known;
    if (now() < restsUntil) return Promise.resolve(undefined);
    // While one question tries a model that failed, the others do not wait for it.
    if (isOnTrial) restsUntil = now() + deadlineInMs;
    const asked = ask(text);
    vectors.set(text, asked);
    return asked;
  };
}

class TooSlow extends Error {}

/** Rejects when a promise takes longer; what it gives later is dropped. */
function within<Result>(promise: Promise<Result>, ms: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooSlow()), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function describe(error: unknown): Pick<EmbeddingTrouble, "code" | "status"> {
  const status = error instanceof EmbeddingError ? error.status : undefined;
  return { code: codeOfFailure(error), ...(status === undefined ? {} : { status }) };
}

/** Why a request for a question's vector failed. */
export function codeOfFailure(error: unknown): EmbeddingTrouble["code"] {
  if (error instanceof TooSlow) return "too-slow";
  if (error instanceof RangeError) return "other-dimensions";
  return error instanceof EmbeddingError ? error.code : "unknown-error";
}
