import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseTable, type Tables } from "../knowledge/read-table.ts";
import { TABLES, type TableName } from "../knowledge/schema.ts";
import { buildLexicon } from "./lexicon/build-lexicon.ts";
import type { LexiconData } from "./lexicon/lexicon.ts";

/** Tables that teach the language of the trade; they come with the product whatever folder is indexed. */
export const LEXICON_TABLES = [
  "concepts",
  "words",
  "places",
  "parks",
] as const satisfies readonly TableName[];

/** The product's own knowledge folder. */
export const PRODUCT_KNOWLEDGE = join(import.meta.dirname, "..", "knowledge");

/**
 * Builds the lexicon from the product's vocabulary and that of the indexed folder; where both have a record
 * of the same id, the folder's counts.
 *
 * @param own Tables of the indexed folder; may be empty.
 */
export async function readLexicon(own: Partial<Tables>): Promise<LexiconData> {
  const product: Partial<Tables> = {};
  for (const name of LEXICON_TABLES) await readProductTable(product, name);
  return buildOnce({
    concepts: mergeById(product.concepts, own.concepts, (record) => record.concept_id),
    words: mergeById(product.words, own.words, (record) => record.id),
    places: mergeById(product.places, own.places, (record) => record.id),
    parks: mergeById(product.parks, own.parks, (record) => record.id),
  });
}

/** The last one, for who builds one index after the other: it takes most of the time that a small one needs. */
let last: { key: string; data: LexiconData } | undefined;

function buildOnce(tables: Parameters<typeof buildLexicon>[0]): LexiconData {
  const key = createHash("sha256").update(JSON.stringify(tables)).digest("hex");
  if (last?.key !== key) last = { key, data: buildLexicon(tables) };
  return last.data;
}

async function readProductTable<Name extends TableName>(
  into: { [Key in Name]?: Tables[Key] },
  name: Name,
): Promise<void> {
  try {
    const { rows } = parseTable(name, await readFile(join(PRODUCT_KNOWLEDGE, TABLES[name].file), "utf8"));
    if (rows !== undefined) into[name] = rows;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function mergeById<Row>(
  product: readonly Row[] | undefined,
  own: readonly Row[] | undefined,
  idOf: (row: Row) => string,
): Row[] {
  const merged = new Map<string, Row>();
  for (const row of [...(product ?? []), ...(own ?? [])]) merged.set(idOf(row), row);
  return [...merged.values()];
}
