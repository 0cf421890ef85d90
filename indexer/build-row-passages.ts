import { createHash } from "node:crypto";
import { LANGUAGES, type Language, mayRead, READERS, type Reader } from "../knowledge/languages.ts";
import type { Tables } from "../knowledge/read-table.ts";
import { type CompanyRecord, type ExchangeRecord, type StreamRecord, TABLES } from "../knowledge/schema.ts";
import { redactTables } from "../knowledge/visibility/redact-tables.ts";
import type { FindSource } from "./find-source.ts";
import type { Passage } from "./passage.ts";
import { exchangeName, recordName, renderCompany, renderExchange, renderStream } from "./render-records.ts";

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

/** A row of a table, and how it is put into words. */
interface RenderedRow {
  row: StreamRecord | CompanyRecord | ExchangeRecord;
  render: (context: TableContext) => Passage;
}

/**
 * Turns the rows of streams, companies and exchanges into sentences in the three languages.
 *
 * @returns One passage a row and language; where ranks see different fields of a row, one for each version, which names
 * the ranks it is for. What a rank may not see is in none of its passages.
 */
export function buildRowPassages(tables: Partial<Tables>, findSource: FindSource): Passage[] {
  const whole = rowsOf(tables);
  const versions = READERS.map((reader) => {
    const seen = redactTables(tables, reader);
    return { reader, tables: seen, rows: seen === tables ? whole : rowsOf(seen) };
  });
  const isSameForAll = (record: string, { row }: RenderedRow) =>
    versions.every(({ reader, rows }) => {
      const seen = rows.get(record);
      return seen === undefined ? !mayRead(reader, row.visibility) : seen.row === row;
    });
  return LANGUAGES.flatMap((language) => {
    const inLanguage = { language, findSource };
    const context = { ...inLanguage, parkName: createParkName(tables, language) };
    const shared = new Set<string>();
    const passages: Passage[] = [];
    for (const [record, one] of whole) {
      if (!isSameForAll(record, one)) continue;
      shared.add(record);
      passages.push(one.render(context));
    }
    const parted = versions.flatMap(({ reader, tables: seen, rows }) => {
      const own = { ...inLanguage, parkName: createParkName(seen, language) };
      return [...rows]
        .filter(([record]) => !shared.has(record))
        .map(([, one]) => ({ reader, passage: one.render(own) }));
    });
    return [...passages, ...joinVersions(parted)];
  });
}

/** Ranks that see the same words of a row share a passage. */
function joinVersions(parted: readonly { reader: Reader; passage: Passage }[]): Passage[] {
  const versions = Map.groupBy(parted, ({ passage }) =>
    JSON.stringify({ ...passage, visibility: undefined }),
  );
  return [...versions.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { reader: visibility, passage } = first;
    const isForAllAbove = same.length === READERS.length - READERS.indexOf(visibility);
    if (isForAllAbove) return [{ ...passage, visibility }];
    const audience = same.map(({ reader }) => reader);
    return [{ ...passage, id: hash(passage.id, ...audience), visibility, audience }];
  });
}

function createParkName(tables: Partial<Tables>, language: Language): (id: string) => string {
  const parks = new Map(tables.parks?.map((park) => [park.id, park]));
  return (id) => {
    const park = parks.get(id);
    return park === undefined ? id : recordName(park, language);
  };
}

/** The rows that become passages, by their records. */
function rowsOf({ streams = [], companies = [], exchanges = [] }: Partial<Tables>): Map<string, RenderedRow> {
  const rows = new Map<string, RenderedRow>();
  for (const row of streams)
    rows.set(`streams:${row.id}`, { row, render: (context) => fromStream(row, context) });
  for (const row of companies)
    rows.set(`companies:${row.id}`, { row, render: (context) => fromCompany(row, context) });
  for (const row of exchanges)
    rows.set(`exchanges:${row.id}`, { row, render: (context) => fromExchange(row, context) });
  return rows;
}

function fromStream(stream: StreamRecord, context: TableContext): Passage {
  const { language, parkName } = context;
  const park = stream.park === "" ? undefined : stream.park;
  const row = {
    ...stream,
    file: TABLES.streams.file,
    record: `streams:${stream.id}`,
    year: stream.year,
    park,
  };
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
