import { z } from "zod";
import { LANGUAGES } from "../../../knowledge/languages.ts";

/** What somebody may ask of the desk in a chat; `none` is a question for the knowledge. */
export const REQUEST_KINDS = [
  "person",
  "ticket-state",
  "alert",
  "alert-list",
  "alert-pause",
  "alert-resume",
  "alert-delete",
  "offer",
  "need",
  "update",
  "withdraw",
  "mine",
  "introduce",
  "erase",
  "menu",
  "none",
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

const readingSchema = z.strictObject({
  /** Category of the table, or a piece of the name of the material in the language of the words. */
  material: z.string().optional(),
  amount: z.number().positive().optional(),
  unit: z.enum(["t", "m3", "MWh", "GWh"]).optional(),
  /** In small letters: piece of the id of a park or place, or of the name of a municipality in the language of the words. */
  place: z.string().optional(),
  /** Year from which the stuff is there. */
  year: z.number().int().optional(),
  /** Id of a company. */
  company: z.string().optional(),
});
export type ExpectedReading = z.infer<typeof readingSchema>;

/** Words with what they ask of the desk, and the details that must be read from them. */
export const requestCaseSchema = z.strictObject({
  id: z.string(),
  language: z.enum(LANGUAGES),
  words: z.string(),
  kind: z.enum(REQUEST_KINDS),
  reading: readingSchema.optional(),
});
export type RequestCase = z.infer<typeof requestCaseSchema>;
