/** Why a row is not stored, or what the coordinator should know of one that is. */
export const PROBLEM_CODES = [
  "missing",
  "park-missing",
  "park-unknown",
  "park-several",
  "amount-unclear",
  "amount-ambiguous",
  "unit-missing",
  "unit-unknown",
  "unit-conflict",
  "period-unclear",
  "waste-code-wrong",
  "hazard-conflict",
  "choice-unknown",
  "form-missing",
  "source-missing",
  "source-unknown",
  "year-wrong",
  "too-many-cells",
  "unreadable-line",
  "empty-formula",
  "contact-in-public",
  "twice-in-table",
  "several-existing",
  "check-fails",
] as const;

/** What is stored all the same, but has to be told. */
export const REMARK_CODES = [
  "copied",
  "park-from-municipality",
  "period-assumed",
  "category-unsure",
  "form-from-category",
  "municipality-unknown",
  "municipality-outside",
  "waste-code-padded",
  "amount-noted",
  "amount-range",
  "source-noted",
  "similar",
  "not-opened",
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];
export type RemarkCode = (typeof REMARK_CODES)[number];

/** One thing wrong with a cell; words for it stand in the texts of the command. */
export interface Problem {
  code: ProblemCode;
  /** Field of the table or of the sheet. */
  field: string;
  /** What stands in the cell. */
  found: string;
  /** What the words need besides: possible values, the other row. */
  detail?: string;
}

/** One thing worth knowing about a row that is stored. */
export interface Remark {
  code: RemarkCode;
  field: string;
  found: string;
  detail?: string;
}
