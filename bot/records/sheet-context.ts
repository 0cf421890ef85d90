import { doAtOnce, mapByInSteps, recordName, type Steps } from "../../indexer/index.ts";
import { type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { ParkRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { placeName } from "../skills/place-name.ts";
import { rowSources } from "../skills/row-sources.ts";
import type { RecordFact, RecordSource } from "./record-sheet.ts";

/** For whom a record is put into words. */
export interface SheetContext {
  view: KnowledgeView;
  /** Rank of the reader; what is above it is not there. */
  reader: Reader;
  language: Language;
}

/** Rows of a table by their ids, made once for a table of whatever size. */
const ROWS_BY_ID = new WeakMap<readonly { id: string }[], ReadonlyMap<string, { id: string }>>();

function rowsById<Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return doAtOnce(nameRows(rows));
}

/** Makes what {@link findReadable} looks a row up in: a tenth of a second of work for a hundred thousand. */
export function* nameRows<Row extends { id: string }>(rows: readonly Row[]): Steps<ReadonlyMap<string, Row>> {
  const known = ROWS_BY_ID.get(rows) ?? (yield* mapByInSteps(rows, ({ id }) => id));
  ROWS_BY_ID.set(rows, known);
  return known as ReadonlyMap<string, Row>;
}

/** Finds a row by its id, unless it is above the reader's rank: then it is as if there were none. */
export function findReadable<Row extends { id: string; visibility: Reader }>(
  rows: readonly Row[] | undefined,
  { id, reader }: { id: string; reader: Reader },
): Row | undefined {
  const row = rows && rowsById(rows).get(id);
  return row !== undefined && mayRead(reader, row.visibility) ? row : undefined;
}

/** Finds a park that a row names; a hidden park must not show through the rows that lie in it. */
export function findReadablePark(id: string, { view, reader }: SheetContext): ParkRecord | undefined {
  return findReadable(view.index.tables.parks, { id, reader });
}

/** A line that names a park and leads to it; none for a park that the reader may not see. */
export function parkFacts(
  ids: readonly string[],
  { label, context }: { label: string; context: SheetContext },
): RecordFact[] {
  return ids.flatMap((id): RecordFact[] => {
    const park = findReadablePark(id, context);
    if (park === undefined) return [];
    return [{ label, value: recordName(park, context.language), record: { kind: "parks", id } }];
  });
}

/** Names of municipalities or regions in the reader's language; one cell may hold several. */
export function placeNames(names: readonly string[], context: SheetContext): string {
  return names
    .flatMap((name) => name.split(";"))
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => placeName(name, context))
    .join(", ");
}

/** A line, unless there is nothing to tell. */
export function toFact(label: string, value: string | number | undefined): RecordFact[] {
  return value === undefined || value === "" ? [] : [{ label, value: String(value) }];
}

/** Lines of web addresses, which the tables hold with or without a scheme. */
export function websiteFacts(label: string, websites: readonly string[]): RecordFact[] {
  return websites.map((website) => {
    const url = toWebAddress(/^https?:/i.test(website) ? website : `https://${website}`);
    return { label, value: website, ...(url === undefined ? {} : { url }) };
  });
}

/** Sources of a row with their years. */
export function sourcesOf(
  row: { sources: readonly string[]; year?: number | undefined },
  { view, language }: SheetContext,
): RecordSource[] {
  return rowSources(row, { view, language, passage: "", file: "" }).map(toRecordSource);
}

/** A source as a sheet holds it: an address only where it is one of the web. */
export function toRecordSource({
  title,
  source,
  year,
}: {
  title: string;
  source: string;
  year?: number;
}): RecordSource {
  const url = toWebAddress(source);
  return { title, ...(url === undefined ? {} : { url }), ...(year === undefined ? {} : { year }) };
}

function toWebAddress(text: string): string | undefined {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** Parts of a line that are there, with dots between. */
export function joinParts(parts: readonly (string | number | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined && part !== "").join(" · ") || undefined;
}
