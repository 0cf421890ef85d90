import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "../support/application.ts";

/** Longest time a client waits for the answer to one request, in milliseconds. */
export const REQUEST_PATIENCE_IN_MS = 4000;
const PATIENCE_IN_MS = 90_000;
const PAUSE_IN_MS = 150;

/**
 * Sends a request again and again, as people's clients do, until the server takes or refuses it.
 *
 * @param request Sends it once; must always say the same.
 * @param onFailure Told of each request that failed.
 * @throws {Error} If it never is.
 */
export async function insist(
  request: (signal: AbortSignal) => Promise<Answer>,
  onFailure: (status: number) => void = () => undefined,
): Promise<Answer> {
  const end = performance.now() + PATIENCE_IN_MS;
  let last = 0;
  while (performance.now() < end) {
    const answer = await request(AbortSignal.timeout(REQUEST_PATIENCE_IN_MS)).catch(() => undefined);
    last = answer?.status ?? 0;
    if (answer && last < 500 && last !== 429) return answer;
    onFailure(last);
    await wait(PAUSE_IN_MS);
  }
  throw new Error(`A request failed for ${PATIENCE_IN_MS / 1000} s, at last with ${last}`);
}
