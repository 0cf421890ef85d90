import type { EmbeddingCost } from "./embeddings/embed-texts.ts";
import type { Manifest } from "./manifest.ts";

/**
 * Puts into one line what an embedding model did for an index and what that cost.
 *
 * @example
 * ```ts
 * // "bge-m3" style: Model "openai:bge-m3" (1024 dimensions): 120 texts embedded, 2300 from the cache, 3 requests,
 * // 15230 tokens, in 4.10 s
 * presentCost(model, cost);
 * ```
 */
export function presentCost(model: NonNullable<Manifest["model"]>, cost: EmbeddingCost): string {
  const { embedded, cached, requests, tokens, areTokensCounted, seconds } = cost;
  const counts = `${embedded} texts embedded, ${cached} from the cache, ${requests} requests`;
  const spent = `${areTokensCounted ? "" : "about "}${tokens} tokens, in ${seconds.toFixed(2)} s`;
  const line = `Model "${model.name}" (${model.dimensions} dimensions): ${counts}, ${spent}`;
  if (model.trust > 0) return line;
  return `${line}\nIts vectors do not tell the passages of this collection apart: the search leaves them out`;
}
