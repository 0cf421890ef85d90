import type { ImportErrorCode } from "./import-error.ts";
import type { MappingWay } from "./map-headings.ts";
import type { ProblemCode, RemarkCode } from "./problem.ts";
import type { SkipReason } from "./read-fields.ts";

/** Makes words of what stands in the cell and of what there is besides. */
type Words = (found: string, detail: string) => string;

/** Everything `npm run knowledge:import` says, in one language. */
export interface ImportTexts {
  usage: string;
  /** Begins every error; the file's name is known by then, or not. */
  cannot: (file: string | undefined) => string;
  errors: Record<ImportErrorCode, Words>;
  /** Why a row is not stored, and what would be right. */
  problems: Record<ProblemCode, { reason: Words; expected: Words }>;
  remarks: Record<RemarkCode, Words>;
  ways: Record<MappingWay, Words>;
  skipped: Record<SkipReason, string>;
  /** Above the preview. */
  title: (place: { file: string; sheet: string; line: number; rows: number }) => string;
  otherSheets: (names: string) => string;
  columns: string;
  noHeading: string;
  intoNote: string;
  notStored: string;
  unknownHeadings: (headings: string) => string;
  fields: string;
  firstRows: string;
  otherRows: string;
  remarksTitle: string;
  leftOut: (fields: string) => string;
  leftOutHint: string;
  badRows: string;
  existingRows: string;
  updates: string;
  same: (id: string, line: number) => string;
  differs: (columns: string) => string;
  updateHint: string;
  skippedRows: string;
  /** "row 4", "rows 4, 5". */
  row: (lines: string, count: number) => string;
  expected: string;
  nothing: string;
  newFaults: string;
  counts: (counts: Record<"rows" | "added" | "updated" | "existing" | "bad" | "skipped", number>) => string;
  nothingWritten: string;
  toWrite: string;
  nothingToWrite: string;
  written: (path: string) => string;
  backup: (path: string) => string;
  rejectsWritten: (path: string, count: number) => string;
  afterwards: string;
  rejectColumns: { row: string; field: string; reason: string; expected: string };
}
