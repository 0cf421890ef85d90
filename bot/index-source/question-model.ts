import {
  codeOfFailure,
  type EmbeddingModelSettings,
  type EmbeddingTrouble,
  type EmbeddingWatch,
  type KnowledgeIndex,
} from "../../indexer/index.ts";
import type { Log } from "../log.ts";
import { measureStep } from "../observe/measure-step.ts";
import type { CountedModelCall, Metrics } from "../observe/metrics.ts";

/**
 * Options of `openIndex` for the embedding model that is set. Its failures are logged, without the words of questions; its
 * calls are counted and timed.
 */
export function questionModel({
  embedding,
  log,
  metrics,
}: {
  embedding?: EmbeddingModelSettings | undefined;
  log: Log;
  metrics?: Pick<Metrics, "modelCall"> | undefined;
}) {
  const onEmbeddingTrouble = (trouble: EmbeddingTrouble) => log.warn("embedding.failed", { ...trouble });
  const watchEmbedding: EmbeddingWatch = (request) =>
    measureStep("embed", () => (metrics === undefined ? request() : countCall(request, metrics)));
  return { embedding, onEmbeddingTrouble, watchEmbedding };
}

async function countCall(
  request: Parameters<EmbeddingWatch>[0],
  metrics: Pick<Metrics, "modelCall">,
): ReturnType<EmbeddingWatch> {
  const started = performance.now();
  const count = (outcome: CountedModelCall["outcome"], tokensIn?: number) =>
    metrics.modelCall({
      kind: "embedding",
      outcome,
      seconds: (performance.now() - started) / 1000,
      ...(tokensIn !== undefined && { tokensIn }),
    });
  try {
    const batch = await request();
    count("ok", batch.tokens);
    return batch;
  } catch (error) {
    count(OUTCOMES[codeOfFailure(error)] ?? "failed");
    throw error;
  }
}

const OUTCOMES: Partial<Record<EmbeddingTrouble["code"], CountedModelCall["outcome"]>> = {
  "too-slow": "timeout",
  busy: "limited",
  spent: "limited",
};

/**
 * Says and logs why an embedding model takes no part, once for each version that is opened.
 *
 * @param options.say Absent once the bot serves: then the log tells it.
 * @returns The index as it came.
 */
export function tellOfModel(
  index: KnowledgeIndex,
  { log, say }: { log: Log; say?: (line: string) => void },
): KnowledgeIndex {
  const { modelNotice } = index;
  if (modelNotice === undefined) return index;
  log.warn("embedding.off", { reason: modelNotice });
  say?.(modelNotice);
  return index;
}

/**
 * Builds with the embedding model, and without it where that fails: a bot whose model is down at the first start answers
 * all the same.
 *
 * @param build Builds with the model that it is given.
 * @throws {unknown} What building without a model throws.
 */
export async function buildWithModel<Result>(
  build: (embedding: EmbeddingModelSettings | undefined) => Promise<Result>,
  options: { embedding?: EmbeddingModelSettings | undefined; log: Log; say: (line: string) => void },
): Promise<Result> {
  const { embedding, log, say } = options;
  if (embedding === undefined) return build(undefined);
  try {
    return await build(embedding);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log.warn("embedding.not-built", { message });
    say(`${message}. Building without the model …`);
    return build(undefined);
  }
}
