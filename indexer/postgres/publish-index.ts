import type { Pool, PoolClient } from "pg";
import { FORMAT_VERSION } from "../manifest.ts";
import type { Passage } from "../passage.ts";
import { type BuiltVersion, meanLengths, passageKeys, readBuiltVersion, vectorAt } from "./built-version.ts";
import { createNearestFunction } from "./nearest-function.ts";
import { insertPart, withoutPostings } from "./publish-parts.ts";
import {
  insertPassages,
  matchKeys,
  type Publishing,
  readerBits,
  type Sent,
  takeNumbers,
} from "./publish-passages.ts";
import { insertPostings } from "./publish-postings.ts";
import { publishRows } from "./publish-rows.ts";
import { removeOldVersions } from "./remove-old-versions.ts";
import {
  ensureIndexSchema,
  INDEX_CHANNEL,
  PUBLISH_LOCK,
  readSchemaVersion,
  SCHEMA_VERSION,
  tooNew,
} from "./schema.ts";
import { beginSegments, hasDrifted, mergeSegments } from "./segments.ts";
import { addVectors, ensureVectorTable, type VectorKind, vectorTable } from "./vector-table.ts";

export interface PublishOptions {
  /** Folder that `npm run index` wrote. */
  folder: string;
  pool: Pool;
  /** Sends everything anew, which mends tables that were damaged. @default {false} */
  isForced?: boolean;
}

/** What was published. */
export interface PublishResult {
  version: string;
  /** `false` when that version was current already. */
  isNew: boolean;
  passages: { all: number; sent: number; removed: number };
  rows: { all: number; sent: number; removed: number };
  seconds: number;
}

/**
 * Brings the current version of an index folder into Postgres, in one transaction: readers see the version before or
 * the new one, and one that fails leaves nothing. Only what changed is sent. The bots that listen are told.
 *
 * Two at once come one after the other. Tables are made where there are none.
 *
 * @throws {IndexError} When the folder holds no whole index, or Postgres no pgvector.
 * @example
 * const { passages } = await publishIndex({ folder: "data/index", pool });
 * console.log(`${passages.sent} of ${passages.all} passages sent`);
 */
export async function publishIndex(options: PublishOptions): Promise<PublishResult> {
  const started = performance.now();
  const built = await readBuiltVersion(options.folder);
  const client = await options.pool.connect();
  let fault: Error | undefined;
  try {
    await client.query("BEGIN");
    const published = await publish(client, built, options.isForced === true);
    await client.query("COMMIT");
    return { ...published, seconds: (performance.now() - started) / 1000 };
  } catch (error) {
    fault = await rollBack(client);
    throw error;
  } finally {
    client.release(fault);
  }
}

/** @returns What went wrong, so that the connection is not used again. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query("ROLLBACK");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function publish(
  client: PoolClient,
  built: BuiltVersion,
  isForced: boolean,
): Promise<Omit<PublishResult, "seconds">> {
  // A pool may allow statements some seconds; linking the graph of many vectors takes minutes.
  await client.query("SET LOCAL statement_timeout = 0");
  await client.query("SET LOCAL idle_in_transaction_session_timeout = 0");
  await client.query(`SELECT pg_advisory_xact_lock(${PUBLISH_LOCK})`);
  await refuseOlder(client);
  await ensureIndexSchema(client, { isForced });
  const { version } = built.manifest;
  const { rows: current } = await client.query<{ version: string }>(
    `SELECT version FROM index_version WHERE number = (SELECT number FROM index_current)`,
  );
  const all = { passages: built.passages.length, rows: Object.values(built.tables).flat().length };
  if (current[0]?.version === version) {
    const nothing = { sent: 0, removed: 0 };
    const [passages, rows] = [
      { all: all.passages, ...nothing },
      { all: all.rows, ...nothing },
    ];
    return { version, isNew: false, passages, rows };
  }
  await createNearestFunction(client, { size: all.passages });
  const publishing = { client, number: await takeNumbers(client, 1) };
  const passages = await publishPassages(publishing, built);
  const rows = await publishRows(publishing, built.tables);
  await insertPart(publishing, "lexicon", built.parts.lexicon);
  await insertPart(publishing, "counts", built.parts.counts);
  await insertPart(publishing, "words", withoutPostings(built.lexical));
  await makeCurrent(publishing, { built, ids: passages.ids });
  const countsOf = (sent: Sent) => ({
    all: sent.ids.length,
    sent: sent.added.length,
    removed: sent.removed,
  });
  return { version, isNew: true, passages: countsOf(passages), rows: countsOf(rows) };
}

/** A program that is behind must not take away from the others what they read. */
async function refuseOlder(client: PoolClient): Promise<void> {
  if ((await readSchemaVersion(client)) !== SCHEMA_VERSION) return;
  const { rows } = await client.query<{ format: number }>(
    `SELECT (manifest->>'formatVersion')::int AS format FROM index_version
     WHERE number = (SELECT number FROM index_current)`,
  );
  if ((rows[0]?.format ?? 0) > FORMAT_VERSION) throw tooNew();
}

async function publishPassages(publishing: Publishing, built: BuiltVersion): Promise<Sent> {
  const { client, number } = publishing;
  const { passages, lexical, vectors } = built;
  const means = meanLengths(built);
  if (await hasDrifted(publishing, means)) {
    await client.query("UPDATE index_passage SET removed = $1 WHERE removed IS NULL", [number]);
    await client.query("UPDATE index_entry SET removed = $1 WHERE removed IS NULL", [number]);
  }
  const keys = passageKeys(built);
  const sent = await matchKeys(publishing, { table: "index_passage", keys });
  await mergeSegments(publishing);
  const readers = sent.added.map((position) => readerBits(passages[position] as Passage));
  const segments = await beginSegments(publishing, { readers, means });
  await insertPassages(publishing, { passages, keys, sent, segments });
  const places = new Map(sent.added.map((position, place) => [position, place]));
  await insertPostings(client, {
    lexical,
    placeOf: (entry) => {
      const place = places.get(entry);
      return place === undefined
        ? undefined
        : { segment: segments[place] as number, id: sent.ids[entry] as number };
    },
  });
  for (const [kind, all] of Object.entries(vectors)) {
    const table = vectorTable(kind as VectorKind, all.length / passages.length);
    await ensureVectorTable(client, table);
    await addVectors(
      client,
      table,
      sent.added.map((entry) => ({
        passage: sent.ids[entry] as number,
        vector: vectorAt(all, entry, passages.length),
      })),
    );
  }
  return sent;
}

/** Turns the pointer, removes what no kept version needs, and tells whoever listens once the transaction is through. */
async function makeCurrent(
  publishing: Publishing,
  { built, ids }: { built: BuiltVersion; ids: readonly number[] },
): Promise<void> {
  const { client, number } = publishing;
  const { manifest } = built;
  await client.query(
    `INSERT INTO index_version (number, version, manifest, passages, segments)
     SELECT $1, $2, $3::jsonb, $4::int[],
       coalesce((SELECT array_agg(DISTINCT segment) FROM index_entry WHERE removed IS NULL), '{}')`,
    [number, manifest.version, JSON.stringify(manifest), ids],
  );
  await client.query(
    "INSERT INTO index_current (number) VALUES ($1) ON CONFLICT (is_only) DO UPDATE SET number = excluded.number",
    [number],
  );
  await removeOldVersions(publishing);
  // The planner would otherwise take the tables for empty until the server looks at them by itself.
  await client.query("ANALYZE index_passage, index_entry, index_posting, index_row");
  await client.query("SELECT pg_notify($1, $2)", [INDEX_CHANNEL, manifest.version]);
}
