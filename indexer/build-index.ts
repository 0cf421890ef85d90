import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "../knowledge/fault.ts";
import { TABLES } from "../knowledge/schema.ts";
import { LEXICON_TABLES, PRODUCT_KNOWLEDGE } from "./default-lexicon.ts";
import { listFiles } from "./load-folder.ts";
import {
  FORMAT_VERSION,
  type Manifest,
  readCurrentVersion,
  readManifest,
  swapCurrentVersion,
  versionFolder,
  writeManifest,
} from "./manifest.ts";

export interface BuildIndexOptions {
  /** Folder of documents and tables. */
  knowledgeFolder: string;
  /** Folder the index is kept in; made when absent. */
  indexFolder: string;
  /** Builds although nothing has changed. @default {false} */
  isForced?: boolean;
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
}

const KEPT_VERSIONS = 2;

/**
 * Builds an index of a folder beside the one in use and swaps it in; a running bot keeps answering from the
 * old one until then. Unchanged content is not embedded again, and an unchanged folder costs its hashing only.
 *
 * @throws {Error} When the folder does not exist, or holds nothing that can be read.
 */
export async function buildIndex(options: BuildIndexOptions): Promise<BuildIndexResult> {
  const started = performance.now();
  const files = await hashFiles(options.knowledgeFolder);
  const contentHash = hashOf(JSON.stringify([FORMAT_VERSION, files, await productHash()]));
  const previous = await readPrevious(options.indexFolder);
  const seconds = () => (performance.now() - started) / 1000;
  if (previous?.contentHash === contentHash && options.isForced !== true) {
    return {
      manifest: previous,
      isNew: false,
      reused: previous.passages,
      faults: previous.faults,
      seconds: seconds(),
    };
  }
  const version = `${new Date().toISOString().replace(/[-:.]/g, "").slice(0, 15)}-${contentHash.slice(0, 8)}`;
  const target = versionFolder(options.indexFolder, version);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  // Loaded late: the look whether anything changed should not pay for readers and stores.
  const { writeVersion } = await import("./write-version.ts");
  const written = await writeVersion({
    knowledgeFolder: options.knowledgeFolder,
    target,
    previous: previous === undefined ? undefined : versionFolder(options.indexFolder, previous.version),
    onProgress: options.onProgress ?? (() => {}),
  });
  const manifest: Manifest = {
    formatVersion: FORMAT_VERSION,
    version,
    createdAt: new Date().toISOString(),
    contentHash,
    embeddings: written.embeddings,
    passages: written.passages,
    files,
    faults: written.faults,
  };
  await writeManifest(options.indexFolder, manifest);
  await swapCurrentVersion(options.indexFolder, version);
  await removeOldVersions(options.indexFolder, version);
  return { manifest, isNew: true, reused: written.reused, faults: written.faults, seconds: seconds() };
}

async function readPrevious(indexFolder: string): Promise<Manifest | undefined> {
  const version = await readCurrentVersion(indexFolder);
  if (version === undefined) return undefined;
  try {
    return await readManifest(indexFolder, version);
  } catch {
    // A broken or older index is no reason not to build a new one: it is what mends it.
    return undefined;
  }
}

async function hashFiles(folder: string): Promise<Record<string, string>> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    throw new Error(`Cannot index "${folder}": there is no such folder`);
  }
  const { files } = await listFiles(folder);
  if (files.length === 0)
    throw new Error(`Cannot index "${folder}": it holds no file of a kind that is read`);
  const hashes = await Promise.all(
    files.map(async (file) => [file, hashOf(await readFile(join(folder, file)))] as const),
  );
  return Object.fromEntries(hashes);
}

/** Hash of the vocabulary that comes with the product, since it is part of every index. */
async function productHash(): Promise<string> {
  const contents = await Promise.all(
    LEXICON_TABLES.map((name) =>
      readFile(join(PRODUCT_KNOWLEDGE, TABLES[name].file)).catch(() => Buffer.alloc(0)),
    ),
  );
  return hashOf(Buffer.concat(contents));
}

function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Keeps the current version and the one before, which a bot may still be reading. */
async function removeOldVersions(indexFolder: string, current: string): Promise<void> {
  const versions = (await readdir(join(indexFolder, "versions"))).sort();
  const old = versions.filter((version) => version !== current);
  for (const version of old.slice(0, Math.max(0, old.length - (KEPT_VERSIONS - 1)))) {
    await rm(versionFolder(indexFolder, version), { recursive: true, force: true });
  }
}
