import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";

const MAGIC = Buffer.from("SVEMB01\n");
const HEADER_BYTES = 16;
const KEY_BYTES = 32;
const CHECK_BYTES = 4;
const READ_BYTES = 1 << 20;

/** A vector under the key of what was embedded: a SHA-256 in hexadecimal. */
export type KeyedVector = readonly [key: string, vector: Float32Array];

/** First bytes of a file: 8 that name the format, the dimensions in 32 bits, 4 of nothing. */
export function vectorFileHeader(dimensions: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32LE(dimensions, MAGIC.length);
  return header;
}

/** Records to be appended: key, 32-bit numbers, CRC-32 of both. */
export function vectorRecords(entries: readonly KeyedVector[]): Buffer {
  return Buffer.concat(entries.map(toRecord));
}

/**
 * Reads a file of vectors piece by piece. Damaged records are passed over, and so is what is less than a record at the
 * end: it was being written when its process died. A file of another kind holds nothing.
 */
export async function* readVectorFile(path: string): AsyncGenerator<KeyedVector[]> {
  const handle = await open(path, "r");
  try {
    const dimensions = await readDimensions(handle);
    if (dimensions === undefined) return;
    const size = KEY_BYTES + dimensions * 4 + CHECK_BYTES;
    const buffer = Buffer.alloc(size * Math.max(1, Math.floor(READ_BYTES / size)));
    for (let position = HEADER_BYTES; ; ) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
      const whole = Math.floor(bytesRead / size);
      if (whole === 0) return;
      position += whole * size;
      yield Array.from({ length: whole }, (_, at) =>
        parseRecord(buffer.subarray(at * size, (at + 1) * size)),
      ).filter((entry) => entry !== undefined);
    }
  } finally {
    await handle.close();
  }
}

function toRecord([key, vector]: KeyedVector): Buffer {
  const record = Buffer.alloc(KEY_BYTES + vector.length * 4 + CHECK_BYTES);
  record.write(key, "hex");
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).copy(record, KEY_BYTES);
  record.writeUInt32LE(crc32(record.subarray(0, -CHECK_BYTES)), record.length - CHECK_BYTES);
  return record;
}

function parseRecord(record: Buffer): KeyedVector | undefined {
  const content = record.subarray(0, -CHECK_BYTES);
  if (crc32(content) !== record.readUInt32LE(content.length)) return undefined;
  const bytes = Uint8Array.from(content.subarray(KEY_BYTES));
  return [record.toString("hex", 0, KEY_BYTES), new Float32Array(bytes.buffer)];
}

async function readDimensions(handle: FileHandle): Promise<number | undefined> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
  const isWhole = bytesRead === HEADER_BYTES && buffer.subarray(0, MAGIC.length).equals(MAGIC);
  const dimensions = buffer.readUInt32LE(MAGIC.length);
  return isWhole && dimensions >= 1 && dimensions <= 65_536 ? dimensions : undefined;
}
