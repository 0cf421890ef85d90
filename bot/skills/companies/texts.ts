import type { Language } from "../../../knowledge/languages.ts";
import type { CompanyRole, CompanyStatus } from "../../query/company-query.ts";

/** Words around the rows of the table of companies. */
export interface CompanyTexts {
  all: string;
  found: (count: number, where: string) => string;
  none: (where: string) => string;
  /** What a filter asks for: "takes ash". */
  roles: Record<CompanyRole, (things: string) => string>;
  /** Names of the cells, as a row shows them. */
  cells: Record<"inputs" | "products" | "outputs" | "services", string>;
  statuses: Record<CompanyStatus, string>;
  besides: (count: number) => string;
  more: (count: number) => string;
  /** In one park of several. */
  inPark: (count: number) => string;
  csv: string;
  xlsx: string;
}

const FI: CompanyTexts = {
  all: "Kaikki yritykset",
  found: (count, where) =>
    `**${where}** – taulukossa on ${count === 1 ? "yksi yritys tai muu toimija" : `${count} yritystä tai muuta toimijaa`}:`,
  none: (where) => `**${where}** – taulukossa ei ole yhtään tällaista yritystä.`,
  roles: {
    takes: (things) => `ottaa vastaan tai käyttää: ${things}`,
    makes: (things) => `tuotteissa: ${things}`,
    gives: (things) => `sivuvirroissa: ${things}`,
    offers: (things) => `tarjoaa: ${things}`,
    handles: (things) => `käsittelee: ${things}`,
    industry: (things) => `toimiala: ${things}`,
    any: (things) => things,
  },
  cells: { inputs: "raaka-aineet", products: "tuotteet", outputs: "sivuvirrat", services: "palvelut" },
  statuses: {
    running: "toiminnassa",
    planned: "suunnitteilla",
    closed: "lopettanut",
    unknown: "tilanne ei tiedossa",
  },
  besides: (count) =>
    count === 1
      ? "Lisäksi yhdellä sitä syntyy sivuvirtana, vaikka se ei ole tuote:"
      : `Lisäksi ${count} toimijalla sitä syntyy sivuvirtana, vaikka se ei ole tuote:`,
  more: (count) => `Muita rivejä: ${count}.`,
  inPark: (count) => (count === 1 ? "yksi toimija" : `${count} toimijaa`),
  csv: "Lataa CSV",
  xlsx: "Lataa Excel",
};

const SV: CompanyTexts = {
  all: "Alla företag",
  found: (count, where) =>
    `**${where}** – i tabellen finns ${count === 1 ? "ett företag eller en annan aktör" : `${count} företag eller andra aktörer`}:`,
  none: (where) => `**${where}** – tabellen har inget sådant företag.`,
  roles: {
    takes: (things) => `tar emot eller använder: ${things}`,
    makes: (things) => `bland produkterna: ${things}`,
    gives: (things) => `bland sidoströmmarna: ${things}`,
    offers: (things) => `erbjuder: ${things}`,
    handles: (things) => `hanterar: ${things}`,
    industry: (things) => `bransch: ${things}`,
    any: (things) => things,
  },
  cells: { inputs: "insatsvaror", products: "produkter", outputs: "sidoströmmar", services: "tjänster" },
  statuses: { running: "i drift", planned: "planeras", closed: "nedlagd", unknown: "läget är okänt" },
  besides: (count) =>
    count === 1
      ? "Dessutom uppstår det som sidoström hos en aktör, fast det inte är en produkt:"
      : `Dessutom uppstår det som sidoström hos ${count} aktörer, fast det inte är en produkt:`,
  more: (count) => `Ytterligare rader: ${count}.`,
  inPark: (count) => (count === 1 ? "en aktör" : `${count} aktörer`),
  csv: "Ladda ner CSV",
  xlsx: "Ladda ner Excel",
};

const EN: CompanyTexts = {
  all: "All companies",
  found: (count, where) =>
    `**${where}** – the table holds ${count === 1 ? "one company or other organisation" : `${count} companies or other organisations`}:`,
  none: (where) => `**${where}** – the table holds no such company.`,
  roles: {
    takes: (things) => `takes or uses: ${things}`,
    makes: (things) => `among the products: ${things}`,
    gives: (things) => `among the side streams: ${things}`,
    offers: (things) => `offers: ${things}`,
    handles: (things) => `handles: ${things}`,
    industry: (things) => `line of business: ${things}`,
    any: (things) => things,
  },
  cells: { inputs: "inputs", products: "products", outputs: "side streams", services: "services" },
  statuses: { running: "running", planned: "planned", closed: "closed", unknown: "status not known" },
  besides: (count) =>
    count === 1
      ? "Besides, one has it as a side stream, though not as a product:"
      : `Besides, ${count} have it as a side stream, though not as a product:`,
  more: (count) => `More rows: ${count}.`,
  inPark: (count) => (count === 1 ? "one organisation" : `${count} organisations`),
  csv: "Download CSV",
  xlsx: "Download Excel",
};

/** The words by language. */
export const COMPANY_TEXTS: Record<Language, CompanyTexts> = { fi: FI, sv: SV, en: EN };
