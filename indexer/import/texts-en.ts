import { EN_PROBLEMS } from "./problem-texts-en.ts";
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
  ...EN_PROBLEMS,
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
