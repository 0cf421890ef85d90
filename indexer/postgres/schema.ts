import type { PoolClient } from "pg";
import { IndexError } from "../errors.ts";

/** Raised when a table changes its form or meaning; tables of an older one are dropped and filled anew. */
export const SCHEMA_VERSION = 1;

/** Channel on which a newly published version is told of. */
export const INDEX_CHANNEL = "sivuvirta_index";

/** Key of the lock that lets one process at a time change the tables; "sivuindx" in bytes. */
export const PUBLISH_LOCK = "8316300319261287544";

/**
 * Everything of a version is kept once, by what it says, with the numbers of the versions it was added in and removed
 * in. So a version is what was added up to it and not yet removed, and publishing sends what changed.
 *
 * A segment holds passages that the same ranks may see, so what a reader may not see is left out by leaving out segments.
 * `index_posting` holds, for a term, all passages of a segment that have it: a row for each pair of the two would need ten
 * times the room. `index_entry` tells for the search by vectors, in a few bytes a passage, who sees it and in which versions.
 */
const TABLES = [
  // Never dropped: a bot that still reads a version that is gone must not take new passages for its own.
  "CREATE SEQUENCE IF NOT EXISTS index_ids",
  "CREATE TABLE index_schema (version int NOT NULL)",
  `CREATE TABLE index_version (
    number int PRIMARY KEY, version text NOT NULL, manifest jsonb NOT NULL, published_at timestamptz NOT NULL DEFAULT now(),
    passages int[] NOT NULL, segments int[] NOT NULL)`,
  "CREATE TABLE index_current (is_only bool PRIMARY KEY DEFAULT true CHECK (is_only), number int NOT NULL)",
  `CREATE TABLE index_passage (
    id int PRIMARY KEY, key uuid NOT NULL, language text NOT NULL, kind text NOT NULL, visibility text NOT NULL,
    audience text[], file text NOT NULL, headings text[] NOT NULL, text text NOT NULL, body jsonb NOT NULL,
    added int NOT NULL, removed int)`,
  "CREATE UNIQUE INDEX index_passage_key ON index_passage (key) WHERE removed IS NULL",
  `CREATE TABLE index_entry (
    segment int NOT NULL, passage int NOT NULL, readers smallint NOT NULL, added int NOT NULL, removed int,
    PRIMARY KEY (segment, passage))`,
  "CREATE INDEX index_entry_passage ON index_entry (passage)",
  "CREATE TABLE index_segment (segment int PRIMARY KEY, readers smallint NOT NULL, mean_lengths real[] NOT NULL)",
  `CREATE TABLE index_posting (
    segment int NOT NULL, term bigint NOT NULL, passages int[] NOT NULL, impacts smallint[] NOT NULL)`,
  "CREATE INDEX index_posting_term ON index_posting (term, segment)",
  `CREATE TABLE index_row (
    id int PRIMARY KEY, key uuid NOT NULL, table_name text NOT NULL, visibility text NOT NULL, body jsonb NOT NULL,
    added int NOT NULL, removed int)`,
  "CREATE UNIQUE INDEX index_row_key ON index_row (key) WHERE removed IS NULL",
  `CREATE TABLE index_table (
    number int NOT NULL, table_name text NOT NULL, rows int[] NOT NULL, lines int[] NOT NULL,
    PRIMARY KEY (number, table_name))`,
  "CREATE TABLE index_chunk (hash bytea PRIMARY KEY, content bytea NOT NULL)",
  `CREATE TABLE index_part (number int NOT NULL, name text NOT NULL, chunks bytea[] NOT NULL, PRIMARY KEY (number, name))`,
  `INSERT INTO index_schema VALUES (${SCHEMA_VERSION})`,
];

const TABLE_NAMES = [
  "index_schema",
  "index_version",
  "index_current",
  "index_passage",
  "index_entry",
  "index_segment",
  "index_posting",
  "index_row",
  "index_table",
  "index_chunk",
  "index_part",
];

/**
 * Makes the tables of the index where there are none, and the extension pgvector. Within a transaction that holds
 * {@link PUBLISH_LOCK}.
 *
 * @param options.isForced Drops the tables that are there and makes them anew.
 * @throws {Error} When a newer version of the program made the tables.
 * @throws {IndexError} `missing` when the server has no pgvector or does not let this user add it: the message says what
 * to install and what to run.
 */
export async function ensureIndexSchema(
  client: Pick<PoolClient, "query">,
  options: { isForced?: boolean } = {},
): Promise<void> {
  await ensureVectorExtension(client);
  const found = await readSchemaVersion(client);
  if (found === SCHEMA_VERSION && options.isForced !== true) return;
  if (found !== undefined && found > SCHEMA_VERSION) throw tooNew();
  await dropTables(client);
  for (const statement of TABLES) await client.query(statement);
}

/** @returns The number the tables say they are of; nothing where there are none. */
export async function readSchemaVersion(client: Pick<PoolClient, "query">): Promise<number | undefined> {
  const { rows: tables } = await client.query("SELECT to_regclass('index_schema') IS NOT NULL AS is_there");
  if (tables[0]?.is_there !== true) return undefined;
  const { rows } = await client.query("SELECT version FROM index_schema");
  return rows[0]?.version ?? 0;
}

/** An index that this program cannot read, since a newer one wrote it. */
export function tooNew(): Error {
  return new Error(
    "Cannot use the index in Postgres: a newer version of the program wrote it: run that version here too",
  );
}

async function ensureVectorExtension(client: Pick<PoolClient, "query">): Promise<void> {
  const { rows } = await client.query(
    `SELECT (SELECT count(*)::int FROM pg_extension WHERE extname = 'vector') AS made,
            (SELECT count(*)::int FROM pg_available_extensions WHERE name = 'vector') AS available`,
  );
  const { made, available } = rows[0] as { made: number; available: number };
  if (made > 0) return;
  if (available === 0) {
    throw new IndexError(
      "missing",
      "Cannot keep the index in Postgres: the server has no pgvector: install it there (package " +
        '"postgresql-NN-pgvector", image "pgvector/pgvector", or the switch of a managed server), then start again',
    );
  }
  try {
    await client.query("SAVEPOINT extension");
    await client.query("CREATE EXTENSION vector");
  } catch (cause) {
    await client.query("ROLLBACK TO SAVEPOINT extension");
    throw new IndexError(
      "missing",
      'Cannot add pgvector to the database: this user may not: run "CREATE EXTENSION vector" as its owner or administrator',
      { cause },
    );
  }
}

async function dropTables(client: Pick<PoolClient, "query">): Promise<void> {
  const vectors = await listVectorTables(client);
  for (const name of [...TABLE_NAMES, ...vectors]) await client.query(`DROP TABLE IF EXISTS ${name} CASCADE`);
}

/** Names of the tables of vectors: one for each kind and length; see `vectorTable`. */
export async function listVectorTables(client: Pick<PoolClient, "query">): Promise<string[]> {
  const { rows } = await client.query<{ tablename: string }>(
    `SELECT tablename FROM pg_tables
     WHERE schemaname = current_schema() AND tablename ~ '^index_vector_[a-z]+_[0-9]+$' ORDER BY 1`,
  );
  return rows.map(({ tablename }) => tablename);
}
