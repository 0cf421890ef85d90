import { join } from "node:path";
import { assembleIndex } from "./assemble-index.ts";
import { ConceptEmbeddings } from "./embeddings/concept-embeddings.ts";
import { IndexError } from "./errors.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";
import { LexicalIndex } from "./lexical/lexical-index.ts";
import { type Manifest, readCurrentVersion, readManifest, versionFolder } from "./manifest.ts";
import { modelNotice, openModelLeg, type QuestionModelOptions } from "./open-model-leg.ts";
import { createRest } from "./pace.ts";
import { readVersionParts, readVersionPartsInSteps } from "./read-version-parts.ts";
import { Retriever } from "./retriever.ts";
import { detectLanguage } from "./text/detect-language.ts";
import { hashGraph } from "./vector-graph.ts";
import { VectorIndex } from "./vector-index.ts";
import { VERSION_FILES } from "./version-files.ts";
import { readPart } from "./version-part.ts";

/** How an index is opened. */
export interface OpenIndexOptions extends QuestionModelOptions {
  /**
   * The version that goes on answering meanwhile: this one is then read in steps, and what has not changed is taken over.
   *
   * @default nobody is served meanwhile
   */
  before?: KnowledgeIndex | undefined;
}

/**
 * Opens the current version of an index.
 *
 * @param indexFolder Folder that `npm run index` wrote.
 * @param options The embedding model for questions. One that the index was not built with takes no part, and
 * `modelNotice` says so.
 * @throws {IndexError} When nothing has been built there, or what is there is broken, of another format, or made
 * with other embeddings; the message names the command that mends it.
 */
export async function openIndex(
  indexFolder: string,
  options: OpenIndexOptions = {},
): Promise<KnowledgeIndex> {
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
    return await readVersion(folder, { ...options, manifest });
  } catch (cause) {
    if (cause instanceof IndexError) throw cause;
    throw new IndexError("broken", `Cannot open index version "${version}": run "npm run index -- --force"`, {
      cause,
    });
  }
}

async function readVersion(
  folder: string,
  options: OpenIndexOptions & { manifest: Manifest },
): Promise<KnowledgeIndex> {
  const { manifest, before } = options;
  const rest = createRest();
  const checked = { manifest, rest: before && rest };
  const [parts, lexicalBytes, vectorBytes] = await Promise.all([
    before === undefined
      ? readVersionParts(folder, manifest)
      : readVersionPartsInSteps(folder, { manifest, before }),
    readPart(folder, VERSION_FILES.lexical, checked),
    readPart(folder, VERSION_FILES.vectors, checked),
  ]);
  const { passages, tables, lexicon, counts } = parts;
  const embeddings = new ConceptEmbeddings({
    lexicon,
    detectLanguage: (text) => detectLanguage(text, { knownLanguages: lexicon.knownLanguages }) ?? "en",
  });
  checkEmbeddings(manifest, embeddings);
  const vectors = new VectorIndex(embeddings, { dimensions: embeddings.dimensions });
  vectors.addRows(new Float32Array(vectorBytes.buffer, vectorBytes.byteOffset, vectorBytes.byteLength / 4));
  if (!vectors.isExact) await readGraph(vectors, { folder, manifest });
  const lexical = await LexicalIndex.fromBytesInSteps(lexicalBytes, rest);
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
  const model = await openModelLeg(folder, { ...options, passages });
  const notice = modelNotice(manifest, options);
  const retriever = new Retriever({ passages, lexical, vectors, lexicon, embeddings, model });
  return assembleIndex({ manifest, passages, tables, lexicon, retriever, embeddings, counts, notice }, rest);
}

async function readGraph(
  vectors: VectorIndex,
  version: { folder: string; manifest: Manifest },
): Promise<void> {
  const path = join(version.folder, VERSION_FILES.graph);
  if ((await hashGraph(path)) !== version.manifest.graphHash) {
    throw new IndexError(
      "broken",
      'Cannot open the index: the graph of its vectors is damaged: run "npm run index -- --force"',
    );
  }
  await vectors.readGraph(path);
}

/** @throws {IndexError} `other-embeddings` when the vectors were made by another embedding than is used now. */
export function checkEmbeddings(manifest: Manifest, embeddings: ConceptEmbeddings): void {
  const { model, dimensions } = manifest.embeddings;
  if (model === embeddings.modelName && dimensions === embeddings.dimensions) return;
  const built = `it was built with "${model}" (${dimensions} dimensions)`;
  const used = `the bot uses "${embeddings.modelName}" (${embeddings.dimensions})`;
  throw new IndexError("other-embeddings", `Cannot open the index: ${built}, ${used}: run "npm run index"`);
}
