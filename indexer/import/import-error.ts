/** Why a table cannot be imported at all. */
export const IMPORT_ERROR_CODES = [
  "options",
  "file-missing",
  "file-format",
  "file-unreadable",
  "sheet-missing",
  "no-rows",
  "no-headings",
  "no-name",
  "map-form",
  "map-heading",
  "map-field",
  "into-missing",
  "table-unreadable",
  "column-missing",
  "source-needed",
  "source-unknown",
  "park-unknown",
  "visibility-conflict",
  "rejects-exists",
  "changed",
] as const;

export type ImportErrorCode = (typeof IMPORT_ERROR_CODES)[number];

/** The table as a whole cannot be imported; words for the code stand in the texts of the command. */
export class ImportError extends Error {
  override readonly name = "ImportError";
  readonly code: ImportErrorCode;
  /** The name in question. */
  readonly found: string;
  /** What there is instead, or the reason that the system gives. */
  readonly detail: string;

  constructor(code: ImportErrorCode, { found = "", detail = "" }: { found?: string; detail?: string } = {}) {
    super(`Cannot import: ${[code, found, detail].filter((part) => part !== "").join(": ")}`);
    this.code = code;
    this.found = found;
    this.detail = detail;
  }
}
