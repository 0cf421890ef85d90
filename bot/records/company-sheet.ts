import { recordName } from "../../indexer/index.ts";
import type { CompanyRecord } from "../../knowledge/schema.ts";
import { SHEET_TEXTS } from "../exports/sheet-texts.ts";
import type { RecordPreview, RecordSheet } from "./record-sheet.ts";
import {
  findReadable,
  joinParts,
  parkFacts,
  placeNames,
  type SheetContext,
  sourcesOf,
  toFact,
  websiteFacts,
} from "./sheet-context.ts";

/** A company as a list shows it: line of business, town and state below the name. */
export function previewCompany(company: CompanyRecord, context: SheetContext): RecordPreview {
  const { language } = context;
  const summary = joinParts([
    company[`industry_${language}`],
    placeNames([company.municipality ?? ""], context),
    company.status === "running" ? undefined : SHEET_TEXTS[language].companyStatuses[company.status],
    company.year,
  ]);
  return {
    kind: "companies",
    id: company.id,
    title: recordName(company, language),
    ...(summary === undefined ? {} : { summary }),
  };
}

/**
 * Puts a company into words; parks that the reader may not see are left out of its parks.
 *
 * @returns `undefined` for an unknown or hidden one.
 */
export function buildCompanySheet(id: string, context: SheetContext): RecordSheet | undefined {
  const { view, reader, language } = context;
  const company = findReadable(view.index.tables.companies, { id, reader });
  if (company === undefined) return undefined;
  const { year, website, note_en: englishNote } = company;
  const { columns, companyStatuses } = SHEET_TEXTS[language];
  const subtitle = company[`industry_${language}`];
  return {
    ...previewCompany(company, context),
    subtitle,
    facts: [
      ...parkFacts(company.parks, { label: columns.park, context }),
      ...toFact(columns.municipality, placeNames([company.municipality ?? ""], context)),
      ...toFact(columns.products, company[`products_${language}`]),
      ...toFact(columns.inputs, company[`inputs_${language}`]),
      ...toFact(columns.outputs, company[`outputs_${language}`]),
      ...toFact(columns.services, company[`services_${language}`]),
      ...toFact(columns.status, companyStatuses[company.status]),
      ...toFact(columns.year, year),
      ...websiteFacts(columns.website, website === undefined ? [] : [website]),
    ],
    sources: sourcesOf(company, context),
    ...(year === undefined ? {} : { year }),
    // The table has notes on companies in English alone.
    ...(englishNote === undefined || language !== "en" ? {} : { note: englishNote }),
  };
}
