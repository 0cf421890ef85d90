import { isDeepStrictEqual } from "node:util";
import type { Tables } from "../knowledge/read-table.ts";
import type { Rest } from "./pace.ts";

type Rows = readonly object[];

/**
 * Puts the tables of the version before in the place of new ones with the same rows, and rows that stand where they stood
 * in the place of those that say the same: what was made of a table or a row is known by the object itself.
 *
 * Only for versions of the same vocabulary. Streams are taken over only where the parks they lie in are the same too.
 *
 * @returns The whole of `before` when no table has changed.
 */
export async function keepSameTables(
  tables: Partial<Tables>,
  options: { before: Partial<Tables>; rest: Rest },
): Promise<Partial<Tables>> {
  const { before, rest } = options;
  const old = new Map<string, Rows>(Object.entries(before));
  const kept = new Map<string, Rows>();
  for (const [name, rows] of Object.entries<Rows>(tables)) {
    kept.set(name, await keepSameRows(rows, { known: old.get(name) ?? [], rest }));
  }
  if (kept.get("parks") !== old.get("parks") && tables.streams) kept.set("streams", tables.streams);
  const isSame = kept.size === old.size && [...kept].every(([name, rows]) => old.get(name) === rows);
  return isSame ? before : (Object.fromEntries(kept) as Partial<Tables>);
}

/** @returns The rows known before when all are the same; else the new ones, with known objects where they say the same. */
async function keepSameRows(rows: Rows, { known, rest }: { known: Rows; rest: Rest }): Promise<Rows> {
  const kept: object[] = [];
  let isSame = rows.length === known.length;
  for (const [at, row] of rows.entries()) {
    const before = known[at];
    const isKept = before !== undefined && isDeepStrictEqual(row, before);
    if (!isKept) isSame = false;
    kept.push(isKept ? before : row);
    await rest();
  }
  return isSame ? known : kept;
}
