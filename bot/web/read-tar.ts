import { promisify } from "node:util";
import { gunzip as gunzipCallback } from "node:zlib";

const gunzip = promisify(gunzipCallback);

/** A tar file is a row of blocks of this many bytes: one header, then the content, padded with zeros. */
const BLOCK_BYTES = 512;

/** More than any package we unpack needs; stops a file that unfolds without end. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;

/**
 * Reads chosen files out of a gzipped tar archive, in memory and without touching the disk.
 *
 * Knows regular files with names up to 255 characters (ustar), which is what npm writes; everything else is
 * passed over.
 *
 * @param archive The `.tgz` file.
 * @param paths Full paths within the archive, such as `package/package.json`.
 * @returns Path to content; a path that the archive lacks is absent.
 * @throws {Error} If the archive is not gzip, is cut off, or unfolds to more than 512 MiB.
 *
 * @example
 * ```ts
 * const files = await readTar(tarball, ["package/package.json"]);
 * files.get("package/package.json")?.toString("utf8");
 * ```
 */
export async function readTar(archive: Buffer, paths: readonly string[]): Promise<Map<string, Buffer>> {
  const tar = await gunzip(archive, { maxOutputLength: MAX_UNPACKED_BYTES });
  const found = new Map<string, Buffer>();
  let offset = 0;
  while (offset + BLOCK_BYTES <= tar.length) {
    const header = tar.subarray(offset, offset + BLOCK_BYTES);
    if (header.every((byte) => byte === 0)) break;
    const size = Number.parseInt(textAt(header, 124, 12), 8);
    const start = offset + BLOCK_BYTES;
    if (!Number.isSafeInteger(size) || size < 0 || start + size > tar.length) {
      throw new Error(`Cannot read the archive: the entry at byte ${offset} is damaged or cut off`);
    }
    const name = nameOf(header);
    const isFile = header[156] === 0 || header[156] === "0".charCodeAt(0);
    if (isFile && paths.includes(name)) found.set(name, Buffer.from(tar.subarray(start, start + size)));
    offset = start + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
  }
  return found;
}

/** Name and, for long paths, the folder in front of it, which ustar keeps apart. */
function nameOf(header: Buffer): string {
  const isUstar = header.toString("latin1", 257, 262) === "ustar";
  const folder = isUstar ? textAt(header, 345, 155) : "";
  const name = textAt(header, 0, 100);
  return folder === "" ? name : `${folder}/${name}`;
}

/** A field ends at its first zero byte. */
function textAt(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end === -1 ? length : end).trim();
}
