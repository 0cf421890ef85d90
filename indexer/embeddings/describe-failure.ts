import { EmbeddingError, type EmbeddingFailure } from "./embedding-error.ts";
import type { EmbeddingModelSettings } from "./model-settings.ts";

const CODES: Readonly<Record<number, EmbeddingFailure>> = {
  400: "rejected",
  401: "refused",
  403: "refused",
  404: "unknown",
  405: "unknown",
  413: "rejected",
  422: "rejected",
  429: "busy",
};

/**
 * Turns what the client library threw into an {@link EmbeddingError}. The library's own message is left out: servers put
 * pieces of keys and of texts into theirs.
 */
export function describeFailure(cause: unknown, settings: EmbeddingModelSettings): EmbeddingError {
  if (cause instanceof EmbeddingError) return cause;
  const facts = { model: settings.model, host: hostOf(settings.baseUrl) };
  const status = fieldOf(cause, "status");
  if (typeof status !== "number") {
    const isSyntax = cause instanceof SyntaxError;
    const state = isSyntax ? "the answer is no JSON" : `no whole answer came (${reasonOf(cause)})`;
    return new EmbeddingError(isSyntax ? "bad-answer" : "unavailable", { ...facts, state });
  }
  const isSpent = status === 429 && fieldOf(cause, "code") === "insufficient_quota";
  const code = isSpent ? "spent" : (CODES[status] ?? (status >= 500 ? "unavailable" : "rejected"));
  const state = `the answer was ${status}`;
  return new EmbeddingError(code, { ...facts, state, status, retryAfterInMs: readRetryAfter(cause) });
}

/** Host and port: an address may hold a name and a password before them. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? "an unreadable address";
}

/** `Retry-After` in seconds or as a date, or OpenAI's own `retry-after-ms`. */
function readRetryAfter(cause: unknown): number | undefined {
  const headers = fieldOf(cause, "headers");
  if (!(headers instanceof Headers)) return undefined;
  const inMs = Number.parseFloat(headers.get("retry-after-ms") ?? "");
  if (inMs >= 0) return inMs;
  const after = headers.get("retry-after") ?? "";
  const wait = /^\d+(?:\.\d+)?$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** A short reason such as `ECONNREFUSED`, found as deep as the library hides it. */
function reasonOf(cause: unknown): string {
  for (let at: unknown = cause, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = fieldOf(at, "code");
    if (typeof code === "string" && /^[A-Z_]{3,40}$/.test(code)) return code;
    if (at.name === "TimeoutError" || at.name === "AbortError" || /timed out/.test(at.message))
      return "timeout";
  }
  return "connection lost";
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
