import type { Publishing } from "./publish-passages.ts";
import { listVectorTables } from "./schema.ts";
import { removeVectors } from "./vector-table.ts";

/** Keeps the version that was published and the one before, which a bot may still be reading. */
export async function removeOldVersions({ client, number }: Publishing): Promise<void> {
  const { rows } = await client.query<{ oldest: number }>(
    `SELECT min(number)::int AS oldest
     FROM (SELECT number FROM index_version WHERE number <= $1 ORDER BY number DESC LIMIT 2) AS kept`,
    [number],
  );
  const oldest = rows[0]?.oldest ?? number;
  for (const table of ["index_version", "index_table", "index_part"]) {
    await client.query(`DELETE FROM ${table} WHERE number < $1`, [oldest]);
  }
  const gone = await client.query<{ id: number }>(
    "DELETE FROM index_passage WHERE removed <= $1 RETURNING id",
    [oldest],
  );
  const passages = gone.rows.map(({ id }) => id);
  for (const name of await listVectorTables(client)) {
    await removeVectors(client, { name, dimensions: 0 }, passages);
  }
  await client.query("DELETE FROM index_entry WHERE removed <= $1", [oldest]);
  await client.query("DELETE FROM index_row WHERE removed <= $1", [oldest]);
  await client.query(
    `DELETE FROM index_segment WHERE NOT EXISTS (
       SELECT 1 FROM index_version WHERE index_segment.segment = ANY(index_version.segments))`,
  );
  await client.query(
    "DELETE FROM index_posting WHERE NOT EXISTS (SELECT 1 FROM index_segment AS kept WHERE kept.segment = index_posting.segment)",
  );
  await client.query(
    "DELETE FROM index_chunk WHERE NOT EXISTS (SELECT 1 FROM index_part WHERE index_chunk.hash = ANY(index_part.chunks))",
  );
}
