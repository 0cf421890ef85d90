import type { Language } from "../knowledge/languages.ts";
import { presentNumber } from "../knowledge/present-number.ts";
import type { CompanyRecord, ExchangeRecord, ParkRecord, StreamRecord } from "../knowledge/schema.ts";
import { CONFIDENTIAL } from "../knowledge/visibility/redact-record.ts";

/**
 * Table rows as sentences in the three languages: what a row passage says, and what is cited when an answer
 * rests on the row. Every figure stands as the answers print it.
 */

/** Physical states in words. */
export const FORMS: Record<Language, Record<StreamRecord["form"], string>> = {
  en: { solid: "solid", sludge: "sludge", liquid: "liquid", gas: "gas", heat: "heat" },
  fi: { solid: "kiinteä", sludge: "liete", liquid: "neste", gas: "kaasu", heat: "lämpö" },
  sv: { solid: "fast", sludge: "slam", liquid: "vätska", gas: "gas", heat: "värme" },
};

/** What happens to a side stream now, in words. */
export const STATUSES: Record<Language, Record<StreamRecord["status"], string>> = {
  en: {
    sold: "sold or delivered to a user",
    "used on site": "used on site",
    available: "available",
    landfilled: "landfilled",
    stored: "stored",
    unknown: "status not known",
  },
  fi: {
    sold: "myydään tai toimitetaan hyötykäyttöön",
    "used on site": "hyödynnetään tuotantopaikalla",
    available: "saatavilla",
    landfilled: "sijoitetaan kaatopaikalle",
    stored: "varastoidaan",
    unknown: "ei tiedossa",
  },
  sv: {
    sold: "säljs eller levereras till en användare",
    "used on site": "används på området",
    available: "tillgänglig",
    landfilled: "deponeras",
    stored: "lagras",
    unknown: "okänd",
  },
};

/** What a row is when it is no yearly flow; empty for a flow. */
export const KINDS: Record<Language, Record<StreamRecord["kind"], string>> = {
  en: {
    flow: "",
    aggregate: "sum of several streams",
    stock: "stock, not a yearly flow",
    planned: "planned",
  },
  fi: { flow: "", aggregate: "usean virran summa", stock: "varasto, ei vuosivirta", planned: "suunniteltu" },
  sv: { flow: "", aggregate: "summa av flera strömmar", stock: "lager, inget årsflöde", planned: "planerad" },
};

const EXCHANGE_STATUSES: Record<Language, Record<ExchangeRecord["status"], string>> = {
  en: {
    running: "running",
    pilot: "pilot",
    planned: "planned",
    ended: "ended",
    unknown: "status not known",
  },
  fi: {
    running: "toiminnassa",
    pilot: "pilotti",
    planned: "suunnitteilla",
    ended: "päättynyt",
    unknown: "tila ei tiedossa",
  },
  sv: {
    running: "i drift",
    pilot: "pilot",
    planned: "planerad",
    ended: "avslutad",
    unknown: "okänd status",
  },
};

const LABELS: Record<Language, Record<string, string>> = {
  en: {
    producer: "Producer",
    quantity: "Quantity",
    uses: "Uses",
    status: "Status",
    hazardous: "Hazardous",
    code: "Waste code",
    yes: "yes",
    no: "no",
    form: "Form",
    noQuantity: "quantity not given",
    hiddenQuantity: "quantity confidential",
    composition: "Composition",
    price: "Price",
    contact: "Contact",
    from: "Available from",
    until: "Available until",
    perYear: "a year",
    products: "Products",
    inputs: "Inputs",
    outputs: "Outputs",
    services: "Services",
    planned: "planned, not in operation",
    closed: "closed",
    exchange: "Documented exchange",
    use: "Use",
  },
  fi: {
    producer: "Tuottaja",
    quantity: "Määrä",
    uses: "Käyttö",
    status: "Tila",
    hazardous: "Vaarallinen",
    code: "Jätekoodi",
    yes: "kyllä",
    no: "ei",
    form: "Olomuoto",
    noQuantity: "määrää ei ole annettu",
    hiddenQuantity: "määrä luottamuksellinen",
    composition: "Koostumus",
    price: "Hinta",
    contact: "Yhteystieto",
    from: "Saatavilla alkaen",
    until: "Saatavilla asti",
    perYear: "vuodessa",
    products: "Tuotteet",
    inputs: "Raaka-aineet",
    outputs: "Sivuvirrat ja muut tuotokset",
    services: "Palvelut",
    planned: "suunnitteilla, ei toiminnassa",
    closed: "suljettu",
    exchange: "Dokumentoitu symbioosi",
    use: "Käyttö",
  },
  sv: {
    producer: "Producent",
    quantity: "Mängd",
    uses: "Användning",
    status: "Status",
    hazardous: "Farlig",
    code: "Avfallskod",
    yes: "ja",
    no: "nej",
    form: "Form",
    noQuantity: "mängden anges inte",
    hiddenQuantity: "mängden är konfidentiell",
    composition: "Sammansättning",
    price: "Pris",
    contact: "Kontakt",
    from: "Tillgänglig från",
    until: "Tillgänglig till",
    perYear: "per år",
    products: "Produkter",
    inputs: "Råvaror",
    outputs: "Sidoströmmar och övriga utflöden",
    services: "Tjänster",
    planned: "planeras, inte i drift",
    closed: "stängd",
    exchange: "Dokumenterat utbyte",
    use: "Användning",
  },
};

/** Name of a record in a language. */
export function recordName(record: StreamRecord | ParkRecord | CompanyRecord, language: Language): string {
  return record[`name_${language}`];
}

/** Whether the reader of a row may not see its amount, be it given or not. */
export function isQuantityWithheld({ withheld }: Pick<StreamRecord, "withheld">): boolean {
  return withheld?.includes("quantity") === true;
}

/** "22 000 t vuodessa", "330 000 t (varasto, ei vuosivirta)", that no quantity is given, or that it is confidential. */
export function presentQuantity(stream: StreamRecord, language: Language): string {
  const labels = LABELS[language];
  if (isQuantityWithheld(stream)) return labels.hiddenQuantity as string;
  if (stream.quantity === undefined) return labels.noQuantity as string;
  const amount = `${presentNumber(stream.quantity, language)} ${stream.unit ?? ""}`.trim();
  const kind = KINDS[language][stream.kind];
  if (stream.kind === "stock" || stream.kind === "planned") return `${amount} (${kind})`;
  return `${amount} ${labels.perYear}${kind === "" ? "" : ` (${kind})`}`;
}

/** A stream's row as short sentences; `park` is the park's name in the language. */
export function renderStream(stream: StreamRecord, context: { language: Language; park: string }): string[] {
  const { language, park } = context;
  const labels = LABELS[language];
  const name = recordName(stream, language);
  const { municipality = "" } = stream;
  const producer = stream[`producer_${language}`];
  const place =
    park.includes(municipality) || park === "" ? park || municipality : `${park}, ${municipality}`;
  const year = stream.year === undefined ? "" : ` (${stream.year})`;
  const kind = stream.quantity === undefined ? KINDS[language][stream.kind] : "";
  const details = [
    producer === undefined ? "" : `${labels.producer}: ${producer}`,
    isQuantityWithheld(stream)
      ? `${labels.quantity}: ${CONFIDENTIAL[language]}`
      : `${labels.quantity}: ${presentQuantity(stream, language)}${year}`,
    kind,
    `${labels.form}: ${FORMS[language][stream.form]}`,
    stream.hazardous === "unknown" ? "" : `${labels.hazardous}: ${labels[stream.hazardous]}`,
    stream.waste_code === undefined ? "" : `${labels.code}: ${stream.waste_code}`,
  ].filter((part) => part !== "");
  const uses = stream[`uses_${language}`];
  const note = stream[`note_${language}`];
  const named = place === "" ? name : `${name}, ${place}`;
  const sentences = [`${named}. ${details.join(". ")}.`];
  const use = uses === undefined ? "" : `${labels.uses}: ${uses}. `;
  sentences.push(`${name}: ${use}${labels.status}: ${STATUSES[language][stream.status]}${year}.`);
  const terms = termsOf(stream, language);
  if (terms !== "") sentences.push(`${name}: ${terms}.`);
  if (note !== undefined) sentences.push(`${name}: ${note}`);
  return sentences;
}

/** What a taker asks next: what it holds, what it costs, when it can be had, and whom to ask. */
function termsOf(stream: StreamRecord, language: Language): string {
  const labels = LABELS[language];
  const parts = [
    [labels.composition, stream[`composition_${language}`]],
    [labels.price, stream[`price_${language}`]],
    [labels.from, stream.available_from],
    [labels.until, stream.available_until],
    [labels.contact, stream.contact],
  ] as const;
  return parts.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`])).join(". ");
}

/** A company's row as sentences. */
export function renderCompany(
  company: CompanyRecord,
  context: { language: Language; parks: readonly string[] },
): string[] {
  const { language, parks } = context;
  const labels = LABELS[language];
  const name = recordName(company, language);
  const place = [...parks, company.municipality]
    .filter((part) => part !== undefined && part !== "")
    .join(", ");
  const year = company.year === undefined ? "" : ` (${company.year})`;
  const status =
    company.status === "planned" || company.status === "closed" ? `, ${labels[company.status]}` : "";
  const sentences = [`${name}: ${company[`industry_${language}`]}, ${place}${status}${year}.`];
  const parts = [
    ["products", company[`products_${language}`]],
    ["inputs", company[`inputs_${language}`]],
    ["outputs", company[`outputs_${language}`]],
    ["services", company[`services_${language}`]],
  ] as const;
  for (const [label, value] of parts) {
    if (value !== undefined) sentences.push(`${name}: ${labels[label]}: ${value}.`);
  }
  return sentences;
}

/** What goes from whom to whom: "Fly ash: Satama Oy → Tie Oy". */
export function exchangeName(exchange: ExchangeRecord, language: Language): string {
  const donor = exchange[`donor_${language}`];
  return `${exchange[`stream_${language}`]}: ${donor} → ${exchange[`receiver_${language}`]}`;
}

/** A documented exchange as one sentence with its note: what limits a figure must not part from it. */
export function renderExchange(exchange: ExchangeRecord, language: Language): string[] {
  const labels = LABELS[language];
  const amount =
    exchange.quantity === undefined
      ? ""
      : `, ${presentNumber(exchange.quantity, language)} ${exchange.unit ?? ""}`.trimEnd();
  const status = EXCHANGE_STATUSES[language][exchange.status];
  const when = [exchange[`place_${language}`], status, exchange.year]
    .filter((part) => part !== undefined)
    .join(", ");
  const stream = exchange[`stream_${language}`];
  const parties = `${exchange[`donor_${language}`]} → ${exchange[`receiver_${language}`]}`;
  const use = exchange[`use_${language}`];
  const note = exchange[`note_${language}`];
  const told = `${labels.exchange}: ${stream}${amount}, ${parties}. ${labels.use}: ${use} (${when}).`;
  return [note === undefined ? told : `${told} ${note}`];
}
