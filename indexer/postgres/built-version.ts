import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { LANGUAGES } from "../../knowledge/languages.ts";
import type { Tables } from "../../knowledge/read-table.ts";
import { IndexError } from "../errors.ts";
import type { LexicalData } from "../lexical/lexical-data.ts";
import { readLexicalData } from "../lexical/lexical-file.ts";
import { type Manifest, readCurrentVersion, readManifest, versionFolder } from "../manifest.ts";
import type { Passage } from "../passage.ts";
import { VERSION_FILES } from "../version-files.ts";
import { readPart } from "../version-part.ts";

/** Everything of a version that `npm run index` wrote, as publishing needs it. */
export interface BuiltVersion {
  manifest: Manifest;
  passages: Passage[];
  tables: Partial<Tables>;
  lexical: LexicalData;
  /** Vectors of the embedded embedding and, where the index has them, of a model: one a passage, end to end. */
  vectors: { concept: Float32Array; model?: Float32Array };
  /** Files that are kept as they are. */
  parts: { lexicon: Buffer; counts: Buffer };
}

/**
 * Reads the current version of an index folder.
 *
 * @throws {IndexError} When none is there, or its parts do not fit together.
 */
export async function readBuiltVersion(indexFolder: string): Promise<BuiltVersion> {
  const version = await readCurrentVersion(indexFolder);
  if (version === undefined) {
    throw new IndexError(
      "missing",
      `Cannot publish "${indexFolder}": no index is there: run "npm run index"`,
    );
  }
  const manifest = await readManifest(indexFolder, version);
  const folder = versionFolder(indexFolder, version);
  const read = (file: string) => readPart(folder, file, { manifest });
  const [passages, tables, lexicon, counts, lexical, vectors] = await Promise.all([
    read(VERSION_FILES.passages),
    read(VERSION_FILES.tables),
    read(VERSION_FILES.lexicon),
    read(VERSION_FILES.counts),
    read(VERSION_FILES.lexical),
    read(VERSION_FILES.vectors),
  ]);
  const built = {
    manifest,
    passages: JSON.parse(passages.toString()) as Passage[],
    tables: JSON.parse(tables.toString()) as Partial<Tables>,
    lexical: readLexicalData(lexical),
    vectors: {
      concept: toNumbers(vectors),
      ...(manifest.model && { model: toNumbers(await readFile(join(folder, VERSION_FILES.modelVectors))) }),
    },
    parts: { lexicon, counts },
  };
  checkSizes(built);
  return built;
}

function toNumbers(bytes: Buffer): Float32Array {
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

function checkSizes({ manifest, passages, lexical, vectors }: BuiltVersion): void {
  const sizes = [
    passages.length,
    lexical.words.offsets.length - 1,
    vectors.concept.length / manifest.embeddings.dimensions,
    ...(manifest.model && vectors.model ? [vectors.model.length / manifest.model.dimensions] : []),
  ];
  if (sizes.every((size) => size === manifest.passages)) return;
  const state = `its parts do not fit (${sizes.join(", ")} entries of ${manifest.passages})`;
  throw new IndexError(
    "broken",
    `Cannot publish index version "${manifest.version}": ${state}: run "npm run index -- --force"`,
  );
}

/** The vector of an entry; see {@link BuiltVersion.vectors}. */
export function vectorAt(vectors: Float32Array, entry: number, entries: number): Float32Array {
  const dimensions = vectors.length / entries;
  return vectors.subarray(entry * dimensions, (entry + 1) * dimensions);
}

/**
 * Names each passage by all that is kept of it: what it says, its concepts and its vectors. Equal keys in two versions
 * need not be sent again. Of passages that are alike each has a key of its own.
 */
export function passageKeys(built: BuiltVersion): string[] {
  const { manifest, passages, lexical, vectors } = built;
  const concepts = conceptsOfEntries(lexical);
  const name = uniqueNames();
  return passages.map((passage, entry) => {
    const { formatVersion, model } = manifest;
    const hash = createHash("sha256");
    hash.update(JSON.stringify([formatVersion, passage, concepts[entry], model?.name]));
    for (const all of Object.values(vectors)) {
      const vector = vectorAt(all, entry, passages.length);
      hash.update(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
    }
    return name(hash.digest("hex"));
  });
}

/** Turns hashes into UUIDs, with another one for each time the same hash comes. */
export function uniqueNames(): (hash: string) => string {
  const seen = new Map<string, number>();
  return (hash) => {
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    const hex = count === 1 ? hash : createHash("sha256").update(`${hash} ${count}`).digest("hex");
    return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };
}

function conceptsOfEntries({ conceptField, conceptNumbers, words }: LexicalData): string[][] {
  const concepts = Array.from({ length: words.offsets.length - 1 }, (): string[] => []);
  for (const [id, term] of conceptNumbers) {
    const end = conceptField.offsets[term + 1] ?? 0;
    for (let posting = conceptField.offsets[term] ?? 0; posting < end; posting++) {
      concepts[conceptField.entries[posting] ?? 0]?.push(id);
    }
  }
  return concepts.map((ids) => ids.sort());
}

/** Mean number of grams of a passage, for each language; 0 for one without passages. Impacts are relative to it. */
export function meanLengths({ passages, lexical }: BuiltVersion): number[] {
  const sums = LANGUAGES.map(() => 0);
  const counts = LANGUAGES.map(() => 0);
  const { words, wordGrams } = lexical;
  passages.forEach(({ language }, entry) => {
    const at = LANGUAGES.indexOf(language);
    counts[at] = (counts[at] ?? 0) + 1;
    const end = words.offsets[entry + 1] ?? 0;
    for (let place = words.offsets[entry] ?? 0; place < end; place++) {
      const word = words.values[place] ?? 0;
      sums[at] = (sums[at] ?? 0) + (wordGrams.offsets[word + 1] ?? 0) - (wordGrams.offsets[word] ?? 0);
    }
  });
  return sums.map((sum, at) => sum / (counts[at] || 1));
}
