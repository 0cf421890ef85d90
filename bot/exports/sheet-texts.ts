import type { Language } from "../../knowledge/languages.ts";

/** Headings of the columns that tables share or have alone. */
export interface ColumnTexts {
  id: string;
  name: string;
  producer: string;
  park: string;
  parks: string;
  region: string;
  municipality: string;
  category: string;
  form: string;
  quantity: string;
  unit: string;
  wasteCode: string;
  hazardous: string;
  status: string;
  kind: string;
  year: string;
  uses: string;
  sourceTitle: string;
  sourceAddress: string;
  note: string;
  industry: string;
  products: string;
  inputs: string;
  outputs: string;
  services: string;
  infrastructure: string;
  coordinator: string;
  website: string;
  composition: string;
  price: string;
  availableFrom: string;
  availableUntil: string;
  contact: string;
  verified: string;
}

/** Words of a sheet: its name, its headings, and cells that hold a code in the tables. */
export interface SheetTexts {
  names: Record<"streams" | "companies" | "parks", string>;
  columns: ColumnTexts;
  flow: string;
  /** The one category that is no concept of the vocabulary. */
  hazardous: Record<"yes" | "no" | "unknown", string>;
  companyStatuses: Record<"running" | "planned" | "closed" | "unknown", string>;
}

const FI: SheetTexts = {
  names: { streams: "Sivuvirrat", companies: "Yritykset", parks: "Puistot" },
  columns: {
    id: "Tunnus",
    name: "Nimi",
    producer: "Tuottaja",
    park: "Puisto",
    parks: "Puistot",
    region: "Maakunta",
    municipality: "Kunta",
    category: "Luokka",
    form: "Olomuoto",
    quantity: "Määrä",
    unit: "Yksikkö",
    wasteCode: "Jätekoodi",
    hazardous: "Vaarallinen",
    status: "Tila",
    kind: "Määrän laji",
    year: "Vuosi",
    uses: "Käyttö",
    sourceTitle: "Lähde",
    sourceAddress: "Lähteen osoite",
    note: "Huomautus",
    industry: "Toimiala",
    products: "Tuotteet",
    inputs: "Raaka-aineet",
    outputs: "Sivuvirrat ja muut tuotokset",
    services: "Palvelut",
    infrastructure: "Infrastruktuuri",
    coordinator: "Koordinaattori",
    website: "Verkkosivu",
    composition: "Koostumus",
    price: "Hinta",
    availableFrom: "Saatavilla alkaen",
    availableUntil: "Saatavilla asti",
    contact: "Yhteystieto",
    verified: "Tiedot tarkistettu",
  },
  flow: "vuosivirta",
  hazardous: { yes: "kyllä", no: "ei", unknown: "ei tiedossa" },
  companyStatuses: {
    running: "toiminnassa",
    planned: "suunnitteilla",
    closed: "suljettu",
    unknown: "ei tiedossa",
  },
};

const SV: SheetTexts = {
  names: { streams: "Sidoströmmar", companies: "Företag", parks: "Parker" },
  columns: {
    id: "Id",
    name: "Namn",
    producer: "Producent",
    park: "Park",
    parks: "Parker",
    region: "Landskap",
    municipality: "Kommun",
    category: "Kategori",
    form: "Form",
    quantity: "Mängd",
    unit: "Enhet",
    wasteCode: "Avfallskod",
    hazardous: "Farlig",
    status: "Status",
    kind: "Typ av mängd",
    year: "År",
    uses: "Användning",
    sourceTitle: "Källa",
    sourceAddress: "Källans adress",
    note: "Anmärkning",
    industry: "Bransch",
    products: "Produkter",
    inputs: "Råvaror",
    outputs: "Sidoströmmar och övriga utflöden",
    services: "Tjänster",
    infrastructure: "Infrastruktur",
    coordinator: "Koordinator",
    website: "Webbplats",
    composition: "Sammansättning",
    price: "Pris",
    availableFrom: "Tillgänglig från",
    availableUntil: "Tillgänglig till",
    contact: "Kontakt",
    verified: "Uppgifterna kontrollerade",
  },
  flow: "årsflöde",
  hazardous: { yes: "ja", no: "nej", unknown: "okänt" },
  companyStatuses: { running: "i drift", planned: "planeras", closed: "stängd", unknown: "okänd" },
};

const EN: SheetTexts = {
  names: { streams: "Side streams", companies: "Companies", parks: "Parks" },
  columns: {
    id: "Id",
    name: "Name",
    producer: "Producer",
    park: "Park",
    parks: "Parks",
    region: "Region",
    municipality: "Municipality",
    category: "Category",
    form: "Form",
    quantity: "Quantity",
    unit: "Unit",
    wasteCode: "Waste code",
    hazardous: "Hazardous",
    status: "Status",
    kind: "Kind of quantity",
    year: "Year",
    uses: "Uses",
    sourceTitle: "Source",
    sourceAddress: "Address of the source",
    note: "Note",
    industry: "Line of business",
    products: "Products",
    inputs: "Inputs",
    outputs: "Outputs",
    services: "Services",
    infrastructure: "Infrastructure",
    coordinator: "Coordinator",
    website: "Website",
    composition: "Composition",
    price: "Price",
    availableFrom: "Available from",
    availableUntil: "Available until",
    contact: "Contact",
    verified: "Checked on",
  },
  flow: "yearly flow",
  hazardous: { yes: "yes", no: "no", unknown: "not known" },
  companyStatuses: { running: "running", planned: "planned", closed: "closed", unknown: "not known" },
};

/** The words by language. */
export const SHEET_TEXTS: Record<Language, SheetTexts> = { fi: FI, sv: SV, en: EN };
