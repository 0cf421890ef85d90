import type { Language } from "../../../knowledge/languages.ts";
import { FIELD_GROUPS, type StreamRecord, streamSchema } from "../../../knowledge/schema.ts";
import { FIELD_OF_GROUP, type OfferValues } from "./offer-fields.ts";

/** Cells of a row of `side-streams.csv`, by column. */
export type Cells = Record<string, string>;

/** Source of what members tell. */
export const MEMBER_SOURCE = {
  id: "member-notices",
  title: "Jäsenten ilmoitukset · Medlemmarnas anmälningar · Members' own notices",
  publisher: "Sivuvirta",
  language: "other",
} as const;

/**
 * Writes a record as the cells of its table.
 *
 * @example
 * ```ts
 * toCells(stream).sources; // "slideshare; tekijalehti"
 * ```
 */
export function toCells(stream: StreamRecord): Cells {
  return Object.fromEntries(
    Object.keys(streamSchema.shape).map((column) => {
      const value = stream[column as keyof StreamRecord];
      return [column, toCell(column, value)];
    }),
  );
}

function toCell(column: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.join("; ");
  if (column === "field_visibility" && typeof value === "object")
    return Object.entries(value)
      .map(([group, rank]) => `${group}=${rank}`)
      .join("; ");
  return String(value);
}

/** A row as the form shows it in a language. */
export function toValues(stream: StreamRecord, language: Language): OfferValues {
  const { quantity, unit, kind } = stream;
  const entries: [keyof OfferValues, string | undefined][] = [
    ["kind", "stream"],
    ["name", stream[`name_${language}`]],
    ["company", stream[`producer_${language}`]],
    ["category", stream.category],
    ["physicalForm", stream.form],
    ["amount", quantity === undefined ? undefined : String(quantity)],
    ["unit", unit],
    ["period", kind === "stock" ? "once" : quantity === undefined ? undefined : "year"],
    ["from", stream.available_from],
    ["until", stream.available_until],
    ["park", stream.park],
    ["municipality", stream.municipality],
    ["wasteCode", stream.waste_code],
    ["hazardous", stream.hazardous],
    ["status", stream.status],
    ["uses", stream[`uses_${language}`]],
    ["composition", stream[`composition_${language}`]],
    ["price", stream[`price_${language}`]],
    ["contact", stream.contact],
    ["note", stream[`note_${language}`]],
    ["visibility", stream.visibility],
    ...FIELD_GROUPS.map((group): [keyof OfferValues, string | undefined] => [
      FIELD_OF_GROUP[group],
      stream.field_visibility?.[group],
    ]),
    ["validUntil", stream.expires],
  ];
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ""));
}
