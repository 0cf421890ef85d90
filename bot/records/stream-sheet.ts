import {
  FORMS,
  isQuantityWithheld,
  KINDS,
  presentQuantity,
  recordName,
  STATUSES,
} from "../../indexer/index.ts";
import type { StreamRecord } from "../../knowledge/schema.ts";
import { SHEET_TEXTS } from "../exports/sheet-texts.ts";
import { freshnessMark } from "../skills/streams/freshness-mark.ts";
import { amountOf, yearOf } from "../skills/streams/present-cells.ts";
import type { RecordPreview, RecordSheet } from "./record-sheet.ts";
import {
  findReadable,
  findReadablePark,
  joinParts,
  parkFacts,
  placeNames,
  type SheetContext,
  sourcesOf,
  toFact,
} from "./sheet-context.ts";

/** A side stream as a list shows it: amount, place, producer and year below the name. */
export function previewStream(stream: StreamRecord, context: SheetContext): RecordPreview {
  const { language } = context;
  const isTold = stream.quantity !== undefined || isQuantityWithheld(stream);
  const amount = isTold ? amountOf(stream, language) : KINDS[language][stream.kind];
  const summary = joinParts([
    amount,
    placeOf(stream, context),
    stream[`producer_${language}`],
    // A year belongs to a figure; without one it only says how old the row is.
    yearOf(stream, language),
  ]);
  return {
    kind: "streams",
    id: stream.id,
    title: recordName(stream, language),
    ...(summary === undefined ? {} : { summary }),
  };
}

/**
 * Puts a side stream into words.
 *
 * @returns `undefined` for an unknown or hidden one.
 */
export function buildStreamSheet(id: string, context: SheetContext): RecordSheet | undefined {
  const { view, reader, language } = context;
  const stream = findReadable(view.index.tables.streams, { id, reader });
  if (stream === undefined) return undefined;
  const mark = freshnessMark(stream, { language }) || undefined;
  const subtitle = joinParts([stream[`producer_${language}`], placeOf(stream, context), mark]);
  const { year } = stream;
  const note = stream[`note_${language}`];
  return {
    ...previewStream(stream, context),
    ...(subtitle === undefined ? {} : { subtitle }),
    facts: streamFacts(stream, context),
    sources: sourcesOf(stream, context),
    ...(year === undefined ? {} : { year }),
    ...(note === undefined ? {} : { note }),
  };
}

function streamFacts(stream: StreamRecord, context: SheetContext) {
  const { view, language } = context;
  const { columns, hazardous } = SHEET_TEXTS[language];
  const kind = KINDS[language][stream.kind];
  const isKindTold = stream.quantity !== undefined || kind === "";
  return [
    ...toFact(columns.quantity, presentQuantity(stream, language)),
    ...toFact(columns.kind, isKindTold ? undefined : kind),
    ...toFact(columns.year, stream.year),
    ...toFact(columns.producer, stream[`producer_${language}`]),
    ...parkFacts([stream.park], { label: columns.park, context }),
    ...toFact(columns.municipality, placeNames([stream.municipality ?? ""], context)),
    ...toFact(columns.category, view.categoryLabel(stream.category, language)),
    ...toFact(columns.form, FORMS[language][stream.form]),
    ...toFact(columns.wasteCode, stream.waste_code?.replace(/(\d\d)(?=\d)/g, "$1 ")),
    ...toFact(columns.hazardous, hazardous[stream.hazardous]),
    ...toFact(columns.status, STATUSES[language][stream.status]),
    ...toFact(columns.uses, stream[`uses_${language}`]),
    ...toFact(columns.composition, stream[`composition_${language}`]),
    ...toFact(columns.price, stream[`price_${language}`]),
    ...toFact(columns.availableFrom, stream.available_from),
    ...toFact(columns.availableUntil, stream.available_until),
    ...toFact(columns.contact, stream.contact),
    ...toFact(columns.verified, stream.verified),
    ...toFact(columns.id, stream.id),
  ];
}

/** Its municipalities, else its park. */
function placeOf(stream: StreamRecord, context: SheetContext): string | undefined {
  const towns = placeNames([stream.municipality ?? ""], context);
  if (towns !== "") return towns;
  const park = findReadablePark(stream.park, context);
  return park && recordName(park, context.language);
}
