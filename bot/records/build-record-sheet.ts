import { buildCompanySheet } from "./company-sheet.ts";
import { buildFaqSheet } from "./faq-sheet.ts";
import { buildParkSheet } from "./park-sheet.ts";
import type { RecordKind, RecordReference, RecordSheet } from "./record-sheet.ts";
import type { SheetContext } from "./sheet-context.ts";
import { buildStreamSheet } from "./stream-sheet.ts";

const BUILDERS: Record<RecordKind, (id: string, context: SheetContext) => RecordSheet | undefined> = {
  streams: buildStreamSheet,
  companies: buildCompanySheet,
  parks: buildParkSheet,
  faq: buildFaqSheet,
};

/**
 * Puts one record into the words of a language: what a page, a card or a preview shows of it.
 *
 * @param record Which one.
 * @param context Knowledge, rank of the reader and language. Nothing above the rank is in the sheet, the names of
 * hidden parks included.
 * @returns `undefined` for a record that is not there and for one the reader may not see: nobody can tell which.
 *
 * @example
 * ```ts
 * buildRecordSheet({ kind: "streams", id: "SS007" }, { view, reader: "public", language: "fi" })?.title; // "Lentotuhka"
 * ```
 */
export function buildRecordSheet(record: RecordReference, context: SheetContext): RecordSheet | undefined {
  const view = context.view.forReader(context.reader);
  return BUILDERS[record.kind](record.id, { ...context, view });
}
