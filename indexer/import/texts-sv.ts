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
  problems: {
    missing: { reason: () => "här står ingenting", expected: () => "ett namn" },
    "park-missing": {
      reason: () => "varken park eller kommun leder till en park",
      expected: () => "park eller kommun på raden, eller --park ID för alla sådana rader",
    },
    "park-unknown": {
      reason: (found) => `"${found}" är ingen park i parks.csv`,
      expected: () => "ett id, namn eller annat namn i parks.csv",
    },
    "park-several": {
      reason: (found) => `det finns fler än en park i "${found}"`,
      expected: (_, detail) => `någon av dessa i en kolumn "Park": ${detail}`,
    },
    "amount-unclear": {
      reason: (found) => `"${found}" är ingen mängd`,
      expected: () => "ett tal med enhet, till exempel 22 000 t/år eller 5 kt",
    },
    "amount-ambiguous": {
      reason: (found, detail) => `"${found}" kan läsas på två sätt${detail === "" ? "" : ` (${detail})`}`,
      expected: () => "tusental utan punkt och komma (1 200), eller en eller två decimaler (1,2)",
    },
    "unit-missing": {
      reason: (found) => `"${found}" saknar enhet`,
      expected: () => "t, kg, m3, MWh eller GWh i cellen, i en kolumn för enheter eller i rubriken",
    },
    "unit-unknown": {
      reason: (found, detail) => `enheten "${detail || found}" är okänd`,
      expected: () => "t, kt, kg, m3, MWh eller GWh, per år eller månad",
    },
    "unit-conflict": {
      reason: (found, detail) => `"${found}" motsäger "${detail}" bredvid`,
      expected: () => "samma enhet och period i båda cellerna",
    },
    "period-unclear": {
      reason: (found) => `perioden i "${found}" ger ingen årsmängd`,
      expected: () => "år, månad, kvartal eller vecka, engångsparti eller planerad",
    },
    "waste-code-wrong": {
      reason: (found) => `"${found}" är ingen avfallskod`,
      expected: () => "sex siffror av vilka de två första är 01–20, till exempel 10 01 03",
    },
    "hazard-conflict": {
      reason: (found, detail) => `"${found}" betyder farligt, "${detail}" inte farligt`,
      expected: () => "kod, klass och farlighet som stämmer överens",
    },
    "choice-unknown": {
      reason: (found) => `"${found}" är inget av alternativen`,
      expected: (_, detail) => `något av dessa eller motsvarande svenska ord: ${detail}`,
    },
    "form-missing": {
      reason: () => "den fysikaliska formen anges inte och följer inte av namnet",
      expected: (_, detail) =>
        `fast, slam, flytande, gas eller värme i kolumnen "Fysikalisk form" (${detail})`,
    },
    "source-missing": {
      reason: () => "ingen källa anges",
      expected: () => "ett id i sources.csv, eller --source ID för alla sådana rader",
    },
    "source-unknown": {
      reason: (found) => `"${found}" är ingen källa i sources.csv`,
      expected: () =>
        "ett id eller en titel i sources.csv, eller --source ID: texten hamnar då i anmärkningen",
    },
    "year-wrong": {
      reason: (found) => `"${found}" är inget år`,
      expected: () => "ett år, till exempel 2022",
    },
    "too-many-cells": {
      reason: (found, detail) => `"${found}" står till höger om den sista av ${detail} rubriker`,
      expected: () => "citattecken kring en cell som innehåller skiljetecknet",
    },
    "unreadable-line": {
      reason: () => "raden kan inte delas i celler",
      expected: () => "citattecken i par",
    },
    "empty-formula": {
      reason: (found) => `formeln under "${found}" saknar värde`,
      expected: () => "ett tal eller en text; öppna filen i kalkylprogrammet, låt det räkna och spara",
    },
    "contact-in-public": {
      reason: (found) => `"${found}" är en kontakt, ett pris eller ett FO-nummer, och raden är offentlig`,
      expected: () => "texten utan det, eller en rad som inte är offentlig",
    },
    "twice-in-table": {
      reason: (found, detail) => `"${found}" med samma producent och park står också på rad ${detail}`,
      expected: () => "en rad för varje ström",
    },
    "several-existing": {
      reason: (found, detail) => `"${found}" har flera rader i side-streams.csv: ${detail}`,
      expected: () => "en ändring för hand i side-streams.csv",
    },
    "check-fails": {
      reason: (_, detail) => detail,
      expected: () => "en rad som npm run knowledge:check godkänner",
    },
  },
  remarks: {
    copied: (_, detail) =>
      `bara på ett språk: samma text kopieras för ${detail}; översätt den i side-streams.csv`,
    "park-from-municipality": (found, detail) => `park ${detail}, den enda i ${found}`,
    "period-assumed": () => "ingen period anges: läses som mängd per år",
    "category-unsure": (found) => `grupp "other": "${found}" säger inte vilken; rätta den i side-streams.csv`,
    "form-from-category": (_, detail) => `fysikalisk form "${detail}" enligt gruppen eller enheten`,
    "municipality-unknown": (found) => `"${found}" finns inte i kommunförteckningen; behålls som den står`,
    "municipality-outside": (found, detail) => `"${found}" är ingen kommun för ${detail} i parks.csv`,
    "waste-code-padded": (found, detail) =>
      `avfallskod ${found} lästes som ${detail}: den inledande nollan saknades`,
    "amount-noted": (found, detail) => `"${found}" sparas som ${detail}; orden hamnar i anmärkningen`,
    "amount-range": (found) => `"${found}" är ett intervall: det hamnar i anmärkningen, mängden blir tom`,
    "source-noted": (found) => `"${found}" hamnar i anmärkningen; källan är den som --source anger`,
    similar: (found, detail) =>
      `"${found}" finns i tabellen som ${detail} med en annan producent: samma ström?`,
    "not-opened": (found, detail) =>
      `förblir synlig för ${found} fast ${detail} begärdes: en uppdatering öppnar ingen rad`,
  },
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
