import type { Language } from "../../../knowledge/languages.ts";
import type { ParkOfferId } from "../../query/park-offers.ts";

/** Words around parks that are listed by what they offer. */
export interface ParkListTexts {
  all: string;
  found: (count: number, where: string) => string;
  foundSites: (count: number, where: string) => string;
  none: (where: string) => string;
  /** Parks whose rows say nothing about what was asked: not known is not no. */
  silent: (count: number) => string;
  denied: string;
  industry: (things: string) => string;
  infrastructure: string;
  or: string;
  offers: Record<ParkOfferId, string>;
  more: (count: number) => string;
  csv: string;
  xlsx: string;
}

const FI: ParkListTexts = {
  all: "Kaikki puistot",
  found: (count, where) =>
    `**${where}** – taulukossa on ${count === 1 ? "yksi puisto" : `${count} puistoa`}:`,
  foundSites: (count, where) =>
    `**${where}** – taulukossa on ${count === 1 ? "yksi puisto tai muu kohde" : `${count} puistoa tai muuta kohdetta`}:`,
  none: (where) =>
    `**${where}** – taulukko ei mainitse tätä yhdestäkään puistosta. Se ei tarkoita, ettei sitä ole.`,
  silent: (count) =>
    count === 1
      ? "Yhdestä muusta paikasta taulukko ei kerro tästä mitään; se ei tarkoita, ettei sitä siellä ole."
      : `Muista ${count} paikasta taulukko ei kerro tästä mitään; se ei tarkoita, ettei sitä niissä ole.`,
  denied: "Lähteen mukaan tätä ei ole:",
  industry: (things) => `toimiala: ${things}`,
  infrastructure: "infrastruktuuri",
  or: " tai ",
  offers: {
    land: "tontteja tai maata",
    zoning: "kaavoitus",
    steam: "höyry",
    heat: "lämpö",
    "district-heating": "kaukolämpö",
    "waste-heat": "hukkalämpö",
    cooling: "jäähdytys",
    water: "vesi",
    "waste-water-treatment": "jäteveden käsittely",
    "waste-water-plant": "jätevedenpuhdistamo",
    "industrial-gases": "teollisuuskaasut",
    hydrogen: "vety",
    oxygen: "happi",
    nitrogen: "typpi",
    "natural-gas": "maakaasu",
    lng: "nesteytetty maakaasu (LNG)",
    biogas: "biokaasu",
    "biogas-plant": "biokaasulaitos",
    electricity: "sähkö",
    "power-plant": "voimalaitos",
    "wind-power": "tuulivoima",
    port: "satama",
    rail: "rautatie",
    road: "tieyhteys",
    motorway: "moottoritie",
    airport: "lentoasema",
    laboratory: "laboratorio",
    "pilot-space": "pilotointi",
    premises: "toimitilat",
    offices: "toimistotilat",
    "waste-centre": "jätekeskus",
    "waste-handling": "jätteen käsittely",
    landfill: "kaatopaikka",
    "environmental-permit": "ympäristölupa",
    research: "tutkimus",
    "fire-brigade": "palokunta",
  },
  more: (count) => `Muita rivejä: ${count}.`,
  csv: "Lataa CSV",
  xlsx: "Lataa Excel",
};

const SV: ParkListTexts = {
  all: "Alla parker",
  found: (count, where) => `**${where}** – i tabellen finns ${count === 1 ? "en park" : `${count} parker`}:`,
  foundSites: (count, where) =>
    `**${where}** – i tabellen finns ${count === 1 ? "en park eller ett annat objekt" : `${count} parker eller andra objekt`}:`,
  none: (where) =>
    `**${where}** – tabellen nämner det här inte om någon park. Det betyder inte att det saknas.`,
  silent: (count) =>
    count === 1
      ? "Om en annan plats säger tabellen ingenting om det här; det betyder inte att det saknas där."
      : `Om ${count} andra platser säger tabellen ingenting om det här; det betyder inte att det saknas där.`,
  denied: "Enligt källan finns det här inte:",
  industry: (things) => `bransch: ${things}`,
  infrastructure: "infrastruktur",
  or: " eller ",
  offers: {
    land: "tomter eller mark",
    zoning: "planläggning",
    steam: "ånga",
    heat: "värme",
    "district-heating": "fjärrvärme",
    "waste-heat": "spillvärme",
    cooling: "kyla",
    water: "vatten",
    "waste-water-treatment": "avloppsrening",
    "waste-water-plant": "avloppsreningsverk",
    "industrial-gases": "industrigaser",
    hydrogen: "vätgas",
    oxygen: "syrgas",
    nitrogen: "kvävgas",
    "natural-gas": "naturgas",
    lng: "flytande naturgas (LNG)",
    biogas: "biogas",
    "biogas-plant": "biogasanläggning",
    electricity: "el",
    "power-plant": "kraftverk",
    "wind-power": "vindkraft",
    port: "hamn",
    rail: "järnväg",
    road: "vägförbindelse",
    motorway: "motorväg",
    airport: "flygplats",
    laboratory: "laboratorium",
    "pilot-space": "pilotering",
    premises: "lokaler",
    offices: "kontor",
    "waste-centre": "avfallscentral",
    "waste-handling": "avfallshantering",
    landfill: "deponi",
    "environmental-permit": "miljötillstånd",
    research: "forskning",
    "fire-brigade": "brandkår",
  },
  more: (count) => `Ytterligare rader: ${count}.`,
  csv: "Ladda ner CSV",
  xlsx: "Ladda ner Excel",
};

const EN: ParkListTexts = {
  all: "All parks",
  found: (count, where) => `**${where}** – the table holds ${count === 1 ? "one park" : `${count} parks`}:`,
  foundSites: (count, where) =>
    `**${where}** – the table holds ${count === 1 ? "one park or other site" : `${count} parks or other sites`}:`,
  none: (where) =>
    `**${where}** – the table mentions this for no park. That does not mean that there is none.`,
  silent: (count) =>
    count === 1
      ? "Of one other place the table says nothing about this; that does not mean that it is not there."
      : `Of ${count} other places the table says nothing about this; that does not mean that it is not there.`,
  denied: "According to the source this is not there:",
  industry: (things) => `line of business: ${things}`,
  infrastructure: "infrastructure",
  or: " or ",
  offers: {
    land: "plots or land",
    zoning: "zoning",
    steam: "steam",
    heat: "heat",
    "district-heating": "district heating",
    "waste-heat": "waste heat",
    cooling: "cooling",
    water: "water",
    "waste-water-treatment": "waste water treatment",
    "waste-water-plant": "waste water plant",
    "industrial-gases": "industrial gases",
    hydrogen: "hydrogen",
    oxygen: "oxygen",
    nitrogen: "nitrogen",
    "natural-gas": "natural gas",
    lng: "liquefied natural gas (LNG)",
    biogas: "biogas",
    "biogas-plant": "biogas plant",
    electricity: "electricity",
    "power-plant": "power plant",
    "wind-power": "wind power",
    port: "port",
    rail: "rail",
    road: "road",
    motorway: "motorway",
    airport: "airport",
    laboratory: "laboratory",
    "pilot-space": "piloting",
    premises: "premises",
    offices: "offices",
    "waste-centre": "waste centre",
    "waste-handling": "waste handling",
    landfill: "final disposal",
    "environmental-permit": "environmental permit",
    research: "research",
    "fire-brigade": "fire brigade",
  },
  more: (count) => `More rows: ${count}.`,
  csv: "Download CSV",
  xlsx: "Download Excel",
};

/** The words by language. */
export const PARK_LIST_TEXTS: Record<Language, ParkListTexts> = { fi: FI, sv: SV, en: EN };
