import { LANGUAGES, mayRead } from "../../knowledge/languages.ts";
import { STREAM_FILTERS, type StreamQuery } from "../query/stream-query.ts";
import { changesMeaning } from "../understand/asks-streams.ts";
import { denies } from "../understand/denies.ts";
import { analyseQuestion, type Question } from "../understand/question.ts";
import { readCompanyQuery } from "../understand/read-company-query.ts";
import { readParkQuery } from "../understand/read-park-query.ts";
import { readStreamQuery } from "../understand/read-stream-query.ts";
import type { RecordKind } from "./record-sheet.ts";
import { findReadablePark, type SheetContext } from "./sheet-context.ts";

/** Rows of a question that was understood to its last word. */
export interface ExactMatches {
  ids: readonly string[];
  /** Whether a condition was read that words cannot meet ("over 10,000 t"): nothing else belongs to the result. */
  isWhole: boolean;
  /** Whether an order was asked for. */
  isOrdered: boolean;
}

type ReadMatches = (question: Question, context: SheetContext) => ExactMatches | undefined;

const READERS: Partial<Record<RecordKind, ReadMatches>> = {
  streams: matchStreams,
  companies: matchCompanies,
  parks: matchParks,
};

/**
 * Reads what was typed as a question to a table: first in the reader's language, then in the others.
 *
 * @returns `undefined` where some word is left that no filter explains.
 */
export function findExactMatches(
  kind: RecordKind,
  { text, context }: { text: string; context: SheetContext },
): ExactMatches | undefined {
  const read = READERS[kind];
  if (read === undefined) return undefined;
  for (const language of [context.language, ...LANGUAGES.filter((other) => other !== context.language)]) {
    const found = read(analyseQuestion(text, { language, view: context.view }), context);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Filters that tell a row's name, place or make, which the words of the row tell too. */
const NAMES: ReadonlySet<string> = new Set<keyof StreamQuery>([
  "materials",
  "categories",
  "isBothStuffs",
  "ids",
  "parks",
  "places",
  "producers",
  "forms",
  "wasteCode",
]);

function matchStreams(question: Question, context: SheetContext): ExactMatches | undefined {
  const { query, namesStreams, left, unread } = readStreamQuery(question, context);
  const filters = STREAM_FILTERS.filter((key) => query[key] !== undefined);
  const isAll = filters.length === 0 && (namesStreams || query.sort !== undefined);
  if (left.length > 0 || changesMeaning(unread) || (filters.length === 0 && !isAll)) return undefined;
  const parks = [...(query.parks ?? []), ...(query.except?.parks ?? [])];
  if (namesHidden(parks, context)) return undefined;
  const { groupBy: _groupBy, ...asked } = query;
  const isWhole = filters.some((key) => !NAMES.has(key)) || isAll || query.limit !== undefined;
  const ids = context.view.streams.run(asked, context.reader).rows.map(({ id }) => id);
  return { ids, isWhole, isOrdered: query.sort !== undefined };
}

function matchCompanies(question: Question, context: SheetContext): ExactMatches | undefined {
  const { view, reader } = context;
  const { query, namesCompanies, left, unread, hasLooseRole } = readCompanyQuery(question, context);
  const { holds, parks, places, statuses } = query;
  const hasFilter = (holds ?? parks ?? places ?? statuses) !== undefined;
  if (left.length > 0 || hasLooseRole || denies(question, unread) || !(hasFilter || namesCompanies))
    return undefined;
  if (namesHidden(parks ?? [], context)) return undefined;
  const { groupBy: _groupBy, measure: _measure, ...asked } = query;
  const rows = view.companies.run(asked, reader).rows;
  return { ids: rows.map(({ id }) => id), isWhole: statuses !== undefined || !hasFilter, isOrdered: false };
}

function matchParks(question: Question, context: SheetContext): ExactMatches | undefined {
  const { query, left, unread } = readParkQuery(question, context);
  const hasFilter = (query.offers ?? query.industries ?? query.places) !== undefined;
  if (left.length > 0 || denies(question, unread) || !hasFilter) return undefined;
  const rows = context.view.parks.run(query, context.reader).rows;
  return { ids: rows.map(({ park }) => park.id), isWhole: false, isOrdered: false };
}

/** Whether a park is named that the reader may not see: what lies in it must not show that it is there. */
function namesHidden(ids: readonly string[], context: SheetContext): boolean {
  const parks = context.view.index.tables.parks ?? [];
  const isThere = (id: string) =>
    parks.some((park) => park.id === id && !mayRead(context.reader, park.visibility));
  return ids.some((id) => findReadablePark(id, context) === undefined && isThere(id));
}
