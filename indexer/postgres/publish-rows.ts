import { createHash } from "node:crypto";
import type { Tables } from "../../knowledge/read-table.ts";
import { uniqueNames } from "./built-version.ts";
import { toPostgresJson } from "./pg-json.ts";
import { matchKeys, type Publishing, type Sent } from "./publish-passages.ts";

const BATCH = 1000;

interface TableRow {
  line: number;
  visibility?: string;
}

/**
 * Sends the rows of all tables that were not there. The line a row stands on is kept with the version: a row that is put
 * in at the top of a file would otherwise change all others.
 */
export async function publishRows(publishing: Publishing, tables: Partial<Tables>): Promise<Sent> {
  const names = Object.keys(tables).sort();
  const rowsOf = (name: string) => tables[name as keyof Tables] as readonly TableRow[];
  const all = names.flatMap((name) => rowsOf(name).map(({ line, ...body }) => ({ name, line, body })));
  const unique = uniqueNames();
  const keys = all.map(({ name, body }) =>
    unique(
      createHash("sha256")
        .update(JSON.stringify([name, body]))
        .digest("hex"),
    ),
  );
  const sent = await matchKeys(publishing, { table: "index_row", keys });
  for (let start = 0; start < sent.added.length; start += BATCH) {
    const positions = sent.added.slice(start, start + BATCH);
    const batch = positions.map((position) => all[position] as (typeof all)[number]);
    await publishing.client.query(
      `INSERT INTO index_row (id, key, table_name, visibility, body, added)
       SELECT id, key, table_name, visibility, body, $6::int
       FROM unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::jsonb[])
         AS sent(id, key, table_name, visibility, body)`,
      [
        positions.map((position) => sent.ids[position]),
        positions.map((position) => keys[position]),
        batch.map(({ name }) => name),
        batch.map(({ body }) => body.visibility ?? "public"),
        batch.map(({ body }) => toPostgresJson(body)),
        publishing.number,
      ],
    );
  }
  let start = 0;
  for (const name of names) {
    const end = start + rowsOf(name).length;
    await publishing.client.query("INSERT INTO index_table VALUES ($1, $2, $3, $4)", [
      publishing.number,
      name,
      sent.ids.slice(start, end),
      all.slice(start, end).map(({ line }) => line),
    ]);
    start = end;
  }
  return sent;
}
