import { z } from "zod";
import { LANGUAGES } from "../../../knowledge/languages.ts";

/** A line of `streams.jsonl`. */
export const streamQuestionSchema = z.strictObject({
  id: z.string(),
  language: z.enum(LANGUAGES),
  question: z.string().optional(),
  turns: z.array(z.string()).min(1).optional(),
  table: z.enum(["streams", "companies", "parks"]).default("streams"),
  /** Expected rows; absent for a question that must not be answered with rows. */
  sql: z.string().optional(),
  understood: z.boolean().default(true),
  ordered: z.boolean().default(false),
  totals: z.boolean().default(false),
  /** The answer says how many rows there are. */
  count: z.boolean().default(false),
  /** The answer says the mean of the yearly flows. */
  average: z.boolean().default(false),
  /** Column of the table by which the answer groups its rows. */
  groupBy: z.enum(["park", "category", "municipality", "form", "status", "year"]).optional(),
  /** The last turn shows only rows not shown before. */
  more: z.boolean().default(false),
});
export type StreamQuestion = z.infer<typeof streamQuestionSchema>;
