import { stat } from "node:fs/promises";
import { join } from "node:path";
import { closestMatch } from "leven";
import { type Knowledge, readKnowledge } from "../../knowledge/read-knowledge.ts";
import { TABLES } from "../../knowledge/schema.ts";
import { PRODUCT_KNOWLEDGE, readLexicon } from "../default-lexicon.ts";
import { Lexicon } from "../lexicon/lexicon.ts";
import { findPark, type PlaceNames } from "./find-park.ts";
import { ImportError } from "./import-error.ts";
import type { ImportOptions } from "./parse-options.ts";
import { parseStreamFile, type StreamFile } from "./stream-file.ts";
import { readIfPresent } from "./write-streams.ts";

/** The knowledge folder as an import needs it. */
export interface ImportContext {
  path: string;
  /** The file's bytes; absent when there is none yet. */
  before: Buffer | undefined;
  file: StreamFile;
  names: PlaceNames;
  sources: readonly { id: string; title: string }[];
  lexicon: Pick<Lexicon, "match">;
  /** Id of `--park`, which may be given by any of its names. */
  park: string;
}

/**
 * Reads what rows are compared with: the table itself, parks, places, sources and the vocabulary. A list that the
 * folder does not have is taken from the product's own.
 *
 * @param given.lexicon A vocabulary read before; by default that of the product and the folder.
 * @throws {ImportError} When the folder or its table cannot be read, or an option names nothing that is known.
 *
 * @example
 * ```ts
 * const { sources, file } = await readImportContext(options);
 * ```
 */
export async function readImportContext(
  options: ImportOptions,
  { lexicon }: { lexicon?: ImportContext["lexicon"] | undefined } = {},
): Promise<ImportContext> {
  const { folder } = options;
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new ImportError("into-missing", { found: folder });
  const { tables } = await readKnowledge(folder);
  const product: Knowledge["tables"] =
    tables.parks && tables.places && tables.sources ? {} : (await readKnowledge(PRODUCT_KNOWLEDGE)).tables;
  const path = join(folder, TABLES.streams.file);
  const before = await readIfPresent(path);
  const names = {
    parks: tables.parks ?? product.parks ?? [],
    places: tables.places ?? product.places ?? [],
  };
  const sources = tables.sources ?? product.sources ?? [];
  const ids = sources.map(({ id }) => id);
  if (options.source !== "" && !ids.includes(options.source)) {
    const detail = closestMatch(options.source, ids) ?? "";
    throw new ImportError("source-unknown", { found: options.source, detail });
  }
  const park = options.park === "" ? undefined : findPark(options.park, names.parks);
  if (options.park !== "" && park === undefined) {
    const detail =
      closestMatch(
        options.park,
        names.parks.map(({ id }) => id),
      ) ?? "";
    throw new ImportError("park-unknown", { found: options.park, detail });
  }
  return {
    path,
    before,
    file: parseOrThrow(before, path),
    names,
    sources,
    lexicon: lexicon ?? new Lexicon(await readLexicon(tables)),
    park: park?.id ?? "",
  };
}

function parseOrThrow(before: Buffer | undefined, path: string): StreamFile {
  try {
    return parseStreamFile(before ?? Buffer.alloc(0));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new ImportError("table-unreadable", { found: path, detail });
  }
}
