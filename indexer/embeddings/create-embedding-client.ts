import { describeFailure, hostOf } from "./describe-failure.ts";
import { EmbeddingError } from "./embedding-error.ts";
import { type EmbeddingModelSettings, modelNameOf } from "./model-settings.ts";
import { unitVector } from "./unit-vector.ts";

/** Vectors of one request, and what it cost. */
export interface EmbeddedBatch {
  /** One for each text, of length 1, or all zeros where the model gave zeros. */
  vectors: Float32Array[];
  /** Tokens as the service counted them; absent where it does not tell. */
  tokens: number | undefined;
}

/** A model that embeds: one call, one request, no second try. */
export interface EmbeddingClient {
  /** Name as in a manifest, such as `openai:text-embedding-3-small`. */
  readonly modelName: string;
  /** @throws {EmbeddingError} (rejects) Whatever goes wrong. */
  embed(texts: readonly string[]): Promise<EmbeddedBatch>;
}

/**
 * Creates a client of an OpenAI-compatible endpoint. Nothing is sent yet.
 *
 * @param options.timeoutInMs Longest time for one request with its whole answer.
 */
export async function createEmbeddingClient(
  settings: EmbeddingModelSettings,
  options: { timeoutInMs: number },
): Promise<EmbeddingClient> {
  const { createOpenAiEmbeddings } = await import("./openai-embeddings.ts");
  const embeddings = createOpenAiEmbeddings(settings, options);
  return {
    modelName: modelNameOf(settings),
    async embed(texts) {
      try {
        return readBatch(await embeddings.answerTo(texts), { count: texts.length, settings });
      } catch (error) {
        throw describeFailure(error, settings);
      }
    },
  };
}

function readBatch(
  answer: unknown,
  { count, settings }: { count: number; settings: EmbeddingModelSettings },
): EmbeddedBatch {
  const refuse = (state: string) =>
    new EmbeddingError("bad-answer", { model: settings.model, host: hostOf(settings.baseUrl), state });
  const { data, usage } = (answer ?? {}) as { data?: unknown; usage?: Record<string, unknown> };
  if (!Array.isArray(data)) throw refuse("the answer holds no vectors");
  if (data.length !== count) throw refuse(`the answer holds ${data.length} vectors for ${count} texts`);
  const vectors = new Array<Float32Array | undefined>(count).fill(undefined);
  data.forEach((item: { index?: unknown; embedding?: unknown } | null, position) => {
    const at = typeof item?.index === "number" ? item.index : position;
    const vector = unitVector(item?.embedding);
    if (vector !== undefined && at < count) vectors[at] = vector;
  });
  const whole = vectors.filter((vector) => vector !== undefined);
  const dimensions = whole[0]?.length;
  if (whole.length !== count || whole.some(({ length }) => length !== dimensions)) {
    throw refuse("the answer holds something else than one vector of equal length for each text");
  }
  const tokens = usage?.total_tokens ?? usage?.prompt_tokens;
  return { vectors: whole, tokens: typeof tokens === "number" && tokens > 0 ? tokens : undefined };
}
