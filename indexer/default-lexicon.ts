import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseTable, type Tables } from "../knowledge/read-table.ts";
import { TABLES, type TableName } from "../knowledge/schema.ts";
import { buildLexicon } from "./lexicon/build-lexicon.ts";
import type { LexiconData } from "./lexicon/lexicon.ts";
import type { PreviousVersion } from "./manifest.ts";
import { VERSION_FILES } from "./version-files.ts";
import { readPart } from "./version-part.ts";

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
 * @param previous A version whose lexicon is taken over where it was built from the same.
 */
export async function readLexicon(own: Partial<Tables>, previous?: PreviousVersion): Promise<LexiconData> {
  const product: Partial<Tables> = {};
  for (const name of LEXICON_TABLES) await readProductTable(product, name);
  const tables = {
    concepts: mergeById(product.concepts, own.concepts, (record) => record.concept_id),
    words: mergeById(product.words, own.words, (record) => record.id),
    places: mergeById(product.places, own.places, (record) => record.id),
    parks: mergeById(product.parks, own.parks, (record) => record.id),
  };
  const origin = createHash("sha256")
    .update(JSON.stringify(tables))
    .update(await readRules())
    .digest("hex");
  if (last?.origin !== origin) {
    last = (await readFormer(previous, origin)) ?? { ...buildLexicon(tables), origin };
  }
  return last;
}

/** The last one, for who builds one index after the other: it takes most of the time that a small one needs. */
let last: LexiconData | undefined;

/** The code that makes a lexicon of the tables: where a rule changes, an earlier lexicon is no longer the same. */
async function readRules(): Promise<string> {
  const folders = ["lexicon", "text"].map((name) => join(import.meta.dirname, name));
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).sort().map((file) => join(folder, file))),
  );
  const contents = await Promise.all(files.flat().map((file) => readFile(file, "utf8")));
  return contents.join("");
}

/** A lexicon that cannot be read is built anew, as one of other tables or rules. */
async function readFormer(
  previous: PreviousVersion | undefined,
  origin: string,
): Promise<LexiconData | undefined> {
  if (previous === undefined) return undefined;
  try {
    const bytes = await readPart(previous.folder, VERSION_FILES.lexicon, previous);
    const former = JSON.parse(bytes.toString()) as LexiconData;
    return former.origin === origin ? former : undefined;
  } catch {
    return undefined;
  }
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
