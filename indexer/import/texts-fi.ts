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
  problems: {
    missing: { reason: () => "tässä ei ole mitään", expected: () => "nimi" },
    "park-missing": {
      reason: () => "puisto ei selviä puistosta eikä kunnasta",
      expected: () => "rivin puisto tai kunta, tai --park TUNNUS kaikille tällaisille riveille",
    },
    "park-unknown": {
      reason: (found) => `"${found}" ei ole parks.csv:n puisto`,
      expected: () => "parks.csv:n tunnus, nimi tai toinen nimi",
    },
    "park-several": {
      reason: (found) => `paikassa "${found}" on useampi puisto`,
      expected: (_, detail) => `jokin näistä sarakkeessa "Puisto": ${detail}`,
    },
    "amount-unclear": {
      reason: (found) => `"${found}" ei ole määrä`,
      expected: () => "luku ja yksikkö, kuten 22 000 t/v tai 5 kt",
    },
    "amount-ambiguous": {
      reason: (found, detail) =>
        `"${found}" voidaan lukea kahdella tavalla${detail === "" ? "" : ` (${detail})`}`,
      expected: () => "tuhannet ilman pistettä ja pilkkua (1 200) tai yksi tai kaksi desimaalia (1,2)",
    },
    "unit-missing": {
      reason: (found) => `luvulla "${found}" ei ole yksikköä`,
      expected: () => "t, kg, m3, MWh tai GWh solussa, yksikkösarakkeessa tai otsikossa",
    },
    "unit-unknown": {
      reason: (found, detail) => `yksikköä "${detail || found}" ei tunneta`,
      expected: () => "t, kt, kg, m3, MWh tai GWh, vuodessa tai kuukaudessa",
    },
    "unit-conflict": {
      reason: (found, detail) => `"${found}" on ristiriidassa viereisen kanssa: "${detail}"`,
      expected: () => "sama yksikkö ja jakso kummassakin solussa",
    },
    "period-unclear": {
      reason: (found) => `jaksosta "${found}" ei saa vuosimäärää`,
      expected: () => "vuosi, kuukausi, neljännesvuosi tai viikko, kertaerä tai suunniteltu",
    },
    "waste-code-wrong": {
      reason: (found) => `"${found}" ei ole jätekoodi`,
      expected: () => "kuusi numeroa, joista kaksi ensimmäistä on 01–20, kuten 10 01 03",
    },
    "hazard-conflict": {
      reason: (found, detail) => `"${found}" tarkoittaa vaarallista, "${detail}" vaaratonta`,
      expected: () => "koodi, luokitus ja vaarallisuus sopusoinnussa",
    },
    "choice-unknown": {
      reason: (found) => `"${found}" ei ole mikään vaihtoehdoista`,
      expected: (_, detail) => `jokin näistä tai niiden suomenkielinen sana: ${detail}`,
    },
    "form-missing": {
      reason: () => "olomuotoa ei kerrota, eikä se seuraa nimestä",
      expected: (_, detail) => `sarakkeessa "Olomuoto" kiinteä, liete, neste, kaasu tai lämpö (${detail})`,
    },
    "source-missing": {
      reason: () => "lähde puuttuu",
      expected: () => "sources.csv:n tunnus, tai --source TUNNUS kaikille tällaisille riveille",
    },
    "source-unknown": {
      reason: (found) => `"${found}" ei ole sources.csv:n lähde`,
      expected: () =>
        "sources.csv:n tunnus tai nimi, tai --source TUNNUS: teksti tulee silloin huomautukseen",
    },
    "year-wrong": { reason: (found) => `"${found}" ei ole vuosi`, expected: () => "vuosi, kuten 2022" },
    "too-many-cells": {
      reason: (found, detail) => `"${found}" on viimeisen otsikon oikealla puolella (otsikoita ${detail})`,
      expected: () => "erottimen sisältävä solu lainausmerkeissä",
    },
    "unreadable-line": {
      reason: () => "riviä ei voi jakaa soluiksi",
      expected: () => "lainausmerkit pareittain",
    },
    "empty-formula": {
      reason: (found) => `kaavalla otsikon "${found}" alla ei ole arvoa`,
      expected: () => "luku tai teksti; avaa tiedosto taulukko-ohjelmassa, anna sen laskea ja tallenna",
    },
    "contact-in-public": {
      reason: (found) => `"${found}" on yhteystieto, hinta tai Y-tunnus, ja rivi on julkinen`,
      expected: () => "teksti ilman sitä, tai rivi joka ei ole julkinen",
    },
    "twice-in-table": {
      reason: (found, detail) => `"${found}" on samalla tuottajalla ja puistolla myös rivillä ${detail}`,
      expected: () => "yksi rivi kutakin virtaa kohden",
    },
    "several-existing": {
      reason: (found, detail) => `"${found}" on side-streams.csv:ssä useana rivinä: ${detail}`,
      expected: () => "muutos käsin tiedostoon side-streams.csv",
    },
    "check-fails": {
      reason: (_, detail) => detail,
      expected: () => "rivi, jonka npm run knowledge:check hyväksyy",
    },
  },
  remarks: {
    copied: (_, detail) =>
      `vain yhdellä kielellä: sama teksti kopioidaan kielille ${detail}; käännä se side-streams.csv:ssä`,
    "park-from-municipality": (found, detail) => `puisto ${detail}, kunnan ${found} ainoa`,
    "period-assumed": () => "jaksoa ei kerrota: luetaan määräksi vuodessa",
    "category-unsure": (found) => `ryhmä "other": "${found}" ei kerro ryhmää; korjaa se side-streams.csv:ssä`,
    "form-from-category": (_, detail) => `olomuoto "${detail}" ryhmän tai yksikön mukaan`,
    "municipality-unknown": (found) => `"${found}" ei ole kuntaluettelossa; säilyy kirjoitettuna`,
    "municipality-outside": (found, detail) => `"${found}" ei ole puiston ${detail} kunta parks.csv:ssä`,
    "waste-code-padded": (found, detail) => `jätekoodi ${found} luettiin ${detail}: alkunolla oli pudonnut`,
    "amount-noted": (found, detail) =>
      `"${found}" tallennetaan lukuna ${detail}; sanat tulevat huomautukseen`,
    "amount-range": (found) => `"${found}" on väli: se tulee huomautukseen, määrä jää tyhjäksi`,
    "source-noted": (found) => `"${found}" tulee huomautukseen; lähde on valinnan --source mukainen`,
    similar: (found, detail) =>
      `"${found}" on taulukossa tunnuksella ${detail} toisella tuottajalla: sama virta?`,
    "not-opened": (found, detail) =>
      `näkyvyys pysyy (${found}), vaikka pyydettiin ${detail}: päivitys ei avaa riviä`,
  },
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
