import type { Tables } from "../knowledge/read-table.ts";
import type { WordCounts } from "./count-words.ts";
import { keepSamePassages } from "./keep-same-passages.ts";
import { keepSameTables } from "./keep-same-tables.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";
import { Lexicon, type LexiconData } from "./lexicon/lexicon.ts";
import type { Manifest } from "./manifest.ts";
import { createRest, type Rest } from "./pace.ts";
import { parseJsonInSteps } from "./parse-json-in-steps.ts";
import type { Passage } from "./passage.ts";
import { VERSION_FILES } from "./version-files.ts";
import { readPart } from "./version-part.ts";

/** The parts of a version that are kept as JSON. */
export interface VersionParts {
  passages: Passage[];
  tables: Partial<Tables>;
  lexicon: Lexicon;
  counts: WordCounts;
}

/**
 * Reads these parts as quickly as can be: nobody is served meanwhile.
 *
 * @throws {IndexError} `broken` when one is missing or damaged.
 */
export async function readVersionParts(folder: string, manifest: Manifest): Promise<VersionParts> {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse((await readPart(folder, file, { manifest })).toString());
  const [passages, tables, lexicon, counts] = await Promise.all([
    read(VERSION_FILES.passages),
    read(VERSION_FILES.tables),
    read(VERSION_FILES.lexicon),
    read(VERSION_FILES.counts),
  ]);
  return {
    passages: passages as Passage[],
    tables: tables as Partial<Tables>,
    lexicon: new Lexicon(lexicon as LexiconData),
    counts: counts as WordCounts,
  };
}

/**
 * Reads these parts while the version before goes on answering: in steps, and what has not changed is taken over from it, so
 * that what was made of it can be too.
 *
 * @param options.before The version that answers meanwhile.
 * @throws {IndexError} `broken` when one is missing or damaged.
 */
export async function readVersionPartsInSteps(
  folder: string,
  options: { manifest: Manifest; before: KnowledgeIndex },
): Promise<VersionParts> {
  const { manifest, before } = options;
  const rest = createRest();
  const read = async (file: string) =>
    parseJsonInSteps(await readPart(folder, file, { manifest, rest }), rest);
  const passages = (await read(VERSION_FILES.passages)) as Passage[];
  const tables = (await read(VERSION_FILES.tables)) as Partial<Tables>;
  const counts = (await read(VERSION_FILES.counts)) as WordCounts;
  if (!knowsSameWords(manifest, before))
    return { passages, tables, lexicon: await readLexicon(read, rest), counts };
  return { ...(await keepSame({ passages, tables }, { before, rest })), lexicon: before.lexicon, counts };
}

/** Whether the vocabulary is that of another version: the name of the embedded embedding tells the words it knows. */
export function knowsSameWords(
  manifest: Manifest,
  before: KnowledgeIndex | undefined,
): before is KnowledgeIndex {
  return manifest.embeddings.model === before?.manifest.embeddings.model;
}

/** Puts what has not changed since the version before in the place of its equal, so that what was made of it can stay. */
export async function keepSame(
  { passages, tables }: Pick<VersionParts, "passages" | "tables">,
  { before, rest }: { before: KnowledgeIndex; rest: Rest },
): Promise<Pick<VersionParts, "passages" | "tables">> {
  return {
    passages: await keepSamePassages(passages, { before: before.passages, rest }),
    tables: await keepSameTables(tables, { before: before.tables, rest }),
  };
}

async function readLexicon(read: (file: string) => Promise<unknown>, rest: Rest): Promise<Lexicon> {
  return Lexicon.inSteps((await read(VERSION_FILES.lexicon)) as LexiconData, rest);
}
