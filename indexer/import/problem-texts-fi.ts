import { isAll, namesOf } from "./copied-languages.ts";
import type { ImportTexts } from "./texts-type.ts";

const NAMES = { fi: "suomeksi", sv: "ruotsiksi", en: "englanniksi" };

/** What is wrong with a row, and what is worth checking, in Finnish. */
export const FI_PROBLEMS: Pick<ImportTexts, "problems" | "remarks"> = {
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
    copied: (_, detail = "") =>
      isAll(detail)
        ? "tekstin kieltä ei kerrota: se on nyt kaikissa kolmessa; käännä se side-streams.csv:ssä"
        : `puuttuu ${namesOf(detail, NAMES)}: teksti kopioitiin annetusta kielestä; käännä se side-streams.csv:ssä`,
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
};
