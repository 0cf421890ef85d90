import type { Reader } from "../../../knowledge/languages.ts";
import { FIELD_GROUPS, type FieldGroup } from "../../../knowledge/schema.ts";

/** Whether something is offered or sought. */
export type OfferKind = "stream" | "need";

/** Fields of the form that a member fills in, by their ids; the state of matter is not "form", which names the form. */
export const OFFER_FIELDS = [
  "kind",
  "name",
  "company",
  "industry",
  "category",
  "physicalForm",
  "amount",
  "unit",
  "period",
  "from",
  "until",
  "park",
  "municipality",
  "wasteCode",
  "hazardous",
  "status",
  "uses",
  "composition",
  "price",
  "contact",
  "note",
  "visibility",
  "identityFor",
  "quantityFor",
  "priceFor",
  "compositionFor",
  "contactFor",
  "validUntil",
] as const;
export type OfferField = (typeof OFFER_FIELDS)[number];

/** What stands in the form; an empty field is absent. */
export type OfferValues = Partial<Record<OfferField, string>>;

/** The field that tells who may see a group of fields. */
export const FIELD_OF_GROUP: Record<FieldGroup, OfferField> = {
  identity: "identityFor",
  quantity: "quantityFor",
  price: "priceFor",
  composition: "compositionFor",
  contact: "contactFor",
};

/** Units of amounts. */
export const UNITS = ["t", "kg", "m3", "MWh", "GWh"] as const;

/** Takes the fields of an offer out of whatever was filled in; other fields and empty ones are left. */
export function toOfferValues(fields: Readonly<Record<string, string | undefined>>): OfferValues {
  const filled = OFFER_FIELDS.flatMap((field) => {
    const value = fields[field]?.trim();
    return value === undefined || value === "" ? [] : [[field, value] as const];
  });
  return Object.fromEntries(filled);
}

/** The groups that fewer may see than the row, as `field_visibility` writes them. */
export function fieldVisibilityOf(values: OfferValues): string {
  return FIELD_GROUPS.flatMap((group) => {
    const rank = values[FIELD_OF_GROUP[group]];
    return rank === undefined || rank === (values.visibility ?? "public") ? [] : [`${group}=${rank}`];
  }).join("; ");
}

/** Names of ranks, lowest first. */
export type { Reader };
