import { previewCompany } from "./company-sheet.ts";
import { findFaq, previewFaq } from "./faq-sheet.ts";
import { hideNames } from "./hide-names.ts";
import { previewPark } from "./park-sheet.ts";
import { rankRecords } from "./rank-records.ts";
import type { RecordKind, RecordPreview } from "./record-sheet.ts";
import { MOST_CHARS, readSearchWords } from "./search-word.ts";
import { searcherFor } from "./searcher.ts";
import { findReadable, type SheetContext } from "./sheet-context.ts";
import { previewStream } from "./stream-sheet.ts";

/** What is searched for. */
export interface RecordSearch {
  kind: RecordKind;
  /** As typed so far; empty or without words gives the first page of all. */
  text: string;
  /** How many results come before the page. @default {0} */
  skip?: number;
  /** Results of the page, 0–100. @default {25} */
  count?: number;
}

/** A page of results. */
export interface RecordResults {
  results: RecordPreview[];
  /** How many there are on all pages. */
  total: number;
}

const PAGE = 25;
const MOST_COUNT = 100;

/**
 * Searches records as a search box does, while the person still types.
 *
 * What the exact queries of the tables understand ("yli 10000 t tuhka Kemi") is looked up there; names, beginnings of
 * words, inflected and misspelt ones, producers, towns, parks and codes are found by a text index of all three languages;
 * questions of the FAQ by their meaning too. Records above the reader's rank take no part in anything, totals included.
 * The first search of a kind makes its index.
 *
 * @returns Never throws for what is typed: a text that means nothing gives no results.
 *
 * @example
 * ```ts
 * const search = { kind: "streams", text: "lento" } as const;
 * (await searchRecords(search, { view, reader: "public", language: "fi" })).results[0]?.title; // "Lentotuhka"
 * ```
 */
export async function searchRecords(search: RecordSearch, asked: SheetContext): Promise<RecordResults> {
  const { kind, skip, count } = search;
  const context = { ...asked, view: asked.view.forReader(asked.reader) };
  const searcher = searcherFor(kind, context);
  const text = hideNames(search.text.slice(0, MOST_CHARS), context);
  const words = readSearchWords(text, context);
  const order =
    words.length === 0 ? searcher.order : await rankRecords({ kind, text, words, searcher }, context);
  const from = wholeNumber(skip, { byDefault: 0, most: order.length });
  const to = from + wholeNumber(count, { byDefault: PAGE, most: MOST_COUNT });
  const results = order
    .slice(from, to)
    .flatMap((at) => PREVIEWERS[kind](searcher.ids[at] ?? "", context) ?? []);
  return { results, total: order.length };
}

const PREVIEWERS: Record<RecordKind, (id: string, context: SheetContext) => RecordPreview | undefined> = {
  streams: (id, context) => {
    const row = findReadable(context.view.index.tables.streams, { ...context, id });
    return row && previewStream(row, context);
  },
  companies: (id, context) => {
    const row = findReadable(context.view.index.tables.companies, { ...context, id });
    return row && previewCompany(row, context);
  },
  parks: (id, context) => {
    const row = findReadable(context.view.index.tables.parks, { ...context, id });
    return row && previewPark(row, context);
  },
  faq: (id, context) => {
    const entry = findFaq(id, context);
    return entry && previewFaq(entry, context);
  },
};

function wholeNumber(
  value: number | undefined,
  { byDefault, most }: { byDefault: number; most: number },
): number {
  return value !== undefined && Number.isInteger(value) && value >= 0 ? Math.min(value, most) : byDefault;
}
