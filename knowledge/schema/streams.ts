import { z } from "zod";
import {
  id,
  inLanguages,
  list,
  optionalDate,
  optionalNumber,
  optionalText,
  optionalYear,
  optionalYearOrDate,
  requiredText,
  sources,
  streamId,
  visibility,
} from "./cells.ts";
import { fieldVisibility, type Withheld } from "./field-visibility.ts";

/* Who makes what and where it goes: companies, side streams, documented exchanges. */

/** A company or organisation of a park. */
export const companySchema = z.object({
  id,
  ...inLanguages("name", requiredText),
  parks: list,
  municipality: optionalText,
  ...inLanguages("industry", requiredText),
  nace: optionalText,
  /** Classes of `receiver-classes.csv` that the company may receive streams as. */
  receiver_classes: list,
  ...inLanguages("products", optionalText),
  ...inLanguages("inputs", optionalText),
  ...inLanguages("outputs", optionalText),
  ...inLanguages("services", optionalText),
  website: optionalText,
  status: z.enum(["running", "planned", "closed", "unknown"]),
  sources,
  year: optionalYear,
  visibility,
  field_visibility: fieldVisibility,
  note_en: optionalText,
});
export type CompanyRecord = z.infer<typeof companySchema> & Withheld;

export const STREAM_CATEGORIES = [
  "acid",
  "ash",
  "biowaste",
  "gas",
  "gypsum",
  "heat",
  "lime",
  "metal",
  "other",
  "plastic",
  "slag",
  "sludge",
  "wood",
] as const;

export const STREAM_KINDS = ["flow", "aggregate", "stock", "planned"] as const;
export const STREAM_FORMS = ["solid", "sludge", "liquid", "gas", "heat"] as const;
export const STREAM_STATUSES = [
  "sold",
  "used on site",
  "available",
  "landfilled",
  "stored",
  "unknown",
] as const;

/** A side stream. Only rows of `kind` = flow are yearly amounts that may be added up. */
export const streamSchema = z.object({
  id: streamId,
  kind: z.enum(STREAM_KINDS),
  ...inLanguages("name", requiredText),
  ...inLanguages("producer", optionalText),
  park: id,
  municipality: optionalText,
  category: z.enum(STREAM_CATEGORIES),
  form: z.enum(STREAM_FORMS),
  quantity: optionalNumber,
  unit: z.enum(["", "t", "kg", "m3", "MWh", "GWh"]).transform((value) => (value === "" ? undefined : value)),
  waste_code: optionalText,
  hazardous: z.enum(["yes", "no", "unknown"]),
  ...inLanguages("uses", optionalText),
  status: z.enum(STREAM_STATUSES),
  sources,
  year: optionalYear,
  visibility,
  field_visibility: fieldVisibility,
  ...inLanguages("note", optionalText),
  /** What it holds, in words: "CaO 55 %, dry matter 70 %". */
  ...inLanguages("composition", optionalText),
  /** Price or gate fee, and who pays the transport. */
  ...inLanguages("price", optionalText),
  /** Whom to ask about this stream. */
  contact: optionalText,
  /** When it can be had: a year or a date. */
  available_from: optionalYearOrDate,
  available_until: optionalYearOrDate,
  /** The day when its owner last said that the row is right. */
  verified: optionalDate,
  /** The day after which the row counts as out of date. */
  expires: optionalDate,
  /** Who answers for the row: id of a company, or a name. */
  owner: optionalText,
});
export type StreamRecord = z.infer<typeof streamSchema> & Withheld;

/** A documented exchange between a donor and a receiver in Finland; a company's name stands in each language. */
export const exchangeSchema = z.object({
  id,
  ...inLanguages("donor", requiredText),
  ...inLanguages("stream", requiredText),
  ...inLanguages("receiver", requiredText),
  ...inLanguages("use", requiredText),
  ...inLanguages("place", optionalText),
  quantity: optionalNumber,
  unit: optionalText,
  status: z.enum(["running", "pilot", "planned", "ended", "unknown"]),
  sources,
  year: optionalYear,
  visibility,
  field_visibility: fieldVisibility,
  ...inLanguages("note", optionalText),
});
export type ExchangeRecord = z.infer<typeof exchangeSchema> & Withheld;
