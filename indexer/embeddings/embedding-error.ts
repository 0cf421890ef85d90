/**
 * Why a model gave no vectors: `refused` (the key), `unknown` (address or model), `rejected` (these texts), `spent` (the
 * account), `busy`, `unavailable` (down, cut off or silent), `bad-answer` (no vectors in it).
 */
export type EmbeddingFailure =
  | "refused"
  | "unknown"
  | "rejected"
  | "spent"
  | "busy"
  | "unavailable"
  | "bad-answer";

const ADVICE: Readonly<Record<EmbeddingFailure, string>> = {
  refused: "check EMBEDDING_API_KEY",
  unknown: "check EMBEDDING_BASE_URL and EMBEDDING_MODEL",
  rejected: "check that EMBEDDING_MODEL is a model for embeddings that takes texts of this length",
  spent: "check the account of EMBEDDING_API_KEY",
  busy: "try again later",
  unavailable: "check that EMBEDDING_BASE_URL answers",
  "bad-answer": "check that EMBEDDING_BASE_URL is an OpenAI-compatible endpoint and EMBEDDING_MODEL embeds",
};

const RETRYABLE: ReadonlySet<EmbeddingFailure> = new Set(["busy", "unavailable", "bad-answer"]);

/** Embedding failed. The message names host, model and what to check; it holds no key, no text and no words of the server. */
export class EmbeddingError extends Error {
  override readonly name = "EmbeddingError";
  readonly code: EmbeddingFailure;
  /** Status of the answer; absent when there was none. */
  readonly status: number | undefined;
  /** What the service asks to wait, in milliseconds. */
  readonly retryAfterInMs: number | undefined;

  constructor(
    code: EmbeddingFailure,
    options: {
      model: string;
      host: string;
      state: string;
      status?: number | undefined;
      retryAfterInMs?: number | undefined;
    },
  ) {
    super(`Cannot embed with "${options.model}" at ${options.host}: ${options.state}: ${ADVICE[code]}`);
    this.code = code;
    this.status = options.status;
    this.retryAfterInMs = options.retryAfterInMs;
  }

  /** Whether the same request may succeed a little later. */
  get isRetryable(): boolean {
    return RETRYABLE.has(this.code);
  }
}
