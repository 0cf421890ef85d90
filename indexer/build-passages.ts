import { createHash } from "node:crypto";
import type { Fault } from "../knowledge/fault.ts";
import { LANGUAGES, type Language } from "../knowledge/languages.ts";
import type { FaqEntry } from "../knowledge/parse-faq.ts";
import type { Tables } from "../knowledge/read-table.ts";
import { type CompanyRecord, type ExchangeRecord, type StreamRecord, TABLES } from "../knowledge/schema.ts";
import type { LoadedFolder } from "./loaded-folder.ts";
import type { Passage, SourceReference } from "./passage.ts";
import { parseMarkdown } from "./read/read-markdown.ts";
import { exchangeName, recordName, renderCompany, renderExchange, renderStream } from "./render-records.ts";
import { splitPassages } from "./split-passages.ts";

/** Finds a source by its id; unknown ids give nothing. */
export type FindSource = (id: string) => SourceReference | undefined;

/**
 * Makes a look-up of sources by id from the table of sources; a source without a web address keeps an empty
 * one, which the caller replaces by the file that cites it.
 */
export function createFindSource(tables: Partial<Tables>): FindSource {
  const byId = new Map(tables.sources?.map((source) => [source.id, source]));
  return (id) => {
    const source = byId.get(id);
    if (source === undefined) return undefined;
    const { title, publisher, url, year } = source;
    return { title: `${publisher}: ${title}`, source: url ?? "", ...(year === undefined ? {} : { year }) };
  };
}

export interface BuildPassagesOptions {
  detectLanguage: (text: string, declared: Language | undefined) => Language;
}

/**
 * Turns all that a folder holds into passages: guides and other documents cut by headings, FAQ entries whole,
 * and each row of the streams, companies and exchanges as sentences in the three languages.
 *
 * @returns Passages without duplicates, and what could not become one.
 */
export function buildPassages(
  folder: Omit<LoadedFolder, "ignored">,
  options: BuildPassagesOptions,
): { passages: Passage[]; faults: Fault[] } {
  const findSource = createFindSource(folder.tables);
  const passages = folder.documents.flatMap((document) =>
    splitPassages(document, { ...options, findSource }),
  );
  const faults: Fault[] = [];
  for (const entry of folder.faq) {
    const { file, line, id } = entry;
    const passage = fromFaq(entry, findSource);
    if (passage === undefined) faults.push({ file, line, reason: `"${id}" has an answer without words` });
    else passages.push(passage);
  }
  passages.push(...fromTables(folder.tables, findSource));
  const seen = new Set<string>();
  return { passages: passages.filter(({ id }) => !seen.has(id) && seen.add(id)), faults };
}

function fromFaq(entry: FaqEntry, findSource: FindSource): Passage | undefined {
  const { id, file, language, visibility, question, variants, answerWithMarks } = entry;
  const [first, ...rest] = splitPassages(
    {
      file,
      title: question,
      language,
      visibility,
      blocks: parseMarkdown(answerWithMarks).blocks,
      alternatives: [],
      ...(entry.year === undefined ? {} : { year: entry.year }),
      ...(entry.park === undefined ? {} : { park: entry.park }),
    },
    { detectLanguage: () => language, findSource, targetChars: 4000 },
  );
  if (first === undefined) return undefined;
  const merged = rest.reduce(merge, first);
  return {
    ...merged,
    id: hash("faq", language, id, JSON.stringify(merged.sentences), question, ...variants),
    kind: "faq",
    headings: [question],
    faq: { id, question, variants },
    hidden: variants,
  };
}

function merge(into: Passage, next: Passage): Passage {
  const offset = into.sources.length;
  const moved = next.sentences.map((sentence) => ({
    ...sentence,
    sources: sentence.sources.map((position) => position + offset),
  }));
  return { ...into, sources: [...into.sources, ...next.sources], sentences: [...into.sentences, ...moved] };
}

interface RowOfTable {
  file: string;
  record: string;
  visibility: Passage["visibility"];
  sources: readonly string[];
  year: number | undefined;
  park: string | undefined;
}

interface TableContext {
  language: Language;
  findSource: FindSource;
  parkName: (id: string) => string;
}

function fromTables(tables: Partial<Tables>, findSource: FindSource): Passage[] {
  const parks = new Map(tables.parks?.map((park) => [park.id, park]));
  return LANGUAGES.flatMap((language) => {
    const parkName = (id: string) => {
      const park = parks.get(id);
      return park === undefined ? id : recordName(park, language);
    };
    const context = { language, findSource, parkName };
    return [
      ...(tables.streams ?? []).map((stream) => fromStream(stream, context)),
      ...(tables.companies ?? []).map((company) => fromCompany(company, context)),
      ...(tables.exchanges ?? []).map((exchange) => fromExchange(exchange, context)),
    ];
  });
}

function fromStream(stream: StreamRecord, context: TableContext): Passage {
  const { language, parkName } = context;
  const row = { ...stream, file: TABLES.streams.file, record: `streams:${stream.id}`, year: stream.year };
  const sentences = renderStream(stream, { language, park: parkName(stream.park) });
  return toRow(sentences, { ...context, row, title: recordName(stream, language) });
}

function fromCompany(company: CompanyRecord, context: TableContext): Passage {
  const { id, year, parks } = company;
  const name = recordName(company, context.language);
  const row = { ...company, file: TABLES.companies.file, record: `companies:${id}`, year, park: parks[0] };
  const sentences = renderCompany(company, {
    language: context.language,
    parks: parks.map(context.parkName),
  });
  return toRow(sentences, { ...context, row, title: name });
}

function fromExchange(exchange: ExchangeRecord, context: TableContext): Passage {
  const { id, year } = exchange;
  const record = `exchanges:${id}`;
  const row = { ...exchange, file: TABLES.exchanges.file, record, year, park: undefined };
  const sentences = renderExchange(exchange, context.language);
  return toRow(sentences, { ...context, row, title: exchangeName(exchange, context.language) });
}

function toRow(
  sentences: readonly string[],
  context: { row: RowOfTable; title: string; language: Language; findSource: FindSource },
): Passage {
  const { row, title, language } = context;
  const found = row.sources.map((id) => context.findSource(id)).filter((source) => source !== undefined);
  const year = row.year === undefined ? {} : { year: row.year };
  const sources = (found.length === 0 ? [{ title: row.file, source: row.file }] : found).map((source) => ({
    ...source,
    ...(source.source === "" ? { source: row.file } : {}),
    ...(source.year === undefined ? year : {}),
  }));
  return {
    id: hash(row.record, language, ...sentences),
    file: row.file,
    title,
    headings: [title],
    language,
    visibility: row.visibility,
    ...year,
    kind: "row",
    ...(row.park === undefined ? {} : { park: row.park }),
    record: row.record,
    sentences: sentences.map((text) => ({
      text,
      sources: sources.map((_, position) => position),
      kind: "row",
    })),
    sources,
    hidden: [],
  };
}

function hash(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 16);
}
