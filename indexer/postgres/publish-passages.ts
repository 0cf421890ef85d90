import type { PoolClient } from "pg";
import { READERS } from "../../knowledge/languages.ts";
import { isForReader, type Passage, passageText } from "../passage.ts";
import { toPostgresJson, toPostgresText } from "./pg-json.ts";

/** A publishing under way. */
export interface Publishing {
  client: PoolClient;
  /** Number of the version that is published; higher than that of every version before. */
  number: number;
}

/** What became of the passages or rows of a version. */
export interface Sent {
  /** Id of each, in the order of the version. */
  ids: number[];
  /** Positions within the version of those that were not there before. */
  added: number[];
  removed: number;
}

/** Passages of a segment at most: what one row of postings may hold, and what one shard ranks by itself. */
export const SEGMENT_SIZE = 8192;
const BATCH = 500;

/** A passage's readers as bits, in the order of the ranks. */
export function readerBits(passage: Pick<Passage, "visibility" | "audience">): number {
  return READERS.reduce((bits, reader, at) => bits | (isForReader(passage, reader) ? 1 << at : 0), 0);
}

/**
 * Compares what is kept with what a version holds, and marks what is gone as removed in it.
 *
 * @param keys Key of each passage or row of the version.
 * @returns Ids of what was there, new ones for what was not.
 */
export async function matchKeys(
  { client, number }: Publishing,
  options: { table: "index_passage" | "index_row"; keys: readonly string[] },
): Promise<Sent> {
  const { table, keys } = options;
  const { rows } = await client.query<{ id: number; key: string }>(
    `SELECT id, key::text AS key FROM ${table} WHERE removed IS NULL`,
  );
  const known = new Map(rows.map(({ id, key }) => [key, id]));
  const added = [...keys.keys()].filter((position) => !known.has(keys[position] as string));
  let next = await takeNumbers(client, added.length);
  const ids = keys.map((key) => {
    const id = known.get(key) ?? next++;
    known.delete(key);
    return id;
  });
  const gone = [...known.values()];
  await client.query(`UPDATE ${table} SET removed = $1 WHERE id = ANY($2::int[])`, [number, gone]);
  if (table === "index_passage") {
    await client.query("UPDATE index_entry SET removed = $1 WHERE passage = ANY($2::int[])", [number, gone]);
  }
  return { ids, added, removed: gone.length };
}

/**
 * Takes up numbers that nothing had before.
 *
 * @returns The first of them; the others follow.
 */
export async function takeNumbers(client: PoolClient, count: number): Promise<number> {
  const { rows } = await client.query<{ first: number }>(
    "SELECT (setval('index_ids', nextval('index_ids') + $1::bigint) - $1::bigint)::int AS first",
    [count],
  );
  return rows[0]?.first ?? 1;
}

/**
 * Sends the passages that were not there.
 *
 * @param options.segments Number of the segment of each new passage.
 */
export async function insertPassages(
  publishing: Publishing,
  options: {
    passages: readonly Passage[];
    keys: readonly string[];
    sent: Sent;
    segments: readonly number[];
  },
): Promise<void> {
  const { passages, keys, sent, segments } = options;
  for (let start = 0; start < sent.added.length; start += BATCH) {
    const batch = sent.added.slice(start, start + BATCH).map((position, place) => {
      const passage = passages[position] as Passage;
      return toRow(passage, {
        id: sent.ids[position] as number,
        key: keys[position] as string,
        segment: segments[start + place] as number,
      });
    });
    await insertBatch(publishing, JSON.stringify(batch));
  }
}

function toRow(passage: Passage, place: { id: number; key: string; segment: number }): object {
  return {
    ...place,
    language: passage.language,
    kind: passage.kind,
    visibility: passage.visibility,
    audience: passage.audience ?? null,
    file: toPostgresText(passage.file),
    headings: passage.headings.map(toPostgresText),
    text: toPostgresText(passageText(passage)),
    readers: readerBits(passage),
    body: toPostgresJson(passage),
  };
}

/** One document of JSON for a batch: arrays of arrays (headings, audience) cannot be sent as columns. */
async function insertBatch({ client, number }: Publishing, rows: string): Promise<void> {
  await client.query(
    `WITH sent AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS row(
         id int, key uuid, segment int, language text, kind text, visibility text, audience text[], file text,
         headings text[], text text, readers smallint, body text)),
     entries AS (
       INSERT INTO index_entry (passage, segment, readers, added) SELECT id, segment, readers, $2::int FROM sent)
     INSERT INTO index_passage
       (id, key, language, kind, visibility, audience, file, headings, text, body, added)
     SELECT id, key, language, kind, visibility, audience, file, headings, text, body::jsonb, $2::int FROM sent`,
    [rows, number],
  );
}
