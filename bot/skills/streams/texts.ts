import type { Language } from "../../../knowledge/languages.ts";

/** Words around the rows of the side-stream table. */
export interface StreamTexts {
  all: string;
  found: (count: number, where: string) => string;
  /** Heading of the largest or smallest rows; `unit` is that of the amounts compared. */
  ranked: (rank: { count: number; found: number; where: string; isLargest: boolean; unit: string }) => string;
  /** How many rows a question on hazard leaves open. */
  hazardOpen: (count: number) => string;
  /** Above the notes that name a waste code. */
  codeNoted: string;
  /** How many rows bear no waste code, and so stay open where one is asked for. */
  codeOpen: (count: number) => string;
  none: (where: string) => string;
  /** Answer to "show more" when there are no more. */
  noMore: (count: number, where: string) => string;
  columns: { name: string; producer: string; place: string; amount: string; year: string; source: string };
  total: (addends: string, amount: string, rows: number) => string;
  totalOfMany: (amount: string, rows: number) => string;
  average: (amount: string, rows: number) => string;
  noTotal: string;
  sumTitle: string;
  notAdded: (names: string, count: number) => string;
  unmeasured: (names: string, count: number) => string;
  perUnit: string;
  details: string;
  shown: (shown: number, all: number) => string;
  more: string;
  moreQuestion: string;
  largestFirst: string;
  perPark: string;
  noName: string;
  rows: string;
  sum: string;
  csv: string;
  xlsx: string;
  chart: (title: string) => string;
  chartSource: string;
  mixedYears: string;
}

const FI: StreamTexts = {
  all: "Koko taulukko",
  found: (count, where) =>
    `**${where}** – taulukossa on ${count === 1 ? "yksi sivuvirta" : `${count} sivuvirtaa`}.`,
  ranked: ({ count, found, where, isLargest, unit }) => {
    const one = isLargest ? "suurin" : "pienin";
    const many = isLargest ? "suurinta" : "pienintä";
    return `**${where}** – ${found === 1 ? "ainoa vuosivirta, jolla on määrä" : `${count === 1 ? one : `${count} ${many}`} niistä ${found} vuosivirrasta, joiden määrän yksikkö on ${unit}`}:`;
  },
  hazardOpen: (count) =>
    `Vaarallisuus ei ole tiedossa ${count === 1 ? "yhdeltä muulta riviltä" : `${count} muulta riviltä`}.`,
  codeNoted: "Koodi mainitaan näiden rivien lisätiedoissa:",
  codeOpen: (count) => `Jätekoodi puuttuu ${count === 1 ? "yhdeltä riviltä" : `${count} riviltä`}.`,
  none: (where) => `**${where}** – taulukossa ei ole yhtään tällaista sivuvirtaa.`,
  noMore: (count, where) =>
    `**${where}** – ${count === 1 ? "ainoa rivi" : `kaikki ${count} riviä`} on jo näytetty.`,
  columns: {
    name: "Sivuvirta",
    producer: "Tuottaja",
    place: "Paikka",
    amount: "Määrä vuodessa",
    year: "Vuosi",
    source: "Lähde",
  },
  total: (addends, amount) => `Yhteensä ${addends} = **${amount}** vuodessa.`,
  totalOfMany: (amount, rows) =>
    `Yhteensä **${amount}** vuodessa (${rows === 1 ? "yksi rivi, jolla" : `${rows} riviä, joilla`} on määrä).`,
  average: (amount, rows) =>
    `Keskimäärin **${amount}** vuodessa (${rows === 1 ? "yksi rivi, jolla" : `${rows} riviä, joilla`} on määrä).`,
  noTotal: "Summaa ei voi laskea, koska millään näistä riveistä ei ole vuosimäärää.",
  sumTitle: "Sivuvirtataulukko: rivien summa",
  notAdded: (names, count) =>
    `Summassa ei ole mukana ${count === 1 ? "riviä, joka on itse summa, varasto tai suunnitelma" : `${count} riviä, jotka ovat itse summia, varastoja tai suunnitelmia`}: ${names}.`,
  unmeasured: (names, count) => `Määrä puuttuu ${count === 1 ? "riviltä" : `${count} riviltä`}: ${names}.`,
  perUnit: "Eri yksiköitä ei lasketa yhteen.",
  details: "Lisätietoja:",
  shown: (shown, all) =>
    `Näytetään ${shown === 1 ? "yksi rivi" : `${shown} riviä`}, kaikkiaan rivejä on ${all}.`,
  more: "Näytä lisää",
  moreQuestion: "näytä lisää",
  largestFirst: "Suurin ensin",
  perPark: "Puistoittain",
  noName: "ei annettu",
  rows: "Rivejä",
  sum: "Vuosivirrat yhteensä",
  csv: "Lataa CSV",
  xlsx: "Lataa Excel",
  chart: (title) => `Pylväskaavio: ${title}`,
  chartSource: "Lähde: Sivuvirran sivuvirtataulukko; rivien lähteet vastauksessa.",
  mixedYears: "Luvut ovat eri vuosilta.",
};

const SV: StreamTexts = {
  all: "Hela tabellen",
  found: (count, where) =>
    `**${where}** – tabellen har ${count === 1 ? "en sidoström" : `${count} sidoströmmar`}.`,
  ranked: ({ count, found, where, isLargest, unit }) => {
    const which = isLargest ? "största" : "minsta";
    return `**${where}** – ${found === 1 ? "det enda årsflödet med mängd" : `${count === 1 ? `det ${which}` : `de ${count} ${which}`} av ${found} årsflöden med mängd i ${unit}`}:`;
  },
  hazardOpen: (count) =>
    `För ${count === 1 ? "en annan rad" : `${count} andra rader`} är det inte känt om strömmen är farlig.`,
  codeNoted: "Koden nämns i anmärkningarna till dessa rader:",
  codeOpen: (count) => `${count === 1 ? "En rad" : `${count} rader`} saknar avfallskod.`,
  none: (where) => `**${where}** – tabellen har ingen sådan sidoström.`,
  noMore: (count, where) =>
    `**${where}** – ${count === 1 ? "den enda raden" : `alla ${count} rader`} har redan visats.`,
  columns: {
    name: "Sidoström",
    producer: "Producent",
    place: "Plats",
    amount: "Mängd per år",
    year: "År",
    source: "Källa",
  },
  total: (addends, amount) => `Sammanlagt ${addends} = **${amount}** per år.`,
  totalOfMany: (amount, rows) =>
    `Sammanlagt **${amount}** per år (${rows === 1 ? "en rad" : `${rows} rader`} med mängd).`,
  average: (amount, rows) =>
    `I genomsnitt **${amount}** per år (${rows === 1 ? "en rad" : `${rows} rader`} med mängd).`,
  noTotal: "Någon summa kan inte räknas, eftersom ingen av raderna har en årsmängd.",
  sumTitle: "Sidoströmstabellen: radernas summa",
  notAdded: (names, count) =>
    `I summan ingår inte ${count === 1 ? "raden som själv är en summa, ett lager eller en plan" : `${count} rader som själva är summor, lager eller planer`}: ${names}.`,
  unmeasured: (names, count) => `Mängd saknas på ${count === 1 ? "en rad" : `${count} rader`}: ${names}.`,
  perUnit: "Olika enheter läggs inte ihop.",
  details: "Mer om raderna:",
  shown: (shown, all) => `Här är ${shown} av ${all} ${all === 1 ? "rad" : "rader"}.`,
  more: "Visa fler",
  moreQuestion: "visa fler",
  largestFirst: "Störst först",
  perPark: "Per park",
  noName: "anges inte",
  rows: "Rader",
  sum: "Årsflöden totalt",
  csv: "Ladda ner CSV",
  xlsx: "Ladda ner Excel",
  chart: (title) => `Stapeldiagram: ${title}`,
  chartSource: "Källa: Sivuvirtas sidoströmstabell; radernas källor i svaret.",
  mixedYears: "Siffrorna är från olika år.",
};

const EN: StreamTexts = {
  all: "The whole table",
  found: (count, where) =>
    `**${where}** – the table holds ${count === 1 ? "one side stream" : `${count} side streams`}.`,
  ranked: ({ count, found, where, isLargest, unit }) => {
    const which = isLargest ? "largest" : "smallest";
    return `**${where}** – ${found === 1 ? "the only yearly flow with a quantity" : `the ${count === 1 ? which : `${count} ${which}`} of ${found} yearly flows with a quantity in ${unit}`}:`;
  },
  hazardOpen: (count) =>
    `Of ${count === 1 ? "one further row" : `${count} further rows`} it is not known whether the stream is hazardous.`,
  codeNoted: "The notes of these rows name the code:",
  codeOpen: (count) => `${count === 1 ? "One row has" : `${count} rows have`} no waste code.`,
  none: (where) => `**${where}** – the table holds no such side stream.`,
  noMore: (count, where) =>
    `**${where}** – ${count === 1 ? "the only row has" : `all ${count} rows have`} been shown already.`,
  columns: {
    name: "Side stream",
    producer: "Producer",
    place: "Place",
    amount: "Quantity a year",
    year: "Year",
    source: "Source",
  },
  total: (addends, amount) => `In all ${addends} = **${amount}** a year.`,
  totalOfMany: (amount, rows) =>
    `In all **${amount}** a year (${rows === 1 ? "one row" : `${rows} rows`} with a quantity).`,
  average: (amount, rows) =>
    `On average **${amount}** a year (${rows === 1 ? "one row" : `${rows} rows`} with a quantity).`,
  noTotal: "No sum can be given, because none of these rows has a yearly quantity.",
  sumTitle: "Side-stream table: sum of the rows",
  notAdded: (names, count) =>
    `Left out of the sum, because ${count === 1 ? "it is itself a total, a stock or a plan" : `these ${count} rows are themselves totals, stocks or plans`}: ${names}.`,
  unmeasured: (names, count) =>
    `No quantity is given for ${count === 1 ? "one row" : `${count} rows`}: ${names}.`,
  perUnit: "Different units are not added up.",
  details: "More about the rows:",
  shown: (shown, all) =>
    `${shown === 1 ? "This is one" : `These are ${shown}`} of ${all} ${all === 1 ? "row" : "rows"}.`,
  more: "Show more",
  moreQuestion: "show more",
  largestFirst: "Largest first",
  perPark: "Per park",
  noName: "not given",
  rows: "Rows",
  sum: "Yearly flows in all",
  csv: "Download CSV",
  xlsx: "Download Excel",
  chart: (title) => `Bar chart: ${title}`,
  chartSource: "Source: Sivuvirta's side-stream table; the sources of the rows stand in the answer.",
  mixedYears: "The figures are of different years.",
};

/** The words by language. */
export const STREAM_TEXTS: Record<Language, StreamTexts> = { fi: FI, sv: SV, en: EN };
