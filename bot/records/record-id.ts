import { RECORD_KINDS, type RecordKind, type RecordReference } from "./record-sheet.ts";

/** Longest id that is looked up. */
const MOST_CHARS = 120;
const STREAM_ID = /^SS\d{3,9}$/;
const WORD_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Reads the two parts of a record's address; tells nothing about whether the record is there.
 *
 * @returns `undefined` for an unknown kind, or an id that no row can have.
 *
 * @example
 * ```ts
 * parseRecordId("streams", "SS007"); // { kind: "streams", id: "SS007" }
 * parseRecordId("streams", "../x"); // undefined
 * ```
 */
export function parseRecordId(kind: string, id: string): RecordReference | undefined {
  if (!isRecordKind(kind) || id.length > MOST_CHARS) return undefined;
  return (kind === "streams" ? STREAM_ID : WORD_ID).test(id) ? { kind, id } : undefined;
}

function isRecordKind(kind: string): kind is RecordKind {
  return RECORD_KINDS.some((known) => known === kind);
}
