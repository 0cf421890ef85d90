import { createHash, randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { type KeyedVector, readVectorFile, vectorFileHeader, vectorRecords } from "./vector-file.ts";

const ENDING = ".vectors";
const CACHE_FOLDER = "embeddings";
/** Models whose vectors are kept, so that going back to one costs nothing. */
const KEPT_MODELS = 4;
/** Files that this process has made. */
let filesMade = 0;

/** Key of a text: its hash. */
export function keyOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Vectors of one model by what was embedded, on disk. Each build appends to a file of its own, a record after the other
 * with a checksum each: a process that is killed loses what it was just writing, and builds cannot disturb each other.
 */
export class EmbeddingCache {
  readonly #folder: string;
  #file: FileHandle | undefined;

  /** @param folder Folder of the model's own; made when something is added. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Gives all that is kept, newest file first; a key may come more than once. */
  async *read(): AsyncGenerator<KeyedVector[]> {
    for (const file of (await this.#list()).toReversed()) yield* readVectorFile(join(this.#folder, file));
  }

  /** Appends vectors of equal length; they are on the disk when the promise is kept. */
  async add(entries: readonly KeyedVector[]): Promise<void> {
    const dimensions = entries[0]?.[1].length;
    if (dimensions === undefined) return;
    this.#file ??= await this.#create(dimensions);
    await this.#file.write(vectorRecords(entries));
    await this.#file.datasync();
  }

  /** Removes everything; for a model that now gives vectors of another length. */
  async clear(): Promise<void> {
    await this.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Writes what is needed into one new file and removes the others. */
  async compact(isNeeded: (key: string) => boolean): Promise<void> {
    await this.close();
    const before = await this.#list();
    const seen = new Set<string>();
    for (const file of before.toReversed()) {
      for await (const entries of readVectorFile(join(this.#folder, file))) {
        const kept = entries.filter(([key]) => isNeeded(key) && !seen.has(key));
        for (const [key] of kept) seen.add(key);
        await this.add(kept);
      }
    }
    await this.close();
    await Promise.all(before.map((file) => rm(join(this.#folder, file), { force: true })));
  }

  /** Closes the file of this build, and marks the folder as used. */
  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
    const now = new Date();
    // A folder that nothing was ever added to is not there.
    await utimes(this.#folder, now, now).catch(() => {});
  }

  async #list(): Promise<string[]> {
    const files = await readdir(this.#folder).catch(() => []);
    return files.filter((file) => file.endsWith(ENDING)).sort();
  }

  async #create(dimensions: number): Promise<FileHandle> {
    await mkdir(this.#folder, { recursive: true });
    // Sorts by age, also among files of one millisecond.
    const count = String(filesMade++).padStart(6, "0");
    const name = `${Date.now()}-${count}-${process.pid}-${randomBytes(4).toString("hex")}${ENDING}`;
    const path = join(this.#folder, name);
    const handle = await open(`${path}.new`, "a");
    await handle.write(vectorFileHeader(dimensions));
    // Under its name only when the header is whole.
    await rename(`${path}.new`, path);
    return handle;
  }
}

/** Folder of a model's cache within an index folder: its name for people, its hash against clashes. */
export function cacheFolder(indexFolder: string, modelName: string): string {
  const slug = modelName.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return join(indexFolder, CACHE_FOLDER, `${slug.slice(0, 60)}-${keyOf(modelName).slice(0, 8)}`);
}

/** Removes the caches of models that were used longest ago; those used last, and one that is named, stay. */
export async function removeOldCaches(indexFolder: string, current: string): Promise<void> {
  const folder = join(indexFolder, CACHE_FOLDER);
  const paths = (await readdir(folder).catch(() => [])).map((name) => join(folder, name));
  const others = await Promise.all(
    paths.filter((path) => path !== current).map(async (path) => ({ path, at: (await stat(path)).mtimeMs })),
  );
  const old = others.toSorted((one, other) => other.at - one.at).slice(KEPT_MODELS - 1);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
}
