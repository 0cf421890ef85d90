import { LANGUAGES, type Language } from "../../knowledge/languages.ts";

/** What a column of a coordinator's table may hold that `side-streams.csv` has columns for. */
export const TABLE_FIELDS = [
  "kind",
  "name",
  "producer",
  "park",
  "municipality",
  "category",
  "form",
  "quantity",
  "unit",
  "period",
  "waste_code",
  "hazardous",
  "uses",
  "status",
  "sources",
  "year",
  "visibility",
  "note",
] as const;

/** Fields that stand in the table once a language: `name_fi`. */
export const LANGUAGE_FIELDS = ["name", "producer", "uses", "note"] as const;

/** Fields of Decree 978/2021 s. 52 and Annex 5, and of practice, that the table has no column for: they go into the note. */
export const NOTED_FIELDS = [
  "description",
  "legal_status",
  "hazard_class",
  "hazard_properties",
  "physical_state",
  "regularity",
  "available_from",
  "available_until",
  "origin_activity",
  "location",
  "composition",
  "dry_matter",
  "moisture",
  "heating_value",
  "contaminants",
  "temperature",
  "treatment",
  "transport",
  "permits",
  "source_document",
  "verified_by",
  "updated",
  "expires",
] as const;

/** Never written into a row that everyone may see. */
export const PRIVATE_FIELDS = ["contact", "business_id", "price"] as const;

/** Known, but of no use here: new rows get an id of their own. */
export const UNUSED_FIELDS = ["id"] as const;

export type LanguageField = (typeof LANGUAGE_FIELDS)[number];
export type NotedField = (typeof NOTED_FIELDS)[number];
export type PrivateField = (typeof PRIVATE_FIELDS)[number];
export type BaseField =
  | (typeof TABLE_FIELDS)[number]
  | NotedField
  | PrivateField
  | (typeof UNUSED_FIELDS)[number];
/** A field, in one language where it has several. */
export type Field = BaseField | `${LanguageField}_${Language}`;

/** Fields of which several columns are read as one text; of the others a second column is not read. */
export const JOINED_FIELDS: ReadonlySet<string> = new Set([
  "note",
  ...NOTED_FIELDS,
  "contact",
  "price",
  ...LANGUAGES.map((language) => `note_${language}`),
]);

const BASE_FIELDS: readonly BaseField[] = [
  ...TABLE_FIELDS,
  ...NOTED_FIELDS,
  ...PRIVATE_FIELDS,
  ...UNUSED_FIELDS,
];

/** Every field by its name, as `--map` takes it: `name`, `name_fi`, `waste_code`. */
export const FIELDS: readonly Field[] = BASE_FIELDS.flatMap((field) => [field, ...inLanguages(field)]);

/** Tells whether a word names a field. */
export function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}

/** Tells whether a field goes into the note. */
export function isNotedField(field: string): field is NotedField {
  return (NOTED_FIELDS as readonly string[]).includes(field);
}

/** Tells whether a field may stand only where not everyone sees it. */
export function isPrivateField(field: string): field is PrivateField {
  return (PRIVATE_FIELDS as readonly string[]).includes(field);
}

/** Tells whether a field stands once a language. */
export function isLanguageField(field: string): field is LanguageField {
  return (LANGUAGE_FIELDS as readonly string[]).includes(field);
}

function inLanguages(field: BaseField): Field[] {
  return isLanguageField(field) ? LANGUAGES.map((language): Field => `${field}_${language}`) : [];
}
