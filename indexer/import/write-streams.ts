import { constants, copyFile, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** What {@link writeStreams} writes, and what it expects to find. */
export interface WriteOptions {
  path: string;
  /** The file as it was read; absent when there was none. */
  before: Buffer | undefined;
  after: Buffer;
  /** Keep a copy of the old file beside it. */
  keepsBackup: boolean;
  now: Date;
}

/**
 * Writes a file in one step: readers see the old content or the new one, never a part.
 *
 * @returns Path of the backup, if one was kept; or `changed` when the file is not as it was read, and nothing was written.
 *
 * @example
 * ```ts
 * await writeStreams({ path, before, after, keepsBackup: true, now: new Date() });
 * // { backup: "knowledge/side-streams.csv.bak-20261122T101500000Z" }
 * ```
 */
export async function writeStreams(options: WriteOptions): Promise<{ backup?: string } | "changed"> {
  const { before, after, keepsBackup, now } = options;
  const path = before === undefined ? options.path : await realpath(options.path);
  const stamp = now.toISOString().replace(/[-:.]/g, "");
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}-${stamp}.tmp`);
  const mode = before === undefined ? 0o644 : (await stat(path)).mode;
  try {
    const file = await open(temporary, "wx", mode);
    try {
      await file.writeFile(after);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!(await isUnchanged(path, before))) return "changed";
    const backup = `${path}.bak-${stamp}`;
    if (keepsBackup) await copyFile(path, backup, constants.COPYFILE_EXCL);
    await rename(temporary, path);
    return keepsBackup ? { backup } : {};
  } finally {
    await rm(temporary, { force: true });
  }
}

async function isUnchanged(path: string, before: Buffer | undefined): Promise<boolean> {
  const now = await readIfPresent(path);
  return before === undefined || now === undefined ? before === now : before.equals(now);
}

/** Reads a file; nothing when there is none. */
export async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
