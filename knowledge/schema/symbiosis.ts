import { z } from "zod";
import {
  id,
  inLanguages,
  list,
  optionalNumber,
  optionalText,
  optionalYear,
  requiredText,
  sources,
  visibility,
} from "./cells.ts";

/* Who could take what: uses, materials, receiving industries, and what the law asks. */

/** How a use is known; a use may be known in both ways. */
export const USE_BASES = ["documented exchanges", "general practice"] as const;

/** Which receiving industry takes a material, or a stream for a property of it, and for what. */
export const useSchema = z.object({
  /** Id of a concept of `vocabulary.csv`. */
  stream_type: id,
  waste_codes: list,
  receiver_class: requiredText,
  nace: optionalText,
  ...inLanguages("use", requiredText),
  /** Number of documented exchanges, and of places where they are. */
  cases: optionalNumber,
  places: optionalNumber,
  basis: list.pipe(z.array(z.enum(USE_BASES, `must be one or both of ${USE_BASES.join("; ")}`)).min(1)),
  links: list,
  /** Ids of the processes usually needed first. */
  pretreatment: list,
  visibility,
});
export type UseRecord = z.infer<typeof useSchema>;

/** What a material is and holds, for streams that no use names. */
export const materialSchema = z.object({
  concept_id: id,
  /** Ids of more general materials: fly ash is ash. */
  broader: list,
  /** Ids of properties for which it can be used, the main ones first. */
  contains: list,
  forms: list,
});
export type MaterialRecord = z.infer<typeof materialSchema>;

/** One of the 36 receiving industries with its names in three languages; the synonyms are plants and trades. */
export const receiverClassSchema = z.object({
  receiver_class: requiredText,
  nace: requiredText,
  en: requiredText,
  fi: requiredText,
  sv: requiredText,
  ...inLanguages("synonyms", list),
});
export type ReceiverClassRecord = z.infer<typeof receiverClassSchema>;

/** What the law asks of an exchange: orientation, no advice. `*` stands for every material or class. */
export const legalRouteSchema = z.object({
  id,
  materials: list,
  receiver_classes: list,
  hazardous: z.enum(["yes", "no", "any"]),
  kind: z.enum([
    "by-product",
    "end-of-waste",
    "mara",
    "permit",
    "transfer-document",
    "fertiliser",
    "animal-by-product",
    "product-law",
    "marketplace",
  ]),
  ...inLanguages("text", requiredText),
  sources,
  year: optionalYear,
});
export type LegalRouteRecord = z.infer<typeof legalRouteSchema>;
