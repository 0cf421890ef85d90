import type { ModelConfig } from "../config.ts";
import type { Check } from "./readiness.ts";

const LIMIT_IN_MS = 1500;
/** Asking costs the model's host a request. */
const LIFE_IN_MS = 30_000;

/**
 * Makes the check that a model's endpoint answers and takes the key. The bot answers without it, so a failure makes it
 * `degraded`, not unready.
 *
 * @param kind Word for people: which model.
 */
export function checkEndpoint(kind: "chat" | "embedding", model: ModelConfig): Check {
  return {
    reason: `The ${kind} model cannot be reached`,
    isDispensable: true,
    lifeInMs: LIFE_IN_MS,
    prove: async () => {
      const response = await fetch(`${model.baseUrl}/models`, {
        headers: headersOf(model),
        signal: AbortSignal.timeout(LIMIT_IN_MS),
        // A redirect would carry the key to an address nobody has set.
        redirect: "error",
      });
      await response.body?.cancel();
      // Some endpoints have no list of models; that they answer is enough.
      const isRefused = response.status === 401 || response.status === 403 || response.status >= 500;
      if (isRefused) throw new Error(`The endpoint of the ${kind} model answers ${response.status}`);
    },
  };
}

function headersOf({ apiKey, azureApiVersion }: ModelConfig): Record<string, string> {
  if (apiKey === undefined) return {};
  return azureApiVersion === undefined ? { authorization: `Bearer ${apiKey}` } : { "api-key": apiKey };
}
