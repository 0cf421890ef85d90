import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { z } from "zod";
import { IndexError } from "./errors.ts";

/** Raised when what stands on disk changes its form or meaning; an older index is then built anew. */
export const FORMAT_VERSION = 8;

const faultSchema = z.object({
  file: z.string(),
  line: z.number().optional(),
  field: z.string().optional(),
  reason: z.string(),
});

const manifestSchema = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  /** Name of the version's folder. */
  version: z.string(),
  createdAt: z.string(),
  /** Hash over everything the index is made of; equal hashes need no rebuild. */
  contentHash: z.string(),
  embeddings: z.object({ model: z.string(), dimensions: z.number().int() }),
  /** The embedding model whose vectors the index holds beside the embedded ones; absent where none was set. */
  model: z
    .object({
      name: z.string(),
      dimensions: z.number().int().positive(),
      /** How far its vectors bring together what belongs together, 0 to 1; at 0 they take no part in the search. */
      trust: z.number().min(0).max(1),
      vectorsHash: z.string(),
      graphHash: z.string().optional(),
    })
    .optional(),
  passages: z.number().int(),
  /** CRC-32 of each file that every version has, by its name: a damaged part is refused. */
  parts: z.record(z.string(), z.number().int()),
  /** Hash of the graph of the vectors, of a collection that has one: a damaged graph answers nonsense. */
  graphHash: z.string().optional(),
  /** Hash of each file that was read, by path within the folder. */
  files: z.record(z.string(), z.string()),
  faults: z.array(faultSchema),
});

/** What an index says of itself. */
export type Manifest = z.infer<typeof manifestSchema>;

/** A version as it lies on disk. */
export interface PreviousVersion {
  folder: string;
  manifest: Manifest;
}

const CURRENT_FILE = "current";

/** Folder of a version within an index folder. */
export function versionFolder(indexFolder: string, version: string): string {
  return join(indexFolder, "versions", version);
}

/**
 * Reads which version of an index is current.
 *
 * @returns The version's name, or `undefined` when nothing has been built there yet.
 */
export async function readCurrentVersion(indexFolder: string): Promise<string | undefined> {
  try {
    return (await readFile(join(indexFolder, CURRENT_FILE), "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw toReadError(error, indexFolder);
  }
}

function toReadError(error: unknown, indexFolder: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const problems: Record<string, string> = {
    ENOTDIR: "a part of the path is a file: set INDEX_DIR to a folder",
    EACCES: "this user may not read it: give it the right, or set INDEX_DIR to another folder",
    EISDIR: 'it is not one that "npm run index" wrote: set INDEX_DIR to another folder',
  };
  const problem = problems[code];
  if (problem === undefined) return error;
  return new Error(`Cannot open the index in "${indexFolder}": ${problem}`, { cause: error });
}

/** Makes a version current in one step: a reader sees the old one or the new one, never half of each. */
export async function swapCurrentVersion(indexFolder: string, version: string): Promise<void> {
  const next = join(indexFolder, `${CURRENT_FILE}.${process.pid}.next`);
  try {
    await writeFile(next, `${version}\n`);
    await rename(next, join(indexFolder, CURRENT_FILE));
  } catch (error) {
    await rm(next, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Reads the manifest of a version.
 *
 * @throws {IndexError} `broken` when it is absent or unreadable, `other-format` when it was written by another
 * version of the product.
 */
export async function readManifest(indexFolder: string, version: string): Promise<Manifest> {
  const advice = `run "npm run index"`;
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(join(versionFolder(indexFolder, version), "manifest.json"), "utf8"));
  } catch (cause) {
    throw new IndexError("broken", `Cannot read the manifest of index version "${version}": ${advice}`, {
      cause,
    });
  }
  const manifest = checkManifest(raw);
  const { sum, ...facts } = raw as { sum?: unknown };
  if (sum === sumOf(facts) && manifest.version === version) return manifest;
  throw new IndexError("broken", `The manifest of index version "${version}" is damaged: ${advice}`);
}

/**
 * Checks what an index says of itself, wherever it was kept.
 *
 * @throws {IndexError} `other-format` when another version of the product wrote it, `broken` when it is not one.
 */
export function checkManifest(raw: unknown): Manifest {
  const advice = `run "npm run index"`;
  const format = (raw as { formatVersion?: unknown } | null)?.formatVersion;
  if (format !== FORMAT_VERSION) {
    const found = `it has format ${String(format)}, the program reads ${FORMAT_VERSION}`;
    throw new IndexError("other-format", `Cannot open the index: ${found}: ${advice}`);
  }
  const parsed = manifestSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new IndexError("broken", `Cannot read the manifest: ${z.prettifyError(parsed.error)}: ${advice}`);
}

/** Writes the manifest; the last file of a version, so that its presence means the version is whole. */
export async function writeManifest(indexFolder: string, manifest: Manifest): Promise<void> {
  const path = join(versionFolder(indexFolder, manifest.version), "manifest.json");
  await writeFile(path, `${JSON.stringify(sealManifest(manifest), undefined, 1)}\n`);
}

/** Adds the sum that tells a manifest that was damaged, as it stands in the file. */
export function sealManifest<Facts extends object>(facts: Facts): Facts & { sum: number } {
  return { ...facts, sum: sumOf(facts) };
}

/** The order of the fields is that in which they stand in the file. */
function sumOf(facts: object): number {
  return crc32(JSON.stringify(facts));
}
