import { measureRetriever, type RetrieverFigures } from "./measure-retriever.ts";
import { readCollection } from "./read-collection.ts";
import { loadOtherRetriever, loadOwnRetriever } from "./retrievers.ts";

/** What `--retrieval` is asked to do. */
export interface RetrievalOptions {
  /** Folder of the collection; see `readCollection`. */
  readonly folder: string;
  /** Libraries to measure on the same work in the same run, such as `minisearch`. */
  readonly against: readonly string[];
  /** Whether to give one JSON object instead of a table. */
  readonly isJson: boolean;
}

/**
 * Measures the lexical leg, and other libraries beside it, on a test collection.
 *
 * @returns The text to print: a table, or one JSON object with our figures and, under its name, each library's.
 * @throws {InputError} If the collection cannot be read or a library is unknown.
 */
export async function runRetrieval({ folder, against, isJson }: RetrievalOptions): Promise<string> {
  const libraries = [
    ...new Set(against.map((library) => library.trim()).filter((library) => library !== "")),
  ];
  const others = await Promise.all(
    libraries.map(async (library) => ({ library, build: await loadOtherRetriever(library) })),
  );
  const collection = readCollection(folder);
  const own = await measureRetriever(await loadOwnRetriever(), collection);
  const figures: Record<string, RetrieverFigures> = {};
  for (const { library, build } of others) figures[library] = await measureRetriever(build, collection);
  if (isJson) return JSON.stringify({ ...own, ...figures });
  return presentTable({ sivuvirta: own, ...figures });
}

function presentTable(figures: Readonly<Record<string, RetrieverFigures>>): string {
  const heading = ["", "recall@1", "recall@10", "mrr@10", "ndcg@10", "build s", "ms/query", "p50 ms"];
  const rows = Object.entries(figures).map(([name, values]) => [
    name,
    ...[values["recall@1"], values["recall@10"], values["mrr@10"], values["ndcg@10"]].map((share) =>
      (100 * share).toFixed(1),
    ),
    values.buildSeconds.toFixed(3),
    values.msPerQuery.toFixed(3),
    values.msPerQueryP50.toFixed(3),
  ]);
  return [heading, ...rows]
    .map(([name = "", ...cells]) => name.padEnd(12) + cells.map((cell) => cell.padStart(11)).join(""))
    .join("\n");
}
