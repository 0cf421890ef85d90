import { z } from "zod";
import { LANGUAGES, type Language, READERS } from "./languages.ts";

/**
 * What every record of the knowledge base looks like. In: the text cells of a CSV row or the front matter of
 * a guide. Out: typed records. A fault is a zod issue that names the field; the caller adds file and line.
 */

const text = z.string().trim();
const optionalText = text.transform((value) => (value === "" ? undefined : value)).optional();
const requiredText = text.min(1, "must not be empty");

/** Cells that hold several values are separated by semicolons. */
const list = text.transform((value) =>
  value
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);

const optionalNumber = text
  .refine((value) => value === "" || Number.isFinite(Number(value)), "must be a plain number such as 1200.5")
  .transform((value) => (value === "" ? undefined : Number(value)))
  .optional();

const optionalYear = text
  .refine((value) => value === "" || /^(19|20)\d\d$/.test(value), "must be a year such as 2022")
  .transform((value) => (value === "" ? undefined : Number(value)))
  .optional();

const id = text.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens");
const streamId = text.regex(/^SS\d{3,}$/, "must look like SS001");

/** Sources of a row: ids of `sources.csv`, at least one. */
const sources = list.refine((value) => value.length > 0, "must name at least one source id of sources.csv");

/** Lowest rank that may see the row. */
const visibility = z.enum(READERS, `must be one of ${READERS.join(", ")}`);

/** The columns of a cell that is told in each language: `name_en`, `name_fi`, `name_sv`. */
function inLanguages<Name extends string, Cell extends z.ZodType>(
  name: Name,
  cell: Cell,
): Record<`${Name}_${Language}`, Cell> {
  const columns = LANGUAGES.map((language) => [`${name}_${language}`, cell]);
  return Object.fromEntries(columns) as Record<`${Name}_${Language}`, Cell>;
}

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
  ...inLanguages("note", optionalText),
});
export type ContactRecord = z.infer<typeof contactSchema>;

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
  note_en: optionalText,
});
export type CompanyRecord = z.infer<typeof companySchema>;

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
  ...inLanguages("note", optionalText),
});
export type StreamRecord = z.infer<typeof streamSchema>;

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
  ...inLanguages("note", optionalText),
});
export type ExchangeRecord = z.infer<typeof exchangeSchema>;

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

/** Every table of the knowledge base: its file name and the schema of its rows. */
export const TABLES = {
  sources: { file: "sources.csv", schema: sourceSchema },
  parks: { file: "parks.csv", schema: parkSchema },
  parkFacts: { file: "park-facts.csv", schema: parkFactSchema },
  contacts: { file: "contacts.csv", schema: contactSchema },
  companies: { file: "companies.csv", schema: companySchema },
  streams: { file: "side-streams.csv", schema: streamSchema },
  exchanges: { file: "exchanges.csv", schema: exchangeSchema },
  uses: { file: "uses.csv", schema: useSchema },
  receiverClasses: { file: "receiver-classes.csv", schema: receiverClassSchema },
  materials: { file: "materials.csv", schema: materialSchema },
  parkFeatures: { file: "park-features.csv", schema: parkFeatureSchema },
  legalRoutes: { file: "legal-routes.csv", schema: legalRouteSchema },
  concepts: { file: "vocabulary.csv", schema: conceptSchema },
  words: { file: "words.csv", schema: wordSchema },
  places: { file: "places.csv", schema: placeSchema },
} as const;

export type TableName = keyof typeof TABLES;
