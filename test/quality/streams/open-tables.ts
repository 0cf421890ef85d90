import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parse } from "csv-parse/sync";

const FILES = {
  streams: "side-streams.csv",
  companies: "companies.csv",
  parks: "parks.csv",
  features: "park-features.csv",
};
const NUMBERS = new Set(["quantity", "year", "latitude", "longitude"]);

/**
 * Reads the tables into a database of their own, cell by cell as the files have them: nothing of the product's
 * reading of them takes part.
 *
 * @param folder Folder of the knowledge.
 * @returns An in-memory database with the tables `streams`, `companies`, `parks` and `features`.
 */
export async function openTables(folder: string): Promise<DatabaseSync> {
  const database = new DatabaseSync(":memory:");
  for (const [table, file] of Object.entries(FILES)) {
    const rows: Record<string, string>[] = parse(await readFile(join(folder, file), "utf8"), {
      columns: true,
      bom: true,
    });
    const columns = Object.keys(rows[0] ?? {});
    database.exec(
      `CREATE TABLE ${table} (${columns.map((name) => `"${name}" ${NUMBERS.has(name) ? "REAL" : "TEXT"}`).join(", ")})`,
    );
    const insert = database.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => "?").join(", ")})`);
    for (const row of rows) {
      insert.run(...columns.map((name) => toCell(name, row[name] ?? "")));
    }
  }
  return database;
}

function toCell(name: string, text: string): string | number | null {
  if (!NUMBERS.has(name)) return text;
  return text === "" ? null : Number(text);
}
