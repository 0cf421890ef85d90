import { z } from "zod";
import { LANGUAGES, type Language, READERS } from "../languages.ts";

const text = z.string().trim();
/** A cell that may be empty: then there is no value. */
export const optionalText = text.transform((value) => (value === "" ? undefined : value)).optional();
/** A cell that must hold something. */
export const requiredText = text.min(1, "must not be empty");

/** Cells that hold several values are separated by semicolons. */
export const list = text.transform((value) =>
  value
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);

/** A plain number, or nothing. */
export const optionalNumber = text
  .refine((value) => value === "" || Number.isFinite(Number(value)), "must be a plain number such as 1200.5")
  .transform((value) => (value === "" ? undefined : Number(value)))
  .optional();

/** A year, or nothing. */
export const optionalYear = text
  .refine((value) => value === "" || /^(19|20)\d\d$/.test(value), "must be a year such as 2022")
  .transform((value) => (value === "" ? undefined : Number(value)))
  .optional();

/** A day written as 2027-03-01. */
function isDay(value: string): boolean {
  const time = /^(?:19|20)\d\d-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A date, or nothing. */
export const optionalDate = text
  .refine((value) => value === "" || isDay(value), "must be a date such as 2027-03-01")
  .transform((value) => (value === "" ? undefined : value))
  .optional();

/** A year or a date as text, or nothing. */
export const optionalYearOrDate = text
  .refine(
    (value) => value === "" || /^(?:19|20)\d\d$/.test(value) || isDay(value),
    "must be a year such as 2027 or a date such as 2027-03-01",
  )
  .transform((value) => (value === "" ? undefined : value))
  .optional();

/** Id of a record: lower-case letters, digits and hyphens. */
export const id = text.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens");
/** Id of a side stream. */
export const streamId = text.regex(/^SS\d{3,}$/, "must look like SS001");

/** Sources of a row: ids of `sources.csv`, at least one. */
export const sources = list.refine(
  (value) => value.length > 0,
  "must name at least one source id of sources.csv",
);

/** Lowest rank that may see the row. */
export const visibility = z.enum(READERS, `must be one of ${READERS.join(", ")}`);

/** The columns of a cell that is told in each language: `name_en`, `name_fi`, `name_sv`. */
export function inLanguages<Name extends string, Cell extends z.ZodType>(
  name: Name,
  cell: Cell,
): Record<`${Name}_${Language}`, Cell> {
  const columns = LANGUAGES.map((language) => [`${name}_${language}`, cell]);
  return Object.fromEntries(columns) as Record<`${Name}_${Language}`, Cell>;
}
