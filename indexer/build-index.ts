import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "../knowledge/fault.ts";
import { CONCEPT_MODEL } from "./embeddings/concept-model.ts";
import type { EmbeddingCost } from "./embeddings/embed-texts.ts";
import { type EmbeddingModelSettings, modelNameOf } from "./embeddings/model-settings.ts";
import type { Patience } from "./embeddings/retry-embedding.ts";
import { IndexError } from "./errors.ts";
import { hashFiles, hashOf, productHash } from "./hash-contents.ts";
import {
  FORMAT_VERSION,
  type Manifest,
  type PreviousVersion,
  readCurrentVersion,
  readManifest,
  swapCurrentVersion,
  versionFolder,
  writeManifest,
} from "./manifest.ts";
import { toWriteError } from "./write-error.ts";
import type { WrittenVersion } from "./write-version.ts";

export interface BuildIndexOptions {
  /** Folder of documents and tables. */
  knowledgeFolder: string;
  /** Folder the index is kept in; made when absent. */
  indexFolder: string;
  /** Builds although nothing has changed. @default {false} */
  isForced?: boolean;
  /** Model whose vectors are made beside the embedded ones. @default none */
  embedding?: EmbeddingModelSettings | undefined;
  /** How long to bear with a model that does not answer. @default some minutes */
  patience?: Partial<Patience> | undefined;
  /** Called as the work goes on. */
  onProgress?: (step: string, done: number, all: number) => void;
}

/** What came of a build. */
export interface BuildIndexResult {
  manifest: Manifest;
  /** `false` when nothing had changed and the index stayed as it was. */
  isNew: boolean;
  /** Passages whose embedding was taken over from the version before. */
  reused: number;
  faults: Fault[];
  seconds: number;
  /** What the model's vectors cost; absent where no model is set or nothing had changed. */
  cost?: EmbeddingCost;
}

const KEPT_VERSIONS = 2;

/**
 * Builds an index of a folder beside the one in use and swaps it in; a running bot keeps answering from the
 * old one until then. Unchanged content is not embedded again, and an unchanged folder costs its hashing only. Another
 * embedding model makes another version.
 *
 * @throws {EmbeddingError} When the model gives no vectors; those it gave are kept for the next build.
 * @throws {Error} When the folder does not exist, holds nothing that can be read, or the index cannot be written; the
 * version in use then stays, and nothing of the new one is left.
 */
export async function buildIndex(options: BuildIndexOptions): Promise<BuildIndexResult> {
  const started = performance.now();
  const files = await hashFiles(options.knowledgeFolder);
  const model = options.embedding && modelNameOf(options.embedding);
  const parts = [FORMAT_VERSION, files, await productHash(), ...(model === undefined ? [] : [model])];
  const contentHash = hashOf(JSON.stringify(parts));
  // What is built by force takes nothing over: it is how a damaged index is mended.
  const previous = options.isForced === true ? undefined : await readPrevious(options.indexFolder);
  const seconds = () => (performance.now() - started) / 1000;
  if (previous?.contentHash === contentHash) {
    const { passages: reused, faults } = previous;
    return { manifest: previous, isNew: false, reused, faults, seconds: seconds() };
  }
  const version = `${new Date().toISOString().replace(/[-:.Z]/g, "")}-${contentHash.slice(0, 8)}`;
  const { manifest, reused, cost } = await writeWhole(options, {
    manifest: { formatVersion: FORMAT_VERSION, version, contentHash, files },
    previous: previous && {
      folder: versionFolder(options.indexFolder, previous.version),
      manifest: previous,
    },
  });
  await removeOldVersions(options.indexFolder, version);
  return {
    manifest,
    isNew: true,
    reused,
    faults: manifest.faults,
    seconds: seconds(),
    ...(cost && { cost }),
  };
}

type BegunManifest = Pick<Manifest, "formatVersion" | "version" | "contentHash" | "files">;

/** Writes a version and makes it the current one; a build that fails leaves nothing of it, and the one before stays. */
async function writeWhole(
  options: BuildIndexOptions,
  { manifest: begun, previous }: { manifest: BegunManifest; previous: PreviousVersion | undefined },
): Promise<{ manifest: Manifest; reused: number; cost: EmbeddingCost | undefined }> {
  const { indexFolder } = options;
  const target = versionFolder(indexFolder, begun.version);
  try {
    await mkdir(target, { recursive: true });
    const { reused, ...written } = await writeParts(options, { target, previous });
    const { graphHash, model, ...counted } = written;
    const manifest: Manifest = {
      ...begun,
      createdAt: new Date().toISOString(),
      ...counted,
      ...(graphHash === undefined ? {} : { graphHash }),
      ...(model === undefined ? {} : { model: model.facts }),
    };
    await writeManifest(indexFolder, manifest);
    await swapCurrentVersion(indexFolder, begun.version);
    return { manifest, reused, cost: model?.cost };
  } catch (error) {
    await rm(target, { recursive: true, force: true }).catch(() => undefined);
    throw toWriteError(error, `Cannot write the index in "${indexFolder}"; the one in use stays as it is`);
  }
}

/** Writes a version's parts into its folder. */
async function writeParts(
  options: BuildIndexOptions,
  { target, previous }: { target: string; previous: PreviousVersion | undefined },
): Promise<WrittenVersion> {
  const { embedding: settings } = options;
  // Loaded late: the look whether anything changed should not pay for readers and stores.
  const { writeVersion } = await import("./write-version.ts");
  return writeVersion({
    knowledgeFolder: options.knowledgeFolder,
    target,
    previous,
    onProgress: options.onProgress ?? (() => {}),
    model: settings && { settings, indexFolder: options.indexFolder, patience: options.patience },
  });
}

/** The version in use, unless it is broken, older, or of other embeddings: then a new one mends it. */
async function readPrevious(indexFolder: string): Promise<Manifest | undefined> {
  const version = await readCurrentVersion(indexFolder);
  if (version === undefined) return undefined;
  try {
    const manifest = await readManifest(indexFolder, version);
    return manifest.embeddings.model.startsWith(`${CONCEPT_MODEL}/`) ? manifest : undefined;
  } catch (error) {
    if (error instanceof IndexError) return undefined;
    throw error;
  }
}

/** Keeps the current version and the one before, which a bot may still be reading. */
async function removeOldVersions(indexFolder: string, current: string): Promise<void> {
  const versions = (await readdir(join(indexFolder, "versions"))).sort();
  const old = versions.filter((version) => version !== current);
  for (const version of old.slice(0, Math.max(0, old.length - (KEPT_VERSIONS - 1)))) {
    await rm(versionFolder(indexFolder, version), { recursive: true, force: true });
  }
}
