import { z } from "zod";
import { id, inLanguages, list, optionalText, requiredText } from "./cells.ts";

/* Words and names in three languages. */

/** A concept of the trade: one meaning, its words in three languages. */
export const conceptSchema = z.object({
  concept_id: id,
  en: requiredText,
  fi: requiredText,
  sv: requiredText,
  ...inLanguages("synonyms", list),
  kind: z.enum([
    "material",
    "process",
    "regulation",
    "industry",
    "service",
    "actor",
    "park",
    "property",
    "other",
  ]),
  waste_code_prefixes: list,
  typical_uses: optionalText,
});
export type ConceptRecord = z.infer<typeof conceptSchema>;

/** A general word with its equivalents; each cell lists forms separated by semicolons, base forms first. */
export const wordSchema = z.object({
  id,
  en: list,
  fi: list,
  sv: list,
  /** Ids of words close enough in meaning to be met by them: who asks about employment is answered by jobs. */
  near: list.default([]),
});
export type WordRecord = z.infer<typeof wordSchema>;

/** A place with the names it has in the three languages. */
export const placeSchema = z.object({
  id,
  kind: z.enum(["municipality", "region", "country", "district"]),
  en: requiredText,
  fi: requiredText,
  sv: requiredText,
});
export type PlaceRecord = z.infer<typeof placeSchema>;
