import { type CompanyRecord, type StreamRecord, streamSchema } from "../../../knowledge/schema.ts";
import { liveCells } from "./live-cells.ts";
import { toNeedCompanies } from "./need-companies.ts";
import { MEMBER_SOURCE } from "./stream-cells.ts";
import type { LiveRecord } from "./submission.ts";

/** What members published, as it goes over the tables of the index. */
export interface OfferOverlay {
  /** Rows that are added or take the place of those with the same id. */
  streams: StreamRecord[];
  /** Ids of rows that were withdrawn. */
  removedStreams: string[];
  companies: CompanyRecord[];
  /** The source that the rows name; empty when there are none. */
  sources: {
    id: string;
    title: string;
    publisher: string;
    language: "other";
    url: undefined;
    year: undefined;
    note: undefined;
  }[];
}

/**
 * Makes the overlay of some live rows.
 *
 * @param records All rows, the withdrawn ones too.
 * @param context.today Day on which they are read.
 * @param context.companies The table of companies as the index has it, without any overlay.
 */
export function buildOverlay(
  records: readonly LiveRecord[],
  context: { today: string; companies: readonly CompanyRecord[] },
): OfferOverlay {
  const { today, companies } = context;
  const live = records.filter(({ state }) => state === "live");
  const streams = live
    .filter(({ kind }) => kind === "stream")
    .map((record) => streamSchema.parse(liveCells(record, today)));
  const needs = live.filter(({ kind, expires = "" }) => kind === "need" && expires >= today);
  const removed = records.filter(({ kind, state }) => kind === "stream" && state === "withdrawn");
  const rows = toNeedCompanies(needs, companies);
  const isUsed = streams.length + rows.length > 0;
  const source = { ...MEMBER_SOURCE, url: undefined, year: undefined, note: undefined };
  return {
    streams,
    removedStreams: removed.map(({ id }) => id),
    companies: rows,
    sources: isUsed ? [source] : [],
  };
}
