import { setTimeout as pause } from "node:timers/promises";
import { EmbeddingError } from "./embedding-error.ts";

/** How long a build bears with a model that does not answer. */
export interface Patience {
  /** Requests for the same texts, the first included. @default {6} */
  attempts: number;
  /** Pause before the second, in milliseconds; doubled each time, with up to a half more by chance. @default {500} */
  firstPauseInMs: number;
  /** Longest pause, also where the service asks for a longer one: then the build ends. @default {60_000} */
  longestPauseInMs: number;
  /** Longest time for one request. @default {60_000} */
  timeoutInMs: number;
}

export const PATIENCE: Patience = {
  attempts: 6,
  firstPauseInMs: 500,
  longestPauseInMs: 60_000,
  timeoutInMs: 60_000,
};

/**
 * Asks again after failures that may pass, as late as the service wants it.
 *
 * @param ask Makes the request; called once an attempt.
 * @throws {unknown} The last failure, or at once one that will not pass.
 */
export async function retryEmbedding<Result>(
  ask: () => Promise<Result>,
  patience: Patience,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof EmbeddingError) || !error.isRetryable || attempt >= patience.attempts)
        throw error;
      const wait = pauseAfter(error, { attempt, patience });
      if (wait > patience.longestPauseInMs) throw error;
      await pause(wait);
    }
  }
}

/** What the service asks for, else twice as long each time; by chance a little more, lest all come back at once. */
function pauseAfter(
  { retryAfterInMs }: EmbeddingError,
  { attempt, patience }: { attempt: number; patience: Patience },
): number {
  if (retryAfterInMs !== undefined) return retryAfterInMs;
  const doubled = patience.firstPauseInMs * 2 ** (attempt - 1);
  return Math.min(doubled * (1 + Math.random() / 2), patience.longestPauseInMs);
}
