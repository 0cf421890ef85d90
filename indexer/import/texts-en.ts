import type { ImportTexts } from "./texts-type.ts";

/** The command's words in English. */
export const EN: ImportTexts = {
  usage: `npm run knowledge:import -- FILE.xlsx|csv [options]

Reads a table of side streams, shows what would be stored, and with --write adds it to side-streams.csv.

  --source ID            source of the rows, an id of sources.csv (needed unless a column holds it)
  --park ID              park of rows that name neither park nor municipality
  --sheet NAME           sheet of an XLSX (else the first one whose headings are known)
  --map "Heading=field"  field of a column; may be given several times
  --visibility WHO       public, member or coordinator (default: coordinator)
  --as-visibility WHO    member or coordinator; contacts, prices and business IDs then go into the note
  --write                writes; without it nothing is written
  --update               changes rows that are already there, and keeps a backup
  --rejects FILE         writes the bad rows with their reasons as CSV
  --lang fi|sv|en        language of this command
  --into DIR             knowledge folder (default: knowledge)

Exit code: 0 all rows fine, 1 some rows bad, 2 the table cannot be imported.`,
  cannot: (file) => (file === undefined ? "Cannot import" : `Cannot import "${file}"`),
  errors: {
    options: (_, detail) => `the options are wrong (${detail}): see --help`,
    "file-missing": () => "there is no such file: check the name and the folder",
    "file-format": (found) => `files that end in "${found}" are not read: save it as XLSX or CSV`,
    "file-unreadable": (_, detail) =>
      `it cannot be read (${detail}): open it and save it anew as XLSX or CSV`,
    "sheet-missing": (found, detail) => `it has no sheet "${found}": it has ${detail}`,
    "no-rows": () => "it holds no rows below the headings: choose another sheet with --sheet",
    "no-headings": (_, detail) =>
      `no row holds headings that are known (first row: ${detail}): name them with --map "Heading=field"`,
    "no-name": (_, detail) =>
      `no column holds the name of the stream (headings: ${detail}): tell which with --map "Heading=name"`,
    "map-form": (found) => `--map "${found}" is no mapping: write --map "Heading=field"`,
    "map-heading": (found, detail) => `--map names the heading "${found}", the table has: ${detail}`,
    "map-field": (found, detail) => `--map names the field "${found}": the fields are ${detail}`,
    "into-missing": (found) => `there is no folder "${found}": name the knowledge folder with --into`,
    "table-unreadable": (found, detail) =>
      `"${found}" cannot be read (${detail}): mend it first, see npm run knowledge:check`,
    "column-missing": (_, detail) =>
      `side-streams.csv lacks columns the rows need: add ${detail} to its first line`,
    "source-needed": () => "no column names a source: give it with --source ID, an id of sources.csv",
    "source-unknown": (found, detail) =>
      `"${found}" is no id of sources.csv${detail === "" ? "" : ` (nearest: ${detail})`}: correct it, or add the source there first`,
    "park-unknown": (found, detail) =>
      `"${found}" is no park of parks.csv${detail === "" ? "" : ` (nearest: ${detail})`}: give an id or a name of it`,
    "visibility-conflict": (found, detail) =>
      `--visibility ${found} and --as-visibility ${detail} contradict each other: give one of them`,
    "rejects-exists": (found) => `"${found}" exists already: name another file with --rejects`,
    changed: (found) => `"${found}" was changed by somebody else meanwhile: run the command again`,
  },
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
    copied: (_, detail) =>
      `one language only: the same text is copied for ${detail}; translate it in side-streams.csv`,
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
  ways: {
    given: () => "by --map",
    exact: () => "same word",
    normalised: () => "same word, written otherwise",
    nearest: (found) => `GUESSED: nearest to "${found}"`,
    taken: () => "NOT READ: another column holds this field",
    unknown: () => "NOT READ: unknown",
  },
  skipped: { total: "a total, no stream", headings: "the headings again" },
  title: ({ file, sheet, line, rows }) =>
    `"${file}"${sheet === "" ? "" : `, sheet "${sheet}"`}: headings on row ${line}, ${rows} rows below`,
  otherSheets: (names) => `Other sheets have known headings too: ${names}. Choose one with --sheet.`,
  columns: "Columns",
  noHeading: "(no heading)",
  intoNote: "into the note",
  notStored: "not stored",
  unknownHeadings: (headings) =>
    `Unknown headings, not read: ${headings}. Name the field with --map "Heading=field".`,
  fields: "Fields",
  firstRows: "First rows as they would be stored",
  otherRows: "All new rows",
  remarksTitle: "Worth checking",
  leftOut: (fields) => `Left out: ${fields}.`,
  leftOutHint:
    "--as-visibility member or --as-visibility coordinator stores them in the note of rows that only these see.",
  badRows: "Bad rows, not stored",
  existingRows: "Already there, not stored",
  updates: "Changes to rows that are there",
  same: (id, line) => `is ${id} (side-streams.csv:${line})`,
  differs: (columns) => `differs in ${columns}`,
  updateHint: "--update shows the differences and takes them over.",
  skippedRows: "Passed over",
  row: (lines, count) => `${count === 1 ? "row" : "rows"} ${lines}`,
  expected: "expected",
  nothing: "(empty)",
  newFaults: "The table would have new faults, so nothing is written:",
  counts: ({ rows, added, updated, existing, bad, skipped }) =>
    `${rows} rows: ${added} new, ${updated} changed, ${existing} already there, ${bad} bad, ${skipped} passed over`,
  nothingWritten: "Nothing has been written.",
  toWrite: "To write:",
  nothingToWrite: "There is nothing to write.",
  written: (path) => `Written into ${path}.`,
  backup: (path) => `The old file is kept as ${path}.`,
  rejectsWritten: (path, count) => `${count} bad ${count === 1 ? "row" : "rows"} written into ${path}.`,
  afterwards: "Next: npm run knowledge:check && npm run index",
  rejectColumns: { row: "Row", field: "Field", reason: "Reason", expected: "Expected" },
};
