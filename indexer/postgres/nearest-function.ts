import type { PoolClient } from "pg";
import { searchWidth } from "../vector-graph.ts";

/** From this version on pgvector goes on searching when too little of what the graph gave may be seen. */
const ITERATIVE_SINCE = [0, 8] as const;

/**
 * Makes the function that searches the graph of a table of vectors. A function, because it brings along how far the graph
 * is searched: as a setting of a session it would stand in the way of pools that share connections.
 *
 * @param options.size Number of vectors; the width is that of the graph on disk, and no more than pgvector takes.
 */
export async function createNearestFunction(
  client: Pick<PoolClient, "query">,
  { size }: { size: number },
): Promise<void> {
  // The server knows the settings of pgvector only once it was used.
  await client.query("SELECT '[1]'::vector");
  const { rows } = await client.query<{ version: string }>(
    "SELECT extversion AS version FROM pg_extension WHERE extname = 'vector'",
  );
  const settings = [`SET hnsw.ef_search = ${searchWidth(size)}`];
  if (isIterative(rows[0]?.version ?? "0")) settings.push("SET hnsw.iterative_scan = strict_order");
  await client.query(
    `CREATE OR REPLACE FUNCTION index_nearest(vectors text, question vector, at_version int, bits int, wanted int)
     RETURNS TABLE (passage int, similarity float8) LANGUAGE plpgsql STABLE ${settings.join(" ")} AS $body$
     BEGIN
       RETURN QUERY EXECUTE format(
         'SELECT entry.passage, 1 - (stored.embedding <=> $1) FROM %I AS stored
          JOIN index_entry AS entry ON entry.passage = stored.passage
          WHERE (entry.readers & $2) <> 0 AND entry.added <= $3 AND (entry.removed IS NULL OR entry.removed > $3)
          ORDER BY stored.embedding <=> $1 LIMIT $4', vectors)
       USING question, bits, at_version, wanted;
     END $body$`,
  );
}

function isIterative(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [sinceMajor, sinceMinor] = ITERATIVE_SINCE;
  return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor);
}
