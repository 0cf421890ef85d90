import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Tables } from "../knowledge/read-table.ts";
import type { WordCounts } from "./analyse-text.ts";
import { createFindSource, type FindSource } from "./build-passages.ts";
import { ConceptEmbeddings } from "./embeddings/concept-embeddings.ts";
import { IndexError } from "./errors.ts";
import { LexicalIndex } from "./lexical/lexical-index.ts";
import { Lexicon, type LexiconData } from "./lexicon/lexicon.ts";
import { type Manifest, readCurrentVersion, readManifest, versionFolder } from "./manifest.ts";
import type { Passage } from "./passage.ts";
import { type PassageRetriever, Retriever } from "./retriever.ts";
import { detectLanguage } from "./text/detect-language.ts";
import { VectorIndex } from "./vector-index.ts";
import { VERSION_FILES } from "./version-files.ts";

/** An opened index: everything a bot needs to answer. It is read-only; a newer version is opened beside it. */
export interface KnowledgeIndex {
  manifest: Manifest;
  passages: readonly Passage[];
  tables: Partial<Tables>;
  lexicon: Lexicon;
  retriever: PassageRetriever;
  embeddings: ConceptEmbeddings;
  findSource: FindSource;
  /** In how many passages each stem and each concept occurs. */
  counts: { stems: ReadonlyMap<string, number>; concepts: ReadonlyMap<string, number> };
  /** How many of them stand in passages that are not for a rank; see {@link WordCounts}. */
  hiddenCounts?: WordCounts["hidden"];
}

/**
 * Opens the current version of an index.
 *
 * @param indexFolder Folder that `npm run index` wrote.
 * @throws {IndexError} When nothing has been built there, or what is there is broken, of another format, or made
 * with other embeddings; the message names the command that mends it.
 */
export async function openIndex(indexFolder: string): Promise<KnowledgeIndex> {
  const version = await readCurrentVersion(indexFolder);
  if (version === undefined) {
    throw new IndexError(
      "missing",
      `Cannot open the index in "${indexFolder}": none is there: run "npm run index"`,
    );
  }
  const manifest = await readManifest(indexFolder, version);
  const folder = versionFolder(indexFolder, version);
  try {
    return await readVersion(folder, manifest);
  } catch (cause) {
    if (cause instanceof IndexError) throw cause;
    throw new IndexError("broken", `Cannot open index version "${version}": run "npm run index -- --force"`, {
      cause,
    });
  }
}

async function readVersion(folder: string, manifest: Manifest): Promise<KnowledgeIndex> {
  const readJson = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, file), "utf8"));
  const [passages, tables, lexiconData, counts, lexicalBytes, vectorBytes] = await Promise.all([
    readJson(VERSION_FILES.passages) as Promise<Passage[]>,
    readJson(VERSION_FILES.tables) as Promise<Partial<Tables>>,
    readJson(VERSION_FILES.lexicon) as Promise<LexiconData>,
    readJson(VERSION_FILES.counts) as Promise<WordCounts>,
    readFile(join(folder, VERSION_FILES.lexical)),
    readFile(join(folder, VERSION_FILES.vectors)),
  ]);
  const lexicon = new Lexicon(lexiconData);
  const embeddings = new ConceptEmbeddings({
    lexicon,
    detectLanguage: (text) => detectLanguage(text, { knownLanguages: lexicon.knownLanguages }) ?? "en",
  });
  checkEmbeddings(manifest, embeddings);
  const vectors = new VectorIndex(embeddings, { dimensions: embeddings.dimensions });
  vectors.addRows(new Float32Array(vectorBytes.buffer, vectorBytes.byteOffset, vectorBytes.byteLength / 4));
  if (!vectors.isExact) await readGraph(vectors, { folder, manifest });
  const lexical = LexicalIndex.fromBytes(lexicalBytes);
  if (
    passages.length !== manifest.passages ||
    vectors.size !== passages.length ||
    lexical.size !== passages.length
  ) {
    const sizes = `${passages.length} passages, ${vectors.size} vectors, ${lexical.size} lexical entries`;
    throw new IndexError(
      "broken",
      `Cannot open the index: its parts do not fit (${sizes}): run "npm run index -- --force"`,
    );
  }
  const retriever = new Retriever({ passages, lexical, vectors, lexicon, embeddings });
  return {
    manifest,
    passages,
    tables,
    lexicon,
    retriever,
    embeddings,
    findSource: createFindSource(tables),
    counts: {
      stems: new Map(Object.entries(counts.stems)),
      concepts: new Map(Object.entries(counts.concepts)),
    },
    ...(counts.hidden === undefined ? {} : { hiddenCounts: counts.hidden }),
  };
}

async function readGraph(
  vectors: VectorIndex,
  version: { folder: string; manifest: Manifest },
): Promise<void> {
  const path = join(version.folder, VERSION_FILES.graph);
  const hash = createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
  if (hash !== version.manifest.graphHash) {
    throw new IndexError(
      "broken",
      'Cannot open the index: the graph of its vectors is damaged: run "npm run index -- --force"',
    );
  }
  vectors.readGraph(path);
}

function checkEmbeddings(manifest: Manifest, embeddings: ConceptEmbeddings): void {
  const { model, dimensions } = manifest.embeddings;
  if (model === embeddings.modelName && dimensions === embeddings.dimensions) return;
  const built = `it was built with "${model}" (${dimensions} dimensions)`;
  const used = `the bot uses "${embeddings.modelName}" (${embeddings.dimensions})`;
  throw new IndexError("other-embeddings", `Cannot open the index: ${built}, ${used}: run "npm run index"`);
}
