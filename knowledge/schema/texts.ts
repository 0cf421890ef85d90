import { z } from "zod";
import { LANGUAGES } from "../languages.ts";
import { id, optionalText, optionalYear, requiredText, visibility } from "./cells.ts";

/* Where texts come from: publications and the front matter of guides. */

/** A publication that facts come from; `url` may be empty for a document without a public address. */
export const sourceSchema = z.object({
  id,
  title: requiredText,
  publisher: requiredText,
  url: optionalText,
  language: z.enum([...LANGUAGES, "other"]),
  year: optionalYear,
  note: optionalText,
});

export type SourceRecord = z.infer<typeof sourceSchema>;

/** Front matter of a guide. */
export const guideFrontMatterSchema = z.object({
  id,
  title: requiredText,
  language: z.enum(LANGUAGES),
  park: id.optional(),
  year: z.number().int().min(1950).max(2100).optional(),
  visibility: visibility.default("public"),
});
export type GuideFrontMatter = z.infer<typeof guideFrontMatterSchema>;
