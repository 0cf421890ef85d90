import { z } from "zod";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { OFFER_FIELDS, type OfferKind, type OfferValues } from "./offer-fields.ts";

/** What becomes of what a member tells: a coordinator approves it or returns it; the member may withdraw it. */
export const SUBMISSION_STATES = ["waiting", "approved", "returned", "withdrawn"] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** A name in the three languages, filled in by hand. */
export type Names = Partial<Record<Language, string>>;

/** A stream or need that somebody told of. */
export interface Submission {
  id: number;
  kind: OfferKind;
  state: SubmissionState;
  /** Key of the conversation it came from; empty once that was erased. */
  conversation: string;
  person?: string;
  personName?: string;
  /** Language of its words. */
  language: Language;
  /** Counts the changes, from 1 on. */
  revision: number;
  /** Id of the row it changes, and of the row that came of it. */
  record?: string;
  values: OfferValues;
  /** What the row held when the member filled the form in, as far as the member may see it; absent for a new one. */
  base?: OfferValues;
  /** Revision of the live row that the member saw; 0 for a row of the files. */
  baseRevision?: number;
  /** The coordinator's words to the member. */
  words?: string;
  /** Milliseconds since 1970. */
  created: number;
  changed: number;
}

const valuesSchema = z
  .partialRecord(z.enum(OFFER_FIELDS), z.string())
  .transform((values): OfferValues => values);

/** What of a submission stands in its JSON column. */
export const submissionJsonSchema = z.object({
  values: valuesSchema,
  base: valuesSchema.optional(),
  baseRevision: z.number().int().optional(),
  personName: z.string().optional(),
  words: z.string().optional(),
});

/** A row that a coordinator approved: live until it is withdrawn. */
export interface LiveRecord {
  kind: OfferKind;
  /** `SS093` or `need-4`. */
  id: string;
  revision: number;
  state: "live" | "withdrawn";
  /** Conversation and person who answer for it; empty for a row of the files, or after erasing. */
  conversation?: string;
  person?: string;
  /** Last day on which it holds, as `2027-03-01`. */
  expires?: string;
  /** Reminders that were sent: days before `expires`. */
  reminded: readonly number[];
  changed: number;
  changedBy: string;
  language: Language;
  values: OfferValues;
  names: Record<Language, string>;
  /** Languages whose name was copied from another one. */
  copied: readonly Language[];
  /** Cells of the row of `side-streams.csv`; empty for a need. */
  cells: Record<string, string>;
  /** Day on which its owner last said that it is right. */
  verified: string;
}

export const liveJsonSchema = z.object({
  language: z.enum(LANGUAGES),
  values: valuesSchema,
  names: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  copied: z.array(z.enum(LANGUAGES)),
  cells: z.record(z.string(), z.string()),
  verified: z.string(),
});

/**
 * The same day some years later.
 *
 * @example
 * ```ts
 * yearsAfter("2026-03-01", 1); // "2027-03-01"
 * ```
 */
export function yearsAfter(day: string, years: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}
