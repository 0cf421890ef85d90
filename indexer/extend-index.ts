import { isDeepStrictEqual } from "node:util";
import { READERS } from "../knowledge/languages.ts";
import type { FaqEntry } from "../knowledge/parse-faq.ts";
import type { RowPlace, Tables } from "../knowledge/read-table.ts";
import { type CompanyRecord, type StreamRecord, TABLES } from "../knowledge/schema.ts";
import { buildPassages, createFindSource } from "./build-passages.ts";
import { countWords, type WordCounts } from "./count-words.ts";
import type { KnowledgeIndex } from "./knowledge-index.ts";
import { LayeredRetriever } from "./layered-retriever.ts";
import type { Passage } from "./passage.ts";
import { buildPassageLexicalIndex } from "./passage-lexical-index.ts";
import { Retriever } from "./retriever.ts";
import { VectorIndex } from "./vector-index.ts";

type HiddenCounts = NonNullable<WordCounts["hidden"]>;

type WithoutPlace<Row> = Omit<Row, keyof RowPlace>;

/** What is known beyond the files of an index: written at the desk, not yet in the folder. */
export interface IndexExtension {
  /** Entries that are added; those of the index with the same id go, in every language. */
  faq: readonly FaqEntry[];
  /** Ids of entries that go without another in their place. */
  hiddenFaq: readonly string[];
  /** Rows that are added, or take the place of those with the same id. */
  streams: readonly StreamRecord[];
  removedStreams: readonly string[];
  companies: readonly CompanyRecord[];
  sources: readonly WithoutPlace<Tables["sources"][number]>[];
}

/** An extension that changes nothing. */
export const NO_EXTENSION: IndexExtension = {
  faq: [],
  hiddenFaq: [],
  streams: [],
  removedStreams: [],
  companies: [],
  sources: [],
};

/**
 * Puts what was written at the desk over an index, in milliseconds for some hundred entries: nothing of the index is
 * built again, what goes is left out of every search, and what comes is searched beside it.
 *
 * @param base An opened index; not changed.
 * @param before What was put over the same index before: where the rows are the same, its tables stay the same objects.
 * @returns The same index for an extension that is empty.
 *
 * @example
 * ```ts
 * const index = extendIndex(await openIndex("data/index"), { ...NO_EXTENSION, hiddenFaq: ["steam-price"] });
 * ```
 */
export function extendIndex(
  base: KnowledgeIndex,
  extension: IndexExtension,
  before?: { extension: IndexExtension; index: KnowledgeIndex },
): KnowledgeIndex {
  if (Object.values(extension).every((list) => list.length === 0)) return base;
  const tables =
    before !== undefined && hasSameRows(extension, before.extension)
      ? before.index.tables
      : extendTables(base.tables, extension);
  const findSource = createFindSource(tables);
  const isReplaced = replacedBy(extension);
  const kept = [...base.passages.keys()].filter((entry) => !isReplaced(base.passages[entry] as Passage));
  const added = passagesOf(extension, tables);
  const addedCounts = countWords(added, base.lexicon);
  return {
    ...base,
    tables,
    findSource,
    passages: [...kept.map((entry) => base.passages[entry] as Passage), ...added],
    retriever: new LayeredRetriever({
      base: base.retriever,
      kept,
      size: base.passages.length,
      added: createRetriever(added, base),
      counts: base.counts,
      lexicon: base.lexicon,
      hasModel: base.manifest.model !== undefined && base.modelNotice === undefined,
    }),
    counts: {
      stems: addCounts(base.counts.stems, addedCounts.stems),
      concepts: addCounts(base.counts.concepts, addedCounts.concepts),
    },
    hiddenCounts: addHidden(base.hiddenCounts, addedCounts.hidden),
  };
}

function hasSameRows(one: IndexExtension, other: IndexExtension): boolean {
  const rowsOf = ({ streams, removedStreams, companies, sources }: IndexExtension) => [
    streams,
    removedStreams,
    companies,
    sources,
  ];
  return isDeepStrictEqual(rowsOf(one), rowsOf(other));
}

function replacedBy(extension: IndexExtension): (passage: Passage) => boolean {
  const faq = new Set([...extension.faq.map(({ id }) => id), ...extension.hiddenFaq]);
  const records = new Set([
    ...extension.streams.map(({ id }) => `streams:${id}`),
    ...extension.removedStreams.map((id) => `streams:${id}`),
    ...extension.companies.map(({ id }) => `companies:${id}`),
  ]);
  return (passage) =>
    (passage.faq !== undefined && faq.has(passage.faq.id)) ||
    (passage.record !== undefined && records.has(passage.record));
}

/** Tables that nothing is changed in stay the same objects, so that what was made of them can be kept. */
function extendTables(tables: Partial<Tables>, extension: IndexExtension): Partial<Tables> {
  const { streams, removedStreams, companies, sources } = extension;
  return {
    ...tables,
    ...(streams.length + removedStreams.length > 0 && {
      streams: merge(tables.streams, place(streams, TABLES.streams.file), removedStreams),
    }),
    ...(companies.length > 0 && {
      companies: merge(tables.companies, place(companies, TABLES.companies.file), []),
    }),
    ...(sources.length > 0 && { sources: merge(tables.sources, place(sources, TABLES.sources.file), []) }),
  };
}

/** Rows of the desk stand in no file; they are told as of the one they will be exported to. */
function place<Row>(rows: readonly Row[], file: string): (Row & { file: string; line: number })[] {
  return rows.map((row) => ({ ...row, file, line: 0 }));
}

function merge<Row extends { id: string }>(
  rows: readonly Row[] = [],
  changed: readonly Row[],
  removed: readonly string[],
): Row[] {
  const byId = new Map(changed.map((row) => [row.id, row]));
  const gone = new Set(removed);
  const found = new Set<string>();
  const merged: Row[] = [];
  // One walk: of a hundred thousand rows a set of all ids would keep others waiting.
  for (const row of rows) {
    const own = byId.get(row.id);
    if (own !== undefined) found.add(row.id);
    if (own !== undefined || !gone.has(row.id)) merged.push(own ?? row);
  }
  return merged.concat(changed.filter(({ id }) => !found.has(id)));
}

function passagesOf(extension: IndexExtension, tables: Partial<Tables>): Passage[] {
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  const [streams, companies] = [ids(extension.streams), ids(extension.companies)];
  const changed: Partial<Tables> = {
    ...(tables.parks && { parks: tables.parks }),
    ...(tables.sources && { sources: tables.sources }),
    streams: (tables.streams ?? []).filter(({ id }) => streams.has(id)),
    companies: (tables.companies ?? []).filter(({ id }) => companies.has(id)),
  };
  const folder = { documents: [], tables: changed, faq: [...extension.faq], faults: [] };
  return buildPassages(folder, { detectLanguage: (_, declared) => declared ?? "en" }).passages;
}

function createRetriever(passages: readonly Passage[], base: KnowledgeIndex): Retriever {
  const { lexicon, embeddings } = base;
  const vectors = new VectorIndex(embeddings, { dimensions: embeddings.dimensions });
  const rows = new Float32Array(passages.length * embeddings.dimensions);
  passages.forEach((passage, row) => {
    const text = `${passage.title}. ${passage.headings.join(". ")}. ${passage.sentences.map((one) => one.text).join(" ")}`;
    rows.set(embeddings.embed(text, passage.language), row * embeddings.dimensions);
  });
  vectors.addRows(rows);
  const lexical = buildPassageLexicalIndex(passages, lexicon);
  return new Retriever({ passages, lexical, vectors, lexicon, embeddings });
}

/** What each rank does not meet, in the files and in what was added. */
function addHidden(base: HiddenCounts = {}, added: HiddenCounts = {}): HiddenCounts {
  const ranks = READERS.filter((reader) => (base[reader] ?? added[reader]) !== undefined);
  const sum = (one: Readonly<Record<string, number>> = {}, other: Readonly<Record<string, number>> = {}) =>
    Object.fromEntries(addCounts(new Map(Object.entries(one)), other));
  return Object.fromEntries(
    ranks.map((reader) => [
      reader,
      {
        stems: sum(base[reader]?.stems, added[reader]?.stems),
        concepts: sum(base[reader]?.concepts, added[reader]?.concepts),
      },
    ]),
  );
}

function addCounts(
  base: ReadonlyMap<string, number>,
  added: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  const counts = new Map(base);
  for (const [key, count] of Object.entries(added)) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}
