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
import { fieldVisibility, type Withheld } from "./field-visibility.ts";

/* Parks, what is known of them, and whom to ask. */

/** A park or a site listed for its streams (`kind` = site). */
export const parkSchema = z.object({
  id,
  kind: z.enum(["park", "site"]),
  ...inLanguages("name", requiredText),
  aliases: list,
  region: requiredText,
  municipalities: list,
  latitude: optionalNumber,
  longitude: optionalNumber,
  ...inLanguages("industries", requiredText),
  anchor_companies: list,
  ...inLanguages("infrastructure", optionalText),
  ...inLanguages("coordinator", optionalText),
  websites: list,
  sources,
  year: optionalYear,
  visibility,
  ...inLanguages("note", optionalText),
});
export type ParkRecord = z.infer<typeof parkSchema>;

/** What a park fact may be about; each is one question people ask. */
export const PARK_ATTRIBUTES = [
  "companies",
  "production-companies",
  "service-companies",
  "network-companies",
  "association-members",
  "employees",
  "total-area",
  "free-area",
  "founded",
  "investment",
  "by-products",
  "export-share",
] as const;

/** One figure of a park from one source; several rows of an attribute are a disagreement or a history. */
export const parkFactSchema = z.object({
  park: id,
  attribute: z.enum(PARK_ATTRIBUTES),
  value: requiredText,
  unit: optionalText,
  ...inLanguages("qualifier", optionalText),
  sources,
  year: optionalYear,
  visibility,
});
export type ParkFactRecord = z.infer<typeof parkFactSchema>;

/** A published business contact of a park, programme or organisation. */
export const contactSchema = z.object({
  /** Id of the park, or of an organisation or programme such as `circular-economy-centre`. */
  subject: id,
  name: requiredText,
  ...inLanguages("role", optionalText),
  phone: optionalText,
  email: optionalText,
  sources,
  year: optionalYear,
  visibility,
  field_visibility: fieldVisibility,
  ...inLanguages("note", optionalText),
});
export type ContactRecord = z.infer<typeof contactSchema> & Withheld;

/** What a park can offer a company. */
export const PARK_FEATURES = [
  "land",
  "steam",
  "heat",
  "cooling",
  "water",
  "waste-water-treatment",
  "industrial-gases",
  "natural-gas",
  "biogas",
  "electricity",
  "port",
  "rail",
  "road",
  "airport",
  "laboratory",
  "pilot-space",
  "premises",
  "waste-handling",
  "landfill",
  "environmental-permit",
  "zoning",
  "research",
  "services",
  "fire-brigade",
] as const;
export type ParkFeature = (typeof PARK_FEATURES)[number];

/** One thing that a park offers, as a source tells it; `value` is `no` where a source says it is not there. */
export const parkFeatureSchema = z.object({
  park: id,
  feature: z.enum(PARK_FEATURES),
  value: optionalText,
  unit: optionalText,
  ...inLanguages("detail", requiredText),
  sources,
  year: optionalYear,
  visibility,
});
export type ParkFeatureRecord = z.infer<typeof parkFeatureSchema>;
