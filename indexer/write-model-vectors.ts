import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createEmbeddingClient } from "./embeddings/create-embedding-client.ts";
import { type EmbeddingCost, embedTexts } from "./embeddings/embed-texts.ts";
import { cacheFolder, removeOldCaches } from "./embeddings/embedding-cache.ts";
import { measureTrust } from "./embeddings/measure-trust.ts";
import { type EmbeddingModelSettings, modelNameOf } from "./embeddings/model-settings.ts";
import { PATIENCE, type Patience } from "./embeddings/retry-embedding.ts";
import type { Manifest, PreviousVersion } from "./manifest.ts";
import { type Passage, passageText } from "./passage.ts";
import { VERSION_FILES } from "./version-files.ts";
import { writeVectorGraph } from "./write-vector-graph.ts";

export interface ModelVectorsOptions {
  settings: EmbeddingModelSettings;
  /** Folder of the index, which holds the cache of the model's vectors. */
  indexFolder: string;
  /** How long to bear with a model that does not answer. @default see `PATIENCE` */
  patience?: Partial<Patience> | undefined;
  /** Folder of the version. */
  target: string;
  /** The version before, whose graph is taken over where most vectors are the same. */
  previous: PreviousVersion | undefined;
  onProgress: (step: string, done: number, all: number) => void;
}

/** What the manifest says of the model, and what its vectors cost. */
export interface WrittenModel {
  facts: NonNullable<Manifest["model"]>;
  cost: EmbeddingCost;
}

/** Models take some thousand characters at least; a passage is seldom longer than one thousand. */
const MOST_CHARS = 6000;

/**
 * Embeds the passages with a model and writes their vectors into a version.
 *
 * @throws {EmbeddingError} (rejects) When the model does not give them; what it gave is kept in the cache.
 */
export async function writeModelVectors(
  passages: readonly Passage[],
  options: ModelVectorsOptions,
): Promise<WrittenModel> {
  const { settings, indexFolder, target, previous, onProgress } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const client = await createEmbeddingClient(settings, patience);
  const folder = cacheFolder(indexFolder, modelNameOf(settings));
  const { vectors, dimensions, cost } = await embedTexts(passages.map(modelText), {
    client,
    cacheFolder: folder,
    patience,
    onProgress: (done, all) => onProgress("model", done, all),
  });
  await removeOldCaches(indexFolder, folder);
  const graphHash = await writeVectorGraph(
    { vectors, dimensions },
    {
      path: join(target, VERSION_FILES.modelGraph),
      onLinked: (done, all) => onProgress("graph", done, all),
      former: previous && {
        path: join(previous.folder, VERSION_FILES.modelGraph),
        hash: previous.manifest.model?.graphHash,
        vectorsPath: join(previous.folder, VERSION_FILES.modelVectors),
      },
    },
  );
  const bytes = Buffer.from(vectors.buffer, vectors.byteOffset, vectors.byteLength);
  await writeFile(join(target, VERSION_FILES.modelVectors), bytes);
  const facts = {
    name: client.modelName,
    dimensions,
    trust: measureTrust(passages, vectors),
    vectorsHash: createHash("sha256").update(bytes).digest("hex"),
    ...(graphHash === undefined ? {} : { graphHash }),
  };
  return { facts, cost };
}

/** What a model is given of a passage: what it is about, the forms in which a FAQ entry is asked for, what it says. */
export function modelText(passage: Passage): string {
  const { title, headings, faq } = passage;
  const forms = faq === undefined ? [] : [faq.question, ...faq.variants];
  const parts = [...new Set([title, ...headings, ...forms])].filter((part) => part !== "");
  return [...parts, passageText(passage)].join("\n").slice(0, MOST_CHARS);
}
