import { Embeddings } from "@langchain/core/embeddings";
import type { Pool, PoolClient } from "pg";

/**
 * Vectors of one kind and length in Postgres.
 *
 * The table is one of LangChain's `PGVectorStore`, which makes it, fills it, removes from it and links its graph; any
 * tool that knows such tables reads it. Searched it is by a statement of its own (`search-vectors.ts`), because the
 * store's search reads every column of what it finds, the vectors too (some 3 kB each), joins no other table (who may
 * see a passage, and which version holds it, is kept in one place), and cannot set how far the graph is searched.
 */
export interface VectorTable {
  name: string;
  dimensions: number;
}

/** A vector and the passage it belongs to. */
export interface PassageVector {
  passage: number;
  vector: ArrayLike<number>;
}

/** Above so many vectors the graph is searched; as in the embedded index, every one is compared below. */
const EXACT_LIMIT = 2000;
/** pgvector links no longer ones; they are compared one by one. */
const MAX_LINKED_DIMENSIONS = 2000;
const BATCH = 250;

/** Of which embedding: the embedded one, or a model that is set. */
export type VectorKind = "concept" | "model";

export function vectorTable(kind: VectorKind, dimensions: number): VectorTable {
  return { name: `index_vector_${kind}_${dimensions}`, dimensions };
}

/** Makes the table and the column that ties its rows to passages; nothing where they are there. */
export async function ensureVectorTable(client: PoolClient, table: VectorTable): Promise<void> {
  const store = await openStore(client, table);
  await store.ensureTableInDatabase(table.dimensions);
  await client.query(
    `ALTER TABLE ${table.name} ADD COLUMN IF NOT EXISTS passage int
       GENERATED ALWAYS AS ((metadata->>'passage')::int) STORED`,
  );
  await client.query(`CREATE INDEX IF NOT EXISTS ${table.name}_passage ON ${table.name} (passage)`);
}

/** Adds vectors; those of zero length, which are like no other, are left out. */
export async function addVectors(
  client: PoolClient,
  table: VectorTable,
  vectors: readonly PassageVector[],
): Promise<void> {
  const store = await openStore(client, table);
  const known = vectors.filter(({ vector }) => Array.prototype.some.call(vector, (value) => value !== 0));
  for (let start = 0; start < known.length; start += BATCH) {
    const batch = known.slice(start, start + BATCH);
    await store.addVectors(
      batch.map(({ vector }) => Array.from(vector)),
      batch.map(({ passage }) => ({ pageContent: "", metadata: { passage } })),
      { ids: batch.map(({ passage }) => vectorId(passage)) },
    );
  }
  if (await isLinked(client, table)) {
    await store.createHnswIndex({
      dimensions: table.dimensions,
      m: 16,
      efConstruction: 200,
      namespace: table.name,
    });
  }
}

export async function removeVectors(
  client: PoolClient,
  table: VectorTable,
  passages: readonly number[],
): Promise<void> {
  if (passages.length === 0) return;
  const store = await openStore(client, table);
  await store.delete({ ids: passages.map(vectorId) });
}

async function isLinked(client: PoolClient, { name, dimensions }: VectorTable): Promise<boolean> {
  if (dimensions > MAX_LINKED_DIMENSIONS) return false;
  const { rows } = await client.query<{ size: number }>(`SELECT count(*)::int AS size FROM ${name}`);
  return (rows[0]?.size ?? 0) > EXACT_LIMIT;
}

/** The store only ever calls `query`, so a client within a transaction serves as its pool. */
async function openStore(client: PoolClient, { name }: VectorTable) {
  // Loaded late: a bot that only reads needs nothing of it.
  const { PGVectorStore } = await import("@langchain/community/vectorstores/pgvector");
  return new PGVectorStore(new NoEmbeddings({}), {
    pool: client as unknown as Pool,
    tableName: name,
    distanceStrategy: "cosine",
  });
}

/** The store wants an id that is a UUID. */
function vectorId(passage: number): string {
  return `00000000-0000-4000-8000-${passage.toString(16).padStart(12, "0")}`;
}

/** Vectors come ready-made from the built index. */
class NoEmbeddings extends Embeddings {
  override embedDocuments(): Promise<number[][]> {
    return Promise.reject(new Error("Cannot embed here: vectors are published as they were built"));
  }

  override embedQuery(): Promise<number[]> {
    return Promise.reject(new Error("Cannot embed here: the question comes as a vector"));
  }
}
