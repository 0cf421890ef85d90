import { isAll, namesOf } from "./copied-languages.ts";
import type { ImportTexts } from "./texts-type.ts";

const NAMES = { fi: "Finnish", sv: "Swedish", en: "English" };

/** What is wrong with a row, and what is worth checking, in English. */
export const EN_PROBLEMS: Pick<ImportTexts, "problems" | "remarks"> = {
  problems: {
    missing: { reason: () => "nothing stands here", expected: () => "a name" },
    "park-missing": {
      reason: () => "neither park nor municipality leads to a park",
      expected: () => "a park or municipality in the row, or --park ID for all such rows",
    },
    "park-unknown": {
      reason: (found) => `"${found}" is no park of parks.csv`,
      expected: () => "an id, name or alias of parks.csv",
    },
    "park-several": {
      reason: (found) => `more than one park lies in "${found}"`,
      expected: (_, detail) => `one of ${detail} in a column "Park"`,
    },
    "amount-unclear": {
      reason: (found) => `"${found}" is no amount`,
      expected: () => "a number with its unit, such as 22 000 t/a or 5 kt",
    },
    "amount-ambiguous": {
      reason: (found, detail) => `"${found}" can be read in two ways${detail === "" ? "" : ` (${detail})`}`,
      expected: () => "thousands without point or comma (1 200), or one or two decimals (1,2)",
    },
    "unit-missing": {
      reason: (found) => `"${found}" has no unit`,
      expected: () => "t, kg, m3, MWh or GWh in the cell, in a column of units or in the heading",
    },
    "unit-unknown": {
      reason: (found, detail) => `the unit "${detail || found}" is not known`,
      expected: () => "t, kt, kg, m3, MWh or GWh, a year or a month",
    },
    "unit-conflict": {
      reason: (found, detail) => `"${found}" contradicts "${detail}" beside it`,
      expected: () => "the same unit and period in both cells",
    },
    "period-unclear": {
      reason: (found) => `the period of "${found}" gives no yearly amount`,
      expected: () => "a year, month, quarter or week, one-off or planned",
    },
    "waste-code-wrong": {
      reason: (found) => `"${found}" is no waste code`,
      expected: () => "six digits of which the first two are 01 to 20, such as 10 01 03",
    },
    "hazard-conflict": {
      reason: (found, detail) => `"${found}" says hazardous, "${detail}" says not hazardous`,
      expected: () => "code, class and hazard in agreement",
    },
    "choice-unknown": {
      reason: (found) => `"${found}" is none of the choices`,
      expected: (_, detail) => `one of ${detail}`,
    },
    "form-missing": {
      reason: () => "the physical state is not told and does not follow from the name",
      expected: (_, detail) => `one of ${detail} in a column "Physical state"`,
    },
    "source-missing": {
      reason: () => "no source is named",
      expected: () => "an id of sources.csv, or --source ID for all such rows",
    },
    "source-unknown": {
      reason: (found) => `"${found}" is no source of sources.csv`,
      expected: () => "an id or title of sources.csv, or --source ID: the text then goes into the note",
    },
    "year-wrong": { reason: (found) => `"${found}" is no year`, expected: () => "a year such as 2022" },
    "too-many-cells": {
      reason: (found, detail) => `"${found}" stands beyond the last of ${detail} headings`,
      expected: () => "a cell that holds the separator between double quotes",
    },
    "unreadable-line": {
      reason: () => "the line cannot be split into cells",
      expected: () => "double quotes in pairs",
    },
    "empty-formula": {
      reason: (found) => `the formula under "${found}" has no value`,
      expected: () => "a number or text; open the file in the spreadsheet program, let it compute, save it",
    },
    "contact-in-public": {
      reason: (found) => `"${found}" is a contact, price or business ID, and the row is public`,
      expected: () => "the text without it, or a row that is not public",
    },
    "twice-in-table": {
      reason: (found, detail) => `"${found}" with the same producer and park stands on row ${detail} too`,
      expected: () => "one row for each stream",
    },
    "several-existing": {
      reason: (found, detail) => `"${found}" has several rows in side-streams.csv: ${detail}`,
      expected: () => "a change by hand in side-streams.csv",
    },
    "check-fails": {
      reason: (_, detail) => detail,
      expected: () => "a row that npm run knowledge:check accepts",
    },
  },
  remarks: {
    copied: (_, detail = "") =>
      isAll(detail)
        ? "the language of the text is not told: it stands in all three; translate it in side-streams.csv"
        : `missing in ${namesOf(detail, NAMES)}: the text was copied from the language given; translate it in side-streams.csv`,
    "park-from-municipality": (found, detail) => `park ${detail}, the only one in ${found}`,
    "period-assumed": () => "no period is named: taken as an amount a year",
    "category-unsure": (found) =>
      `category "other": "${found}" does not say which; correct it in side-streams.csv`,
    "form-from-category": (_, detail) => `physical state "${detail}", as the category or the unit implies`,
    "municipality-unknown": (found) => `"${found}" is in no list of municipalities; kept as written`,
    "municipality-outside": (found, detail) => `"${found}" is no municipality of ${detail} in parks.csv`,
    "waste-code-padded": (found, detail) =>
      `waste code ${found} read as ${detail}: its leading zero was lost`,
    "amount-noted": (found, detail) => `"${found}" stored as ${detail}; its words go into the note`,
    "amount-range": (found) => `"${found}" is a range: it goes into the note, the amount stays empty`,
    "source-noted": (found) => `"${found}" goes into the note; the source is that of --source`,
    similar: (found, detail) =>
      `"${found}" is in the table as ${detail}, by another producer: the same stream?`,
    "not-opened": (found, detail) =>
      `stays visible to ${found} although ${detail} was asked: an update opens no row`,
  },
};
