import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { IndexError } from "./errors.ts";
import type { Manifest } from "./manifest.ts";
import type { Rest } from "./pace.ts";

/** So much is summed between rests, in bytes. */
const PIECE_BYTES = 2 ** 22;

/** Writes a file of a version. @returns Its name and sum, for `Manifest.parts`. */
export async function writePart(
  folder: string,
  file: string,
  content: string | Uint8Array,
): Promise<[file: string, sum: number]> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  await writeFile(join(folder, file), bytes);
  return [file, crc32(bytes)];
}

/**
 * Reads a file of a version, if it is as it was written.
 *
 * @param options.rest Lets others have their turn meanwhile. @default nobody is served
 * @throws {IndexError} `broken` when it is missing or damaged; the message names it and the command that mends it.
 */
export async function readPart(
  folder: string,
  file: string,
  { manifest, rest }: { manifest: Pick<Manifest, "parts">; rest?: Rest | undefined },
): Promise<Buffer> {
  const bytes = await readFile(join(folder, file)).catch((cause: unknown) => {
    throw unusable(file, { state: "cannot be read", cause });
  });
  let sum = 0;
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    sum = crc32(bytes.subarray(start, start + PIECE_BYTES), sum);
    await rest?.();
  }
  if (sum !== manifest.parts[file]) throw unusable(file, { state: "is damaged" });
  return bytes;
}

function unusable(file: string, { state, cause }: { state: string; cause?: unknown }): IndexError {
  const message = `Cannot open the index: its file "${file}" ${state}: run "npm run index -- --force"`;
  return new IndexError("broken", message, { cause });
}
