import { isQuantityWithheld, KINDS, presentQuantity, recordName } from "../../../indexer/index.ts";
import type { Language, Reader } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { StreamQuery } from "../../query/stream-query.ts";
import type { StreamRow } from "../../reply/reply.ts";
import { placeName } from "../place-name.ts";
import { freshnessMark } from "./freshness-mark.ts";

/** What the parts of an answer about side streams are presented with. */
export interface PresentContext {
  language: Language;
  reader: Reader;
  view: KnowledgeView;
  query: StreamQuery;
  /** Rows shown by the answers before. */
  skip?: number;
}

/** "22 000 t", "330 000 t (stock, not a yearly flow)", or a dash: no figure is not zero. A confidential one is told as such. */
export function amountOf(stream: StreamRecord, language: Language): string {
  if (isQuantityWithheld(stream)) return presentQuantity(stream, language);
  const { quantity, unit = "" } = stream;
  const kind = KINDS[language][stream.kind];
  const amount = quantity === undefined ? "–" : `${presentNumber(quantity, language)} ${unit}`.trim();
  return kind === "" ? amount : `${amount} (${kind})`;
}

/** Municipalities of a stream in the reader's language, or its park; empty where the reader may not see either. */
export function placeOf(stream: StreamRecord, context: { language: Language; view: KnowledgeView }): string {
  const names = (stream.municipality ?? "").split(";").map((name) => name.trim());
  const known = names.filter((name) => name !== "").map((name) => placeName(name, context));
  return known.length > 0 ? known.join(", ") : parkNameOf(stream.park, context);
}

/** Name of a park by its id. */
export function parkNameOf(id: string, context: { language: Language; view: KnowledgeView }): string {
  const park = context.view.index.tables.parks?.find((row) => row.id === id);
  return park === undefined ? id : recordName(park, context.language);
}

/** The year of a row, marked where the row is out of date or cannot be had yet. */
export function yearOf(stream: StreamRecord, language: Language): string | undefined {
  const mark = freshnessMark(stream, { language });
  const year = stream.year === undefined ? undefined : String(stream.year);
  if (mark === "") return year;
  return year === undefined ? mark : `${year} (${mark})`;
}

/** A row as the reply's data holds it. */
export function toStreamRow(
  stream: StreamRecord,
  context: { language: Language; view: KnowledgeView },
): StreamRow {
  const { id, municipality, quantity, unit, year, kind } = stream;
  const producer = stream[`producer_${context.language}`];
  const note = stream[`note_${context.language}`];
  return {
    id,
    name: recordName(stream, context.language),
    park: parkNameOf(stream.park, context),
    ...(producer === undefined ? {} : { producer }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(unit === undefined ? {} : { unit }),
    ...(year === undefined ? {} : { year }),
    ...(note === undefined ? {} : { note }),
    ...(kind === "flow" ? {} : { kind }),
  };
}

/** A cell as it may stand in a Markdown table: a bar would end the cell, and a line break the table. */
export function escapeBar(cell: string): string {
  return cell.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");
}
