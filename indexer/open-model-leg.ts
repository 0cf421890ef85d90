import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Background } from "./embeddings/background.ts";
import { createEmbeddingClient } from "./embeddings/create-embedding-client.ts";
import { toBackground } from "./embeddings/measure-trust.ts";
import { createModelLeg, type ModelLeg, type ModelLegParts } from "./embeddings/model-leg.ts";
import { type EmbeddingModelSettings, modelNameOf } from "./embeddings/model-settings.ts";
import { NoEmbeddings } from "./embeddings/no-embeddings.ts";
import {
  createQuestionEmbedder,
  type EmbeddingTrouble,
  type EmbeddingWatch,
} from "./embeddings/question-embedder.ts";
import { IndexError } from "./errors.ts";
import type { Manifest } from "./manifest.ts";
import { createRest } from "./pace.ts";
import type { Passage } from "./passage.ts";
import { hashGraph } from "./vector-graph.ts";
import { VectorIndex } from "./vector-index.ts";
import { VERSION_FILES } from "./version-files.ts";

/** How questions are embedded while an index is in use. */
export interface QuestionModelOptions {
  /** The model that is set; absent: the embedded embedding alone. */
  embedding?: EmbeddingModelSettings | undefined;
  /** Told of each failure of the model, at most once a minute while it is down. */
  onEmbeddingTrouble?: ((trouble: EmbeddingTrouble) => void) | undefined;
  /** Takes the time of each request for a question's vector. */
  watchEmbedding?: EmbeddingWatch | undefined;
  /** How long a question waits for its vector, in milliseconds. @default {1500} */
  embeddingDeadlineInMs?: number | undefined;
}

/** Longest time for one request of a question; the question itself waits less. */
const TIMEOUT_IN_MS = 5000;
const PIECE_BYTES = 2 ** 20;

/**
 * Tells why an index cannot be searched by the model that is set, or by the one it was built with.
 *
 * @returns Nothing where both are the same, or there is neither.
 */
export function modelNotice(
  { model }: Pick<Manifest, "model">,
  { embedding }: QuestionModelOptions,
): string | undefined {
  const rest = "until then passages are found by words and the embedded vocabulary alone";
  const set = embedding && modelNameOf(embedding);
  if (set === model?.name) {
    if (model?.trust !== 0) return undefined;
    return `The vectors of "${model.name}" do not tell the passages of this collection apart, so the search leaves them out: set another EMBEDDING_MODEL and run "npm run index"`;
  }
  if (set === undefined) {
    return `The index holds vectors of "${model?.name}", but no EMBEDDING_BASE_URL and EMBEDDING_MODEL are set: set them; ${rest}`;
  }
  const built = model === undefined ? "without a model" : `with "${model.name}"`;
  return `The index was built ${built}, but "${set}" is set: run "npm run index" with the same EMBEDDING_… settings; ${rest}`;
}

/**
 * Opens the leg of the model that an index version was built with.
 *
 * @returns Nothing where another model is set or none; {@link modelNotice} says so in words.
 * @throws {IndexError} `broken` when the vectors or their graph are damaged.
 */
export async function openModelLeg(
  folder: string,
  options: QuestionModelOptions & { manifest: Manifest; passages: readonly Passage[] },
): Promise<ModelLeg | undefined> {
  const { manifest, passages, embedding } = options;
  const { model } = manifest;
  if (model === undefined || embedding === undefined || modelNameOf(embedding) !== model.name)
    return undefined;
  // Nothing that takes no part is loaded.
  if (model.trust === 0) return undefined;
  const bytes = await readChecked(join(folder, VERSION_FILES.modelVectors), model.vectorsHash);
  const rows = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  if (rows.length !== passages.length * model.dimensions) throw damaged();
  const vectors = new VectorIndex(new NoEmbeddings(), { dimensions: model.dimensions });
  vectors.addRows(rows);
  if (!vectors.isExact) {
    const path = join(folder, VERSION_FILES.modelGraph);
    if ((await hashGraph(path)) !== model.graphHash) throw damaged();
    await vectors.readGraph(path);
  }
  return connectModelLeg(embedding, {
    ...options,
    model,
    nearest: (query, asked) => vectors.nearest(query, asked),
    background: new Background(rows, passages.map(toBackground)),
  });
}

/** Puts the leg together, wherever its vectors lie, with a client that embeds the questions. */
export async function connectModelLeg(
  embedding: EmbeddingModelSettings,
  options: QuestionModelOptions &
    Pick<ModelLegParts, "passages" | "nearest" | "background"> & { model: NonNullable<Manifest["model"]> },
): Promise<ModelLeg> {
  const { passages, nearest, background, model } = options;
  const client = await createEmbeddingClient(embedding, { timeoutInMs: TIMEOUT_IN_MS });
  const {
    onEmbeddingTrouble: onTrouble,
    embeddingDeadlineInMs: deadlineInMs,
    watchEmbedding: watch,
  } = options;
  return createModelLeg({
    passages,
    nearest,
    background,
    trust: model.trust,
    embedQuestion: createQuestionEmbedder({
      client,
      dimensions: model.dimensions,
      ...(onTrouble && { onTrouble }),
      ...(watch && { watch }),
      ...(deadlineInMs !== undefined && { deadlineInMs }),
    }),
  });
}

async function readChecked(path: string, expected: string | undefined): Promise<Buffer> {
  const bytes = await readFile(path);
  const hash = createHash("sha256");
  const rest = createRest();
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    hash.update(bytes.subarray(start, start + PIECE_BYTES));
    await rest();
  }
  if (hash.digest("hex") !== expected) throw damaged();
  return bytes;
}

function damaged(): IndexError {
  return new IndexError(
    "broken",
    'Cannot open the index: the vectors of its model are damaged: run "npm run index -- --force"',
  );
}
