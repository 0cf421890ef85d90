import { SV_PROBLEMS } from "./problem-texts-sv.ts";
import type { ImportTexts } from "./texts-type.ts";

/** The command's words in Swedish. */
export const SV: ImportTexts = {
  usage: `npm run knowledge:import -- FIL.xlsx|csv [val]

Läser en tabell över sidoströmmar, visar vad som skulle sparas och lägger med --write till det i side-streams.csv.

  --source ID            radernas källa, ett id i sources.csv (behövs om ingen kolumn anger källan)
  --park ID              park för rader som varken anger park eller kommun
  --sheet NAMN           blad i en XLSX-fil (annars det första vars rubriker är kända)
  --map "Rubrik=fält"    fält för en kolumn; kan anges flera gånger
  --visibility VEM       public, member eller coordinator (förval: coordinator)
  --as-visibility VEM    member eller coordinator; kontakter, priser och FO-nummer sparas då i anmärkningen
  --write                skriver; utan detta skrivs ingenting
  --update               ändrar rader som redan finns och sparar en säkerhetskopia
  --rejects FIL          skriver de felaktiga raderna med orsaker som CSV
  --lang fi|sv|en        kommandots språk
  --into MAPP            kunskapsmapp (förval: knowledge)

Slutkod: 0 alla rader i ordning, 1 några rader felaktiga, 2 tabellen kan inte importeras.`,
  cannot: (file) =>
    file === undefined ? "Tabellen kan inte importeras" : `Tabellen "${file}" kan inte importeras`,
  errors: {
    options: (_, detail) => `valen är felaktiga (${detail}): se --help`,
    "file-missing": () => "filen finns inte: kontrollera namn och mapp",
    "file-format": (found) => `filer som slutar på "${found}" läses inte: spara tabellen som XLSX eller CSV`,
    "file-unreadable": (_, detail) =>
      `den kan inte läsas (${detail}): öppna den och spara den på nytt som XLSX eller CSV`,
    "sheet-missing": (found, detail) => `den har inget blad "${found}": bladen är ${detail}`,
    "no-rows": () => "det finns inga rader under rubrikerna: välj ett annat blad med --sheet",
    "no-headings": (_, detail) =>
      `ingen rad har kända rubriker (första raden: ${detail}): ange dem med --map "Rubrik=fält"`,
    "no-name": (_, detail) =>
      `ingen kolumn har strömmens namn (rubriker: ${detail}): ange kolumnen med --map "Rubrik=name"`,
    "map-form": (found) => `--map "${found}" duger inte: skriv --map "Rubrik=fält"`,
    "map-heading": (found, detail) => `--map anger rubriken "${found}", tabellen har ${detail}`,
    "map-field": (found, detail) => `--map anger fältet "${found}": fälten är ${detail}`,
    "into-missing": (found) => `mappen "${found}" finns inte: ange kunskapsmappen med --into`,
    "table-unreadable": (found, detail) =>
      `"${found}" kan inte läsas (${detail}): rätta den först, se npm run knowledge:check`,
    "column-missing": (_, detail) =>
      `side-streams.csv saknar kolumner: lägg till ${detail} på dess första rad`,
    "source-needed": () => "ingen kolumn anger källa: ange den med --source ID, ett id i sources.csv",
    "source-unknown": (found, detail) =>
      `"${found}" är inget id i sources.csv${detail === "" ? "" : ` (närmast: ${detail})`}: rätta det eller lägg först till källan där`,
    "park-unknown": (found, detail) =>
      `"${found}" är ingen park i parks.csv${detail === "" ? "" : ` (närmast: ${detail})`}: ange dess id eller namn`,
    "visibility-conflict": (found, detail) =>
      `--visibility ${found} och --as-visibility ${detail} motsäger varandra: ange bara det ena`,
    "rejects-exists": (found) => `"${found}" finns redan: ange en annan fil med --rejects`,
    changed: (found) => `någon annan ändrade "${found}" under tiden: kör kommandot på nytt`,
  },
  ...SV_PROBLEMS,
  ways: {
    given: () => "enligt --map",
    exact: () => "samma ord",
    normalised: () => "samma ord, annorlunda skrivet",
    nearest: (found) => `GISSAD: närmast "${found}"`,
    taken: () => "LÄSES INTE: en annan kolumn har detta fält",
    unknown: () => "LÄSES INTE: okänd",
  },
  skipped: { total: "en summa, ingen ström", headings: "rubrikerna på nytt" },
  title: ({ file, sheet, line, rows }) =>
    `"${file}"${sheet === "" ? "" : `, blad "${sheet}"`}: rubriker på rad ${line}, ${rows} rader under dem`,
  otherSheets: (names) => `Även andra blad har kända rubriker: ${names}. Välj med --sheet.`,
  columns: "Kolumner",
  noHeading: "(ingen rubrik)",
  intoNote: "till anmärkningen",
  notStored: "sparas inte",
  unknownHeadings: (headings) =>
    `Okända rubriker, läses inte: ${headings}. Ange fältet med --map "Rubrik=fält".`,
  fields: "Fält",
  firstRows: "De första raderna så som de skulle sparas",
  otherRows: "Alla nya rader",
  remarksTitle: "Kontrollera detta",
  leftOut: (fields) => `Utelämnas: ${fields}.`,
  leftOutHint:
    "--as-visibility member eller --as-visibility coordinator sparar dem i anmärkningen på rader som bara dessa ser.",
  badRows: "Felaktiga rader, sparas inte",
  existingRows: "Finns redan, sparas inte",
  updates: "Ändringar i rader som finns",
  same: (id, line) => `är ${id} (side-streams.csv:${line})`,
  differs: (columns) => `skiljer sig i ${columns}`,
  updateHint: "--update visar skillnaderna och tar dem i bruk.",
  skippedRows: "Överhoppade rader",
  row: (lines, count) => `${count === 1 ? "rad" : "rader"} ${lines}`,
  expected: "förväntat",
  nothing: "(tom)",
  newFaults: "Tabellen skulle få nya fel, så ingenting skrivs:",
  counts: ({ rows, added, updated, existing, bad, skipped }) =>
    `${rows} rader: ${added} nya, ${updated} ändrade, ${existing} finns redan, ${bad} felaktiga, ${skipped} förbigångna`,
  nothingWritten: "Ingenting har skrivits.",
  toWrite: "Så här skriver du:",
  nothingToWrite: "Det finns inget att skriva.",
  written: (path) => `Skrivet till ${path}.`,
  backup: (path) => `Den gamla filen finns kvar som ${path}.`,
  rejectsWritten: (path, count) => `Felaktiga rader (${count}) skrivna till ${path}.`,
  afterwards: "Härnäst: npm run knowledge:check && npm run index",
  rejectColumns: { row: "Rad", field: "Fält", reason: "Orsak", expected: "Väntas" },
};
