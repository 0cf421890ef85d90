import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FakeEmbeddings } from "@langchain/core/utils/testing";
import { findNearest } from "../../../indexer/find-nearest.ts";
import { conceptWeights, type KnowledgeIndex, openIndex } from "../../../indexer/index.ts";
import { versionFolder } from "../../../indexer/manifest.ts";
import { VectorIndex } from "../../../indexer/vector-index.ts";
import { VERSION_FILES } from "../../../indexer/version-files.ts";
import { readBenchQuestions } from "../channel/read-bench-questions.ts";
import { createClusters } from "./create-clusters.ts";
import type { GraphFigures } from "./run-retrieval.ts";

const QUESTIONS = 100;
const SENTENCES = 60;
const COUNT = 10;
/** Similarities of 32-bit numbers that differ by less are the same. */
const SAME = 1e-5;

/** Vectors to search and what to search for. */
interface Stock {
  vectors: Float32Array;
  dimensions: number;
  queries: readonly number[][];
  /** File of a graph that is there already. */
  graph?: string;
}

function readStock(folder: string, index: KnowledgeIndex): Stock {
  const version = versionFolder(folder, index.manifest.version);
  const bytes = readFileSync(join(version, VERSION_FILES.vectors));
  const graph = join(version, VERSION_FILES.graph);
  return {
    vectors: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4),
    dimensions: index.manifest.embeddings.dimensions,
    queries: createQueries(index),
    ...(existsSync(graph) && { graph }),
  };
}

/** What people ask, as the retriever embeds it, and sentences of passages, which name more concepts. */
function createQueries({ lexicon, embeddings, passages }: KnowledgeIndex): number[][] {
  const questions = readBenchQuestions()
    .slice(0, QUESTIONS)
    .map(({ text, language }) => embeddings.fromConcepts(conceptWeights(lexicon.match(text, language))));
  const sentences = Array.from({ length: SENTENCES }, (_, at) => {
    const passage = passages[(at * 7919) % passages.length];
    return embeddings.embed(passage?.sentences[0]?.text ?? "", passage?.language ?? "en");
  });
  return [...questions, ...sentences].filter((query) => query.some((value) => value !== 0));
}

async function measure({ vectors, dimensions, queries, graph }: Stock): Promise<Omit<GraphFigures, "kind">> {
  const size = vectors.length / dimensions;
  const index = new VectorIndex(new FakeEmbeddings(), { dimensions, exactLimit: 0 });
  index.addRows(vectors);
  const started = performance.now();
  if (graph === undefined) index.linkGraph();
  else await index.readGraph(graph);
  const buildSeconds = (performance.now() - started) / 1000;
  const exactMs: number[] = [];
  const graphMs: number[] = [];
  const recalls = queries.map((query) => {
    const exact = timed(exactMs, () => findNearest(query, { vectors, size, count: COUNT }));
    const found = timed(graphMs, () => index.nearest(query, { count: COUNT }));
    const least = (exact.at(-1)?.similarity ?? 0) - SAME;
    return found.filter(({ similarity }) => similarity >= least).length / Math.max(1, exact.length);
  });
  return {
    vectors: size,
    queries: queries.length,
    recallAt10: recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length,
    worst: Math.min(...recalls),
    exactMs,
    graphMs,
    ...(graph === undefined && { buildSeconds }),
  };
}

function timed<Result>(times: number[], work: () => Result): Result {
  const started = performance.now();
  const result = work();
  times.push(performance.now() - started);
  return result;
}

/** The graph against the exact scan: `graph-main.ts concepts INDEX` or `graph-main.ts clusters COUNT`. */
async function main(): Promise<void> {
  const [kind, what = ""] = process.argv.slice(2);
  const stock = kind === "concepts" ? readStock(what, await openIndex(what)) : createClusters(Number(what));
  process.send?.({ kind, ...(await measure(stock)) });
  process.disconnect?.();
}

await main();
