import { join } from "node:path";
import { checkReferences } from "../knowledge/check-references.ts";
import { type Fault, presentFault } from "../knowledge/fault.ts";
import type { Language } from "../knowledge/languages.ts";
import { buildPassages } from "./build-passages.ts";
import { recountWords } from "./count-words.ts";
import { readLexicon } from "./default-lexicon.ts";
import { ConceptEmbeddings } from "./embeddings/concept-embeddings.ts";
import { type FormerVersion, readFormerVersion } from "./former-version.ts";
import { GraphWriting } from "./graph-writing.ts";
import { Lexicon } from "./lexicon/lexicon.ts";
import { loadFolder } from "./load-folder.ts";
import type { PreviousVersion } from "./manifest.ts";
import { type Passage, passageText } from "./passage.ts";
import { buildPassageLexicalIndex } from "./passage-lexical-index.ts";
import { detectLanguage } from "./text/detect-language.ts";
import { VERSION_FILES } from "./version-files.ts";
import { writePart } from "./version-part.ts";
import { type ModelVectorsOptions, type WrittenModel, writeModelVectors } from "./write-model-vectors.ts";

export interface WriteVersionOptions {
  knowledgeFolder: string;
  /** Empty folder that the version is written into. */
  target: string;
  /** The version before, whose embeddings are taken over where words are the same, and its graph where most are. */
  previous: PreviousVersion | undefined;
  onProgress: (step: string, done: number, all: number) => void;
  /** The model whose vectors are written beside the embedded ones. */
  model?: Omit<ModelVectorsOptions, "target" | "previous" | "onProgress"> | undefined;
}

const BATCH = 64;

/** What was written, for the manifest. */
export interface WrittenVersion {
  passages: number;
  reused: number;
  faults: Fault[];
  parts: Record<string, number>;
  embeddings: { model: string; dimensions: number };
  graphHash: string | undefined;
  model: WrittenModel | undefined;
}

/**
 * Reads a folder and writes everything of an index version but its manifest.
 *
 * @throws {Error} When no file of the folder could be read; the message names what is wrong with each.
 */
export async function writeVersion(options: WriteVersionOptions): Promise<WrittenVersion> {
  const { target, previous, onProgress } = options;
  const folder = await loadFolder(options.knowledgeFolder, (done, all) => onProgress("read", done, all));
  const lexiconData = await readLexicon(folder.tables, previous);
  const lexicon = new Lexicon(lexiconData);
  const tellLanguage = (text: string, declared: Language | undefined) =>
    declared ?? detectLanguage(text, { knownLanguages: lexicon.knownLanguages }) ?? "en";
  const built = buildPassages(folder, { detectLanguage: tellLanguage });
  const { passages } = built;
  const faults = [...folder.faults, ...built.faults, ...checkReferences(folder.tables)];
  if (passages.length === 0) {
    const reasons = faults.map((fault) => `\n${presentFault(fault)}`).join("");
    throw new Error(`Cannot build an index: no file of the folder could be read${reasons}`);
  }
  const embeddings = new ConceptEmbeddings({
    lexicon,
    detectLanguage: (text) => tellLanguage(text, undefined),
  });
  // First what may fail: the model's own vectors are kept in its cache, whatever comes of this version.
  const model = options.model && (await writeModelVectors(passages, { ...options, ...options.model }));
  const graph = new GraphWriting({
    size: passages.length,
    dimensions: embeddings.dimensions,
    path: join(target, VERSION_FILES.graph),
    onLinked: (done, all) => onProgress("graph", done, all),
    former: previous && {
      path: join(previous.folder, VERSION_FILES.graph),
      hash: previous.manifest.graphHash,
      vectorsPath: join(previous.folder, VERSION_FILES.vectors),
    },
  });
  try {
    const former = await readFormerVersion(previous, embeddings);
    const reused = embedPassages(passages, { embeddings, graph, former, onProgress });
    onProgress("index", 0, 1);
    const lexical = buildPassageLexicalIndex(passages, lexicon);
    onProgress("index", 1, 1);
    const write = (file: string, content: string | Uint8Array) => writePart(target, file, content);
    const parts = await Promise.all([
      write(VERSION_FILES.passages, JSON.stringify(passages)),
      write(VERSION_FILES.tables, JSON.stringify(folder.tables)),
      write(VERSION_FILES.lexicon, JSON.stringify(lexiconData)),
      write(VERSION_FILES.lexical, lexical.toBytes()),
      write(VERSION_FILES.vectors, Buffer.from(graph.vectors.buffer)),
      write(VERSION_FILES.counts, JSON.stringify(recountWords(passages, { former, lexicon }))),
    ]);
    return {
      passages: passages.length,
      reused,
      faults,
      parts: Object.fromEntries(parts),
      embeddings: { model: embeddings.modelName, dimensions: embeddings.dimensions },
      graphHash: await graph.written(),
      model,
    };
  } finally {
    await graph.end();
  }
}

/** The words of a passage that are embedded: what it is about, then what it says. */
function embeddedText(passage: Passage): string {
  return `${passage.title}. ${passage.headings.join(". ")}. ${passageText(passage)}`;
}

/** Fills the rows of a graph's vectors. @returns How many were taken over from the version before. */
function embedPassages(
  passages: readonly Passage[],
  options: Pick<WriteVersionOptions, "onProgress"> & {
    embeddings: ConceptEmbeddings;
    graph: GraphWriting;
    former: FormerVersion | undefined;
  },
): number {
  const { embeddings, graph, former, onProgress } = options;
  const known =
    former === undefined ? new Map<string, Float32Array>() : vectorsByText(former, embeddings.dimensions);
  const missing = passages.filter((passage) => !known.has(embeddedText(passage))).length;
  let embedded = 0;
  for (const [row, passage] of passages.entries()) {
    const text = embeddedText(passage);
    const vector = known.get(text);
    graph.vectors.set(vector ?? embeddings.embed(text, passage.language), row * embeddings.dimensions);
    if (vector === undefined && (++embedded % BATCH === 0 || embedded === missing)) {
      onProgress("embed", embedded, missing);
    }
    if (row % BATCH === 0) graph.made(row);
  }
  graph.made(passages.length);
  return passages.length - missing;
}

/** Vectors of passages by what was embedded. */
function vectorsByText({ passages, vectors }: FormerVersion, dimensions: number): Map<string, Float32Array> {
  return new Map(
    passages.map((passage, row) => [
      embeddedText(passage),
      vectors.subarray(row * dimensions, (row + 1) * dimensions),
    ]),
  );
}
