import { measureRetriever, type RetrieverFigures } from "./measure-retriever.ts";
import { loadOwnRetriever } from "./own-retriever.ts";
import { readCollection } from "./read-collection.ts";
import { loadLexicalLeg, loadOtherRetriever } from "./retrievers.ts";

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
 * Measures the retriever, its lexical leg alone, and other libraries beside them, on a test collection.
 *
 * @returns The text to print: a table, or one JSON object with the retriever's figures and, under their names, those
 * of the lexical leg (`lexical`, whose build is the `buildSeconds` of the whole, as it is what the libraries build) and of each library.
 * @throws {InputError} If the collection cannot be read or a library is unknown.
 */
export async function runRetrieval({ folder, against, isJson }: RetrievalOptions): Promise<string> {
  const libraries = [
    ...new Set(against.map((library) => library.trim()).filter((library) => library !== "")),
  ];
  const others = await Promise.all(
    libraries.map(async (library) => ({ name: library, build: await loadOtherRetriever(library) })),
  );
  const beside = [{ name: "lexical", build: await loadLexicalLeg() }, ...others];
  const collection = readCollection(folder);
  const own = await measureRetriever(await loadOwnRetriever(), collection);
  const figures: Record<string, RetrieverFigures> = {};
  for (const { name, build } of beside) figures[name] = await measureRetriever(build, collection);
  // The libraries build an index of words, so it is the lexical leg's build that stands beside theirs.
  const buildSecondsBothLegs = own.buildSeconds;
  const compared = { ...own, buildSeconds: figures.lexical?.buildSeconds ?? own.buildSeconds };
  if (isJson) return JSON.stringify({ ...compared, buildSecondsBothLegs, ...figures });
  const note = `Both legs of sivuvirta together were built in ${buildSecondsBothLegs.toFixed(3)} s.`;
  return `${presentTable({ sivuvirta: compared, ...figures })}\n${note}`;
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
