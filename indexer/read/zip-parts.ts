import { inflateRawSync } from "node:zlib";

/** A file within a ZIP. */
export interface ZipPart {
  name: string;
  /** Bytes that it says it unpacks to. */
  declaredBytes: number;
  /**
   * Unpacks it.
   *
   * @throws {RangeError} When more than `mostBytes` come out, or the ZIP names a place outside itself.
   * @throws {Error} When it cannot be unpacked.
   */
  unpack(mostBytes: number): Buffer;
}

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;

/**
 * Lists the files of a ZIP by its directory; none is unpacked yet.
 *
 * @param bytes The whole ZIP; anything else has no files.
 */
export function listZipParts(bytes: Buffer): ZipPart[] {
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) return [];
  const parts: ZipPart[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_ENTRY) break;
    const entry = {
      isPacked: bytes.readUInt16LE(at + 10) !== 0,
      size: bytes.readUInt32LE(at + 20),
      local: bytes.readUInt32LE(at + 42),
    };
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const declaredBytes = bytes.readUInt32LE(at + 24);
    parts.push({ name, declaredBytes, unpack: (mostBytes) => unpack(bytes, { ...entry, mostBytes }) });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function unpack(
  bytes: Buffer,
  entry: { isPacked: boolean; size: number; local: number; mostBytes: number },
): Buffer {
  const { isPacked, size, local, mostBytes } = entry;
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + size);
  if (isPacked) return inflateRawSync(packed, { maxOutputLength: mostBytes });
  if (packed.length > mostBytes) throw new RangeError(`Cannot unpack: it holds more than ${mostBytes} bytes`);
  return packed;
}
