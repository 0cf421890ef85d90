import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { PoolClient } from "pg";
import type { LexicalData } from "../lexical/lexical-data.ts";
import { writeLexicalData } from "../lexical/lexical-file.ts";
import type { Publishing } from "./publish-passages.ts";
import { notWhole } from "./read-contents.ts";

/** What is kept whole: the vocabulary, how often words occur, and the words of each passage by number. */
export type PartName = "lexicon" | "counts" | "words";

/** Parts are cut into pieces of so many bytes; a piece that is there already is not sent again. */
const CHUNK_BYTES = 256 * 1024;

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** @returns How many bytes were sent. */
export async function insertPart(
  { client, number }: Publishing,
  name: PartName,
  content: Uint8Array,
): Promise<number> {
  const hashes: Buffer[] = [];
  let sent = 0;
  for (let start = 0; start === 0 || start < content.length; start += CHUNK_BYTES) {
    const chunk = content.subarray(start, start + CHUNK_BYTES);
    const hash = createHash("sha256").update(chunk).digest();
    hashes.push(hash);
    const { rows } = await client.query("SELECT 1 FROM index_chunk WHERE hash = $1", [hash]);
    if (rows.length > 0) continue;
    const compressed = await compress(chunk);
    await client.query("INSERT INTO index_chunk VALUES ($1, $2)", [hash, compressed]);
    sent += compressed.length;
  }
  await client.query("INSERT INTO index_part VALUES ($1, $2, $3)", [number, name, hashes]);
  return sent;
}

/**
 * Reads a part.
 *
 * @throws {IndexError} When it or one of its pieces is not there.
 */
export async function readPart(
  client: Pick<PoolClient, "query">,
  number: number,
  name: PartName,
): Promise<Buffer> {
  const { rows } = await client.query<{ content: Buffer | null }>(
    `SELECT chunk.content FROM index_part AS part
     CROSS JOIN LATERAL unnest(part.chunks) WITH ORDINALITY AS piece(hash, place)
     LEFT JOIN index_chunk AS chunk ON chunk.hash = piece.hash
     WHERE part.number = $1 AND part.name = $2 ORDER BY piece.place`,
    [number, name],
  );
  if (rows.length === 0 || rows.some(({ content }) => content === null)) {
    throw notWhole(`its part "${name}" is not whole`);
  }
  return Buffer.concat(await Promise.all(rows.map(({ content }) => expand(content as Buffer))));
}

/** A lexical index without its postings, which are in rows of their own: words, numbers and how often each occurs. */
export function withoutPostings(lexical: LexicalData): Uint8Array {
  const empty = (field: LexicalData["gramField"]) => ({
    offsets: field.offsets,
    entries: new Uint32Array(0),
    impacts: new Uint16Array(0),
  });
  return writeLexicalData({
    ...lexical,
    gramField: empty(lexical.gramField),
    stemField: empty(lexical.stemField),
    conceptField: empty(lexical.conceptField),
  });
}
