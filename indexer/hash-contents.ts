import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { TABLES } from "../knowledge/schema.ts";
import { LEXICON_TABLES, PRODUCT_KNOWLEDGE } from "./default-lexicon.ts";
import { listFiles } from "./load-folder.ts";
import { MOST_FILE_BYTES } from "./read/read-bytes.ts";

const FILES_AT_ONCE = 32;

/**
 * Hashes the files of a knowledge folder that are read.
 *
 * @returns Hash of each, by its path within the folder.
 * @throws {Error} If there is no such folder, or nothing in it that is read.
 */
export async function hashFiles(folder: string): Promise<Record<string, string>> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    const advice = 'set KNOWLEDGE_DIR, or --knowledge of "npm run index", to the folder of your documents';
    throw new Error(`Cannot index "${folder}": there is no such folder: ${advice}`);
  }
  const { files } = await listFiles(folder);
  if (files.length === 0) {
    throw new Error(`Cannot index "${folder}": it holds no file of a kind that is read`);
  }
  const hashes: Record<string, string> = {};
  for (let start = 0; start < files.length; start += FILES_AT_ONCE) {
    const batch = files.slice(start, start + FILES_AT_ONCE);
    const found = await Promise.all(batch.map((file) => hashFile(join(folder, file))));
    batch.forEach((file, position) => {
      hashes[file] = found[position] as string;
    });
  }
  return hashes;
}

/** A file that cannot be read, or is too large to be, stops nothing here: reading it later names it. */
async function hashFile(path: string): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(path);
    return size > MOST_FILE_BYTES ? `too large: ${size} ${mtimeMs}` : hashOf(await readFile(path));
  } catch {
    return "unreadable";
  }
}

/** Hash of the vocabulary that comes with the product, since it is part of every index. */
export async function productHash(): Promise<string> {
  const contents = await Promise.all(
    LEXICON_TABLES.map((name) =>
      readFile(join(PRODUCT_KNOWLEDGE, TABLES[name].file)).catch(() => Buffer.alloc(0)),
    ),
  );
  return hashOf(Buffer.concat(contents));
}

/** SHA-256 in hexadecimal digits. */
export function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
