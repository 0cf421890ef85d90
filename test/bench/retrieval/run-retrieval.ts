import { measureRetriever, type RetrieverFigures } from "../../quality/retrieval/measure-retriever.ts";
import { loadOwnRetriever } from "../../quality/retrieval/own-retriever.ts";
import { readCollection } from "../../quality/retrieval/read-collection.ts";
import { loadOtherRetriever } from "../../quality/retrieval/retrievers.ts";
import { type BenchFigure, quantile } from "../figure.ts";
import { byLanguage } from "./by-language.ts";
import { readOwnCollection } from "./own-collection.ts";

/** What retrieval is compared with. */
const LIBRARIES = ["minisearch", "orama"] as const;

/** Figures of each system by its name; the product's is the first. */
export type RetrievalFigures = Readonly<Record<string, RetrieverFigures>>;

/**
 * Measures the assistant's retriever and two libraries with their default options, on the same passages and questions. Each
 * has an index for each language, since the libraries cannot tell the same row in another language from a wrong one.
 *
 * @param options.index Index of the product's knowledge, which is searched where no collection is given.
 * @param options.corpus Folder of `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`.
 */
export async function runRetrieval(options: { index: string; corpus?: string }): Promise<RetrievalFigures> {
  const { index, corpus } = options;
  const collection = corpus === undefined ? await readOwnCollection(index) : readCollection(corpus);
  const figures: Record<string, RetrieverFigures> = {
    sivuvirta: await measureRetriever(byLanguage(await loadOwnRetriever()), collection),
  };
  for (const library of LIBRARIES) {
    figures[library] = await measureRetriever(byLanguage(await loadOtherRetriever(library)), collection);
  }
  return figures;
}

/** Quality should be no worse than the better of the libraries. */
export function retrievalFigures(measured: RetrievalFigures): BenchFigure[] {
  const { sivuvirta: own, ...others } = measured;
  const figure = (
    name: string,
    value: number,
    unit: string,
    target?: BenchFigure["target"],
  ): BenchFigure => ({
    section: "retrieval",
    name,
    value,
    unit,
    ...(target && { target }),
  });
  const compared = (["recall@1", "recall@10", "mrr@10", "ndcg@10"] as const).map((measure) => {
    const best = Math.max(...Object.values(others).map((one) => one[measure]));
    return figure(`${measure}, by that of the better library`, (own?.[measure] ?? 0) / best, "×", {
      least: 1,
    });
  });
  const told = Object.entries(measured).flatMap(([name, one]) => [
    ...(["recall@1", "recall@10", "mrr@10", "ndcg@10"] as const).map((measure) =>
      figure(`${name}: ${measure}`, 100 * one[measure], "%"),
    ),
    figure(`${name}: a query`, one.msPerQuery, "ms"),
    figure(`${name}: building`, one.buildSeconds, "s"),
  ]);
  return [figure("questions", own?.queries ?? 0, ""), ...compared, ...told];
}

/** Share of the true nearest that a graph finds, and how long both ways take. */
export interface GraphFigures {
  vectors: number;
  kind: "concepts" | "clusters";
  queries: number;
  /** Mean over the queries, 0 to 1; one as near as the tenth counts, for many are equally near. */
  recallAt10: number;
  /** Of the query that fared worst. */
  worst: number;
  exactMs: readonly number[];
  graphMs: readonly number[];
  /** Only of graphs that were built here. */
  buildSeconds?: number;
}

/** At the width that the product searches with, 99 of 100 are found. */
export function graphFigures(measured: readonly GraphFigures[]): BenchFigure[] {
  return measured.flatMap(({ vectors, kind, recallAt10, worst, exactMs, graphMs, buildSeconds }) => {
    const of = `${vectors} vectors of ${kind}`;
    const figure = (
      name: string,
      value: number,
      unit: string,
      target?: BenchFigure["target"],
    ): BenchFigure => ({
      section: "retrieval",
      name: `${of}: ${name}`,
      value,
      unit,
      ...(target && { target }),
    });
    return [
      figure("recall@10 of the graph", recallAt10, "", { least: 0.99 }),
      figure("recall@10 of the worst query", worst, ""),
      figure("exact, p50", quantile(exactMs, 0.5), "ms"),
      figure("exact, p99", quantile(exactMs, 0.99), "ms"),
      figure("graph, p50", quantile(graphMs, 0.5), "ms"),
      figure("graph, p99", quantile(graphMs, 0.99), "ms"),
      ...(buildSeconds === undefined ? [] : [figure("linking the graph", buildSeconds, "s")]),
    ];
  });
}
