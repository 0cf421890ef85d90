import { readFile, stat } from "node:fs/promises";

const MEGABYTE = 1024 * 1024;
/** Largest file that is read, in bytes; pictures make documents large. */
export const MOST_FILE_BYTES = 100 * MEGABYTE;
/** Largest file of text alone, in bytes: some five thousand pages. */
export const MOST_TEXT_BYTES = 16 * MEGABYTE;

/**
 * Reads a whole file that is not too large to be worked with in memory.
 *
 * @param mostBytes Size above which it is refused unread. @default {MOST_FILE_BYTES}
 * @throws {Error} When it is larger, or cannot be read.
 */
export async function readBytes(path: string, mostBytes = MOST_FILE_BYTES): Promise<Buffer> {
  const { size } = await stat(path);
  if (size > mostBytes) {
    const limit = Math.round(mostBytes / MEGABYTE);
    throw new Error(`it holds ${Math.ceil(size / MEGABYTE)} MB, at most ${limit} MB are read: split it`);
  }
  return readFile(path);
}
