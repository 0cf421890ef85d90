import { gzipSync } from "node:zlib";

const BLOCK_BYTES = 512;

/**
 * Makes a gzipped tar archive as `npm pack` does.
 *
 * @param files Path to content; a path ending in `/` becomes a folder.
 */
export function makeTarball(files: Record<string, string>): Buffer {
  const blocks = Object.entries(files).flatMap(([path, text]) => {
    const content = Buffer.from(text);
    const header = Buffer.alloc(BLOCK_BYTES);
    const cut = path.length > 99 ? path.lastIndexOf("/", 154) : -1;
    header.write(path.slice(cut + 1), 0);
    if (cut > 0) header.write(path.slice(0, cut), 345);
    header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
    header.write(path.endsWith("/") ? "5" : "0", 156);
    header.write("ustar\0", 257);
    const padding = Buffer.alloc((BLOCK_BYTES - (content.length % BLOCK_BYTES)) % BLOCK_BYTES);
    return [header, content, padding];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK_BYTES)]));
}
