import { createRest, FORMS, isQuantityWithheld, KINDS, recordName, STATUSES } from "../../indexer/index.ts";
import { type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { CompanyRecord, ParkRecord, StreamRecord } from "../../knowledge/schema.ts";
import { CONFIDENTIAL } from "../../knowledge/visibility/redact-record.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { streamQuerySchema } from "../query/stream-query.ts";
import type { DownloadRequest } from "../reply/download-request.ts";
import type { ExportCell, ExportSheet } from "./export-sheet.ts";
import { type ColumnTexts, SHEET_TEXTS } from "./sheet-texts.ts";

/** What the cells of a row are written with; names are looked up once a sheet, for it may have 100,000 rows. */
interface SheetContext {
  language: Language;
  view: KnowledgeView;
  parkNames: ReadonlyMap<string, string>;
  placeNames: ReadonlyMap<string, string>;
}

type Column<Row> = readonly [
  heading: keyof ColumnTexts,
  cellOf: (row: Row, context: SheetContext) => ExportCell,
];

const STREAM_COLUMNS: readonly Column<StreamRecord>[] = [
  ["id", ({ id }) => id],
  ["name", (stream, { language }) => recordName(stream, language)],
  ["producer", (stream, { language }) => stream[`producer_${language}`]],
  ["park", ({ park }, { parkNames }) => parkNames.get(park) ?? park],
  ["municipality", ({ municipality }, context) => placesIn((municipality ?? "").split(";"), context)],
  ["category", categoryName],
  ["form", ({ form }, { language }) => FORMS[language][form]],
  [
    "quantity",
    (stream, { language }) => (isQuantityWithheld(stream) ? CONFIDENTIAL[language] : stream.quantity),
  ],
  ["unit", ({ unit }) => unit],
  ["wasteCode", ({ waste_code }) => waste_code],
  ["hazardous", ({ hazardous }, { language }) => SHEET_TEXTS[language].hazardous[hazardous]],
  ["status", ({ status }, { language }) => STATUSES[language][status]],
  ["kind", ({ kind }, { language }) => KINDS[language][kind] || SHEET_TEXTS[language].flow],
  ["year", ({ year }) => year],
  ["uses", (stream, { language }) => stream[`uses_${language}`]],
  ["composition", (stream, { language }) => stream[`composition_${language}`]],
  ["price", (stream, { language }) => stream[`price_${language}`]],
  ["availableFrom", (stream) => stream.available_from],
  ["availableUntil", (stream) => stream.available_until],
  ["contact", ({ contact }) => contact],
  ["sourceTitle", sourceTitles],
  ["sourceAddress", sourceAddresses],
  ["note", (stream, { language }) => stream[`note_${language}`]],
];

const COMPANY_COLUMNS: readonly Column<CompanyRecord>[] = [
  ["id", ({ id }) => id],
  ["name", (company, { language }) => recordName(company, language)],
  ["parks", ({ parks }, { parkNames }) => parks.map((id) => parkNames.get(id) ?? id).join("; ")],
  ["municipality", ({ municipality }, context) => placesIn((municipality ?? "").split(";"), context)],
  ["industry", (company, { language }) => company[`industry_${language}`]],
  ["products", (company, { language }) => company[`products_${language}`]],
  ["inputs", (company, { language }) => company[`inputs_${language}`]],
  ["outputs", (company, { language }) => company[`outputs_${language}`]],
  ["services", (company, { language }) => company[`services_${language}`]],
  ["status", ({ status }, { language }) => SHEET_TEXTS[language].companyStatuses[status]],
  ["website", ({ website }) => website],
  ["year", ({ year }) => year],
  ["sourceTitle", sourceTitles],
  ["sourceAddress", sourceAddresses],
];

const PARK_COLUMNS: readonly Column<ParkRecord>[] = [
  ["id", ({ id }) => id],
  ["name", (park, { language }) => recordName(park, language)],
  ["region", ({ region }, context) => placesIn([region], context)],
  ["municipality", ({ municipalities }, context) => placesIn(municipalities, context)],
  ["industry", (park, { language }) => park[`industries_${language}`]],
  ["infrastructure", (park, { language }) => park[`infrastructure_${language}`]],
  ["coordinator", (park, { language }) => park[`coordinator_${language}`]],
  ["website", ({ websites }) => websites.join("; ")],
  ["year", ({ year }) => year],
  ["sourceTitle", sourceTitles],
  ["sourceAddress", sourceAddresses],
  ["note", (park, { language }) => park[`note_${language}`]],
];

/**
 * Makes the sheet of a download: every row of its query that its reader may see, with source and year.
 *
 * @param request What the link was signed for; `query` is a `StreamQuery` for streams, else `{ ids: string[] }`.
 * @param whole The knowledge as it is now; what the reader of the link may not see of it is left out.
 * @returns `undefined` when the query is none of today's.
 */
export async function createSheet(
  request: DownloadRequest,
  whole: KnowledgeView,
): Promise<ExportSheet | undefined> {
  const { table, language, reader, query } = request;
  const view = whole.forReader(reader);
  const name = SHEET_TEXTS[language].names[table];
  const columns = columnsOf(request);
  const context = contextOf(view, language);
  const write = async <Row>(rows: readonly Row[], wanted: readonly Column<Row>[]): Promise<ExportSheet> => {
    const rest = createRest();
    const written: ExportCell[][] = [];
    for (const row of rows) {
      await rest();
      written.push(wanted.map(([, cellOf]) => cellOf(row, context)));
    }
    return { name, columns, rows: written };
  };
  if (table === "streams") {
    const parsed = streamQuerySchema.safeParse(query);
    return parsed.success ? write(view.streams.run(parsed.data, reader).rows, STREAM_COLUMNS) : undefined;
  }
  const ids = readIds(query);
  if (ids === undefined) return undefined;
  const { companies = [], parks = [] } = view.index.tables;
  return table === "companies"
    ? write(pick(companies, { ids, reader }), COMPANY_COLUMNS)
    : write(pick(parks, { ids, reader }), PARK_COLUMNS);
}

function columnsOf({ table, language }: DownloadRequest): ExportSheet["columns"] {
  const columns = { streams: STREAM_COLUMNS, companies: COMPANY_COLUMNS, parks: PARK_COLUMNS }[table];
  return columns.map(([heading]) => ({
    title: SHEET_TEXTS[language].columns[heading],
    ...(heading === "quantity" || heading === "year" ? { isNumber: true } : {}),
  }));
}

function readIds({ ids }: Record<string, unknown>): readonly string[] | undefined {
  if (!Array.isArray(ids)) return undefined;
  return ids.every((id): id is string => typeof id === "string") ? ids : undefined;
}

/** Rows by their ids, in the order of the answer. */
function pick<Row extends { id: string; visibility: Reader }>(
  rows: readonly Row[],
  { ids, reader }: { ids: readonly string[]; reader: Reader },
): Row[] {
  const visible = new Map(rows.filter((row) => mayRead(reader, row.visibility)).map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => visible.get(id) ?? []);
}

function contextOf(view: KnowledgeView, language: Language): SheetContext {
  const { parks = [], places = [] } = view.index.tables;
  const placeNames = places.flatMap((place) =>
    [place.en, place.fi, place.sv].map((name): [string, string] => [name, place[language]]),
  );
  return {
    language,
    view,
    parkNames: new Map(parks.map((park) => [park.id, recordName(park, language)])),
    // The first row of a name counts: a municipality stands before the district that is called the same.
    placeNames: new Map(placeNames.toReversed()),
  };
}

function categoryName({ category }: StreamRecord, { view, language }: SheetContext): ExportCell {
  return view.categoryLabel(category, language);
}

function placesIn(names: readonly string[], { placeNames }: SheetContext): ExportCell {
  const known = names.map((name) => name.trim()).filter((name) => name !== "");
  return known.map((name) => placeNames.get(name) ?? name).join(", ") || undefined;
}

function sourceTitles(row: { sources: readonly string[] }, { view }: SheetContext): ExportCell {
  return row.sources.flatMap((id) => view.index.findSource(id)?.title ?? []).join("; ");
}

function sourceAddresses(row: { sources: readonly string[] }, { view }: SheetContext): ExportCell {
  return row.sources.flatMap((id) => view.index.findSource(id)?.source || []).join("; ");
}
