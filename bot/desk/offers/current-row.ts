import type { Language } from "../../../knowledge/languages.ts";
import { type StreamRecord, streamSchema } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { OFFER_FIELDS, type OfferKind, type OfferValues } from "./offer-fields.ts";
import { toValues } from "./stream-cells.ts";
import type { LiveRecord, Submission } from "./submission.ts";
import type { SubmissionStore } from "./submission-store.ts";

/** Where the row stands that a submission changes. */
export interface CurrentRow {
  /** 0 for a row of the files, or none. */
  revision: number;
  live?: LiveRecord;
  stream?: StreamRecord;
}

/** Reads the row that a submission changes; a row of the files that nobody changed yet has the revision 0. */
export async function readCurrentRow(
  { kind, record }: { kind: OfferKind; record?: string | undefined },
  { store, view }: { store: SubmissionStore; view: KnowledgeView },
): Promise<CurrentRow> {
  if (record === undefined) return { revision: 0 };
  const live = await store.readLive({ kind, id: record });
  if (live !== undefined) return { revision: live.revision, live, ...streamOf(live) };
  const stream = (view.index.tables.streams ?? []).find(({ id }) => id === record);
  return { revision: 0, ...(stream === undefined ? {} : { stream }) };
}

function streamOf(live: LiveRecord): { stream?: StreamRecord } {
  return live.kind === "stream" ? { stream: streamSchema.parse(live.cells) } : {};
}

/** A row as the form shows it. */
export function rowValues({ live, stream }: CurrentRow, language: Language): OfferValues {
  if (live?.kind === "need") return live.values;
  return stream === undefined ? {} : toValues(stream, language);
}

/**
 * What a row would hold with a submission: as it is now, with what the member changed. A validity that has run out is left
 * out, so that the approval begins a new one.
 */
export function mergeValues(
  { values, base, language }: Submission,
  { current, today }: { current: CurrentRow; today: string },
): OfferValues {
  if (base === undefined) return values;
  const merged: OfferValues = { ...rowValues(current, language) };
  for (const field of OFFER_FIELDS) {
    if (values[field] === base[field]) continue;
    if (values[field] === undefined) delete merged[field];
    else merged[field] = values[field];
  }
  return withoutPast(merged, today);
}

/** Leaves out a validity that has run out. */
export function withoutPast(values: OfferValues, today: string): OfferValues {
  const { validUntil, ...rest } = values;
  return validUntil === undefined || validUntil <= today ? rest : values;
}
