import { checkReferences } from "./check-references.ts";
import type { Fault } from "./fault.ts";
import { readTable, type Tables } from "./read-table.ts";
import { TABLES, type TableName } from "./schema.ts";

/** The valid rows of a knowledge folder's tables, and what is wrong with the rest. */
export type Knowledge = {
  /** A table without a file is absent. */
  tables: Partial<Tables>;
  faults: Fault[];
};

/**
 * Reads every table of a knowledge folder.
 *
 * A faulty row stops nothing: it is left out and named in `faults`, the other rows are returned. A row that
 * names an unknown source, park or receiver class is named as well but kept, for the row itself can be read.
 *
 * @param folder The folder that holds the tables; files and folders it does not know are not looked at.
 * @returns Typed rows, each with `file` and `line`; a folder without tables gives `{ tables: {}, faults: [] }`.
 * @throws If a file exists but cannot be read.
 */
export async function readKnowledge(folder: string): Promise<Knowledge> {
  const tables: Partial<Tables> = {};
  const faults: Fault[] = [];
  for (const name of Object.keys(TABLES) as TableName[]) {
    faults.push(...(await readInto(tables, { folder, name })));
  }
  return { tables, faults: [...faults, ...checkReferences(tables)] };
}

/** Generic in the name, so that rows and table keep the same type. */
async function readInto<Name extends TableName>(
  tables: { [Key in Name]?: Tables[Key] },
  { folder, name }: { folder: string; name: Name },
): Promise<Fault[]> {
  const { rows, faults } = await readTable(folder, name);
  if (rows !== undefined) tables[name] = rows;
  return faults;
}
