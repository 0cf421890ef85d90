import { FI_PROBLEMS } from "./problem-texts-fi.ts";
import type { ImportTexts } from "./texts-type.ts";

/** The command's words in Finnish. */
export const FI: ImportTexts = {
  usage: `npm run knowledge:import -- TIEDOSTO.xlsx|csv [valinnat]

Lukee sivuvirtataulukon, näyttää mitä tallennettaisiin ja lisää sen valinnalla --write tiedostoon side-streams.csv.

  --source TUNNUS          rivien lähde, sources.csv:n tunnus (tarvitaan, ellei lähde ole omassa sarakkeessaan)
  --park TUNNUS            puisto riveille, joilla ei ole puistoa eikä kuntaa
  --sheet NIMI             XLSX-tiedoston välilehti (muuten ensimmäinen, jonka otsikot tunnetaan)
  --map "Otsikko=kenttä"   sarakkeen kenttä; voidaan antaa monta kertaa
  --visibility KENELLE     public, member tai coordinator (oletus: coordinator)
  --as-visibility KENELLE  member tai coordinator; yhteystiedot, hinnat ja Y-tunnukset tulevat silloin huomautukseen
  --write                  kirjoittaa; ilman tätä mitään ei kirjoiteta
  --update                 muuttaa rivejä, jotka ovat jo taulukossa, ja säilyttää varmuuskopion
  --rejects TIEDOSTO       kirjoittaa virheelliset rivit syineen CSV-tiedostoon
  --lang fi|sv|en          komennon kieli
  --into KANSIO            tietokansio (oletus: knowledge)

Paluukoodi: 0 kaikki rivit kunnossa, 1 osa riveistä virheellisiä, 2 taulukkoa ei voi tuoda.`,
  cannot: (file) => (file === undefined ? "Taulukkoa ei voi tuoda" : `Taulukkoa "${file}" ei voi tuoda`),
  errors: {
    options: (_, detail) => `valinnat ovat väärin (${detail}): katso --help`,
    "file-missing": () => "sellaista tiedostoa ei ole: tarkista nimi ja kansio",
    "file-format": (found) => `päätettä "${found}" ei lueta: tallenna taulukko XLSX- tai CSV-muodossa`,
    "file-unreadable": (_, detail) =>
      `sitä ei voi lukea (${detail}): avaa se ja tallenna uudelleen XLSX- tai CSV-muodossa`,
    "sheet-missing": (found, detail) => `siinä ei ole välilehteä "${found}": välilehdet ovat ${detail}`,
    "no-rows": () => "otsikoiden alla ei ole rivejä: valitse toinen välilehti valinnalla --sheet",
    "no-headings": (_, detail) =>
      `millään rivillä ei ole tunnettuja otsikoita (ensimmäinen rivi: ${detail}): nimeä ne, --map "Otsikko=kenttä"`,
    "no-name": (_, detail) =>
      `missään sarakkeessa ei ole virran nimeä (otsikot: ${detail}): kerro sarake, --map "Otsikko=name"`,
    "map-form": (found) => `--map "${found}" ei kelpaa: kirjoita --map "Otsikko=kenttä"`,
    "map-heading": (found, detail) => `--map nimeää otsikon "${found}", taulukon otsikot ovat ${detail}`,
    "map-field": (found, detail) => `--map nimeää kentän "${found}": kentät ovat ${detail}`,
    "into-missing": (found) => `kansiota "${found}" ei ole: anna tietokansio valinnalla --into`,
    "table-unreadable": (found, detail) =>
      `tiedostoa "${found}" ei voi lukea (${detail}): korjaa se ensin, katso npm run knowledge:check`,
    "column-missing": (_, detail) =>
      `side-streams.csv:stä puuttuu sarakkeita: lisää sen ensimmäiselle riville ${detail}`,
    "source-needed": () => "missään sarakkeessa ei ole lähdettä: anna se, --source TUNNUS (sources.csv)",
    "source-unknown": (found, detail) =>
      `"${found}" ei ole sources.csv:n tunnus${detail === "" ? "" : ` (lähin: ${detail})`}: korjaa se tai lisää lähde ensin sinne`,
    "park-unknown": (found, detail) =>
      `"${found}" ei ole parks.csv:n puisto${detail === "" ? "" : ` (lähin: ${detail})`}: anna sen tunnus tai nimi`,
    "visibility-conflict": (found, detail) =>
      `--visibility ${found} ja --as-visibility ${detail} ovat ristiriidassa: anna vain toinen`,
    "rejects-exists": (found) => `"${found}" on jo olemassa: anna toinen tiedosto valinnalla --rejects`,
    changed: (found) => `joku muu muutti tiedostoa "${found}" sillä välin: aja komento uudelleen`,
  },
  ...FI_PROBLEMS,
  ways: {
    given: () => "valinnasta --map",
    exact: () => "sama sana",
    normalised: () => "sama sana, toisin kirjoitettuna",
    nearest: (found) => `ARVATTU: lähin "${found}"`,
    taken: () => "EI LUETA: toisessa sarakkeessa on tämä kenttä",
    unknown: () => "EI LUETA: tuntematon",
  },
  skipped: { total: "summa, ei virta", headings: "otsikot uudelleen" },
  title: ({ file, sheet, line, rows }) =>
    `"${file}"${sheet === "" ? "" : `, välilehti "${sheet}"`}: otsikot rivillä ${line}, niiden alla rivejä ${rows}`,
  otherSheets: (names) => `Tunnettuja otsikoita on myös välilehdillä ${names}. Valitse valinnalla --sheet.`,
  columns: "Sarakkeet",
  noHeading: "(ei otsikkoa)",
  intoNote: "huomautukseen",
  notStored: "ei tallenneta",
  unknownHeadings: (headings) =>
    `Tuntemattomat otsikot, ei lueta: ${headings}. Nimeä kenttä: --map "Otsikko=kenttä".`,
  fields: "Kentät",
  firstRows: "Ensimmäiset rivit sellaisina kuin ne tallennettaisiin",
  otherRows: "Kaikki uudet rivit",
  remarksTitle: "Tarkista nämä",
  leftOut: (fields) => `Jätetään pois: ${fields}.`,
  leftOutHint:
    "--as-visibility member tai --as-visibility coordinator tallentaa ne huomautukseen riveille, jotka vain nämä näkevät.",
  badRows: "Virheelliset rivit, ei tallenneta",
  existingRows: "Jo taulukossa, ei tallenneta",
  updates: "Muutokset taulukossa oleviin riveihin",
  same: (id, line) => `on ${id} (side-streams.csv:${line})`,
  differs: (columns) => `eroaa: ${columns}`,
  updateHint: "--update näyttää erot ja ottaa ne käyttöön.",
  skippedRows: "Ohitetut rivit",
  row: (lines, count) => `${count === 1 ? "rivi" : "rivit"} ${lines}`,
  expected: "odotetaan",
  nothing: "(tyhjä)",
  newFaults: "Taulukkoon tulisi uusia virheitä, joten mitään ei kirjoiteta:",
  counts: ({ rows, added, updated, existing, bad, skipped }) =>
    `Rivejä ${rows}: uusia ${added}, muuttuvia ${updated}, jo taulukossa ${existing}, virheellisiä ${bad}, ohitettuja ${skipped}`,
  nothingWritten: "Mitään ei ole kirjoitettu.",
  toWrite: "Kirjoita näin:",
  nothingToWrite: "Kirjoitettavaa ei ole.",
  written: (path) => `Kirjoitettu tiedostoon ${path}.`,
  backup: (path) => `Vanha tiedosto on tallessa: ${path}.`,
  rejectsWritten: (path, count) => `Virheelliset rivit (${count}) kirjoitettu tiedostoon ${path}.`,
  afterwards: "Seuraavaksi: npm run knowledge:check && npm run index",
  rejectColumns: { row: "Rivi", field: "Kenttä", reason: "Syy", expected: "Odotetaan" },
};
