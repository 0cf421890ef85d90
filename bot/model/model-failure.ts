/** Why the model gave nothing that could be used; a closed list, so that logs and figures can count them. */
export const FAILURE_REASONS = [
  "timeout",
  "unreachable",
  "busy",
  "refused",
  "broken",
  "cut",
  "nonsense",
  "resting",
  "budget",
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** A failure of the model that the answer without a model makes good. Its message holds no words of anybody. */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";
  readonly reason: FailureReason;
  /** HTTP status, where there was one. */
  readonly status: number | undefined;
  /** How long the endpoint asks to be left alone, in milliseconds. */
  readonly retryAfterInMs: number | undefined;

  constructor(reason: FailureReason, details: { status?: number | undefined; retryAfterInMs?: number } = {}) {
    super(`The chat model gave no answer: ${reason}${details.status ? ` (${details.status})` : ""}`);
    this.reason = reason;
    this.status = details.status;
    this.retryAfterInMs = details.retryAfterInMs;
  }
}

/**
 * Tells what an error of the library means. The error itself is not kept: it may carry headers, and with them the key.
 *
 * @param context.isOver The time for this answer has run out.
 * @param context.hasBegun Part of the answer had come.
 */
export function toModelFailure(
  error: unknown,
  context: { isOver: boolean; hasBegun?: boolean },
): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (context.isOver) return new ModelFailure("timeout");
  const { status, headers } = readDetails(error);
  if (status === 429) return new ModelFailure("busy", { status, ...retryAfterOf(headers) });
  if (status !== undefined && status >= 500) return new ModelFailure("broken", { status });
  if (status !== undefined) return new ModelFailure("refused", { status });
  if (context.hasBegun === true) return new ModelFailure("cut");
  if (error instanceof SyntaxError) return new ModelFailure("broken");
  return new ModelFailure(isConnectionError(error) ? "unreachable" : "broken");
}

function readDetails(error: unknown): { status: number | undefined; headers: unknown } {
  if (typeof error !== "object" || error === null) return { status: undefined, headers: undefined };
  const status = "status" in error && typeof error.status === "number" ? error.status : undefined;
  return { status, headers: "headers" in error ? error.headers : undefined };
}

function retryAfterOf(headers: unknown): { retryAfterInMs?: number } {
  const seconds = headers instanceof Headers ? Number(headers.get("retry-after")) : Number.NaN;
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfterInMs: seconds * 1000 } : {};
}

const CONNECTION =
  /^(?:ECONN|ENOTFOUND|EAI_|EHOST|ENET|EPIPE|ETIMEDOUT|UND_ERR|CERT_|DEPTH_ZERO|SELF_SIGNED)/;

function isConnectionError(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/Connection/.test(cause.constructor.name) || /Connection/.test(cause.name)) return true;
    if ("code" in cause && typeof cause.code === "string" && CONNECTION.test(cause.code)) return true;
  }
  return false;
}
