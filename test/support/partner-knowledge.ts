import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompanyRecord, ParkRecord } from "../../knowledge/schema.ts";

const KNOWLEDGE = join(import.meta.dirname, "..", "..", "knowledge");

/** Tables of the product that name materials, industries, places and law, and nobody. */
const GENERAL = [
  "vocabulary.csv",
  "words.csv",
  "places.csv",
  "materials.csv",
  "receiver-classes.csv",
  "uses.csv",
  "legal-routes.csv",
] as const;

/** A row by column; columns that are left out stay empty. */
type Row = Record<string, string | number>;

const PARK_COLUMNS =
  "id,kind,name_en,name_fi,name_sv,aliases,region,municipalities,latitude,longitude,industries_en,industries_fi,industries_sv,anchor_companies,infrastructure_en,infrastructure_fi,infrastructure_sv,coordinator_en,coordinator_fi,coordinator_sv,websites,sources,year,visibility,note_en,note_fi,note_sv";
const STREAM_COLUMNS =
  "id,kind,name_en,name_fi,name_sv,producer_en,producer_fi,producer_sv,park,municipality,category,form,quantity,unit,waste_code,hazardous,uses_en,uses_fi,uses_sv,status,sources,year,visibility,note_en,note_fi,note_sv";
const COMPANY_COLUMNS =
  "id,name_en,name_fi,name_sv,parks,municipality,industry_en,industry_fi,industry_sv,nace,receiver_classes,products_en,products_fi,products_sv,inputs_en,inputs_fi,inputs_sv,outputs_en,outputs_fi,outputs_sv,services_en,services_fi,services_sv,website,status,sources,year,visibility,note_en";
const CONTACT_COLUMNS =
  "subject,name,role_en,role_fi,role_sv,phone,email,sources,year,visibility,note_en,note_fi,note_sv";
const EXCHANGE_COLUMNS =
  "id,donor_en,donor_fi,donor_sv,stream_en,stream_fi,stream_sv,receiver_en,receiver_fi,receiver_sv,use_en,use_fi,use_sv,place_en,place_fi,place_sv,quantity,unit,status,sources,year,visibility,note_en,note_fi,note_sv";

function toCsv(columns: string, rows: readonly Row[]): string {
  const names = columns.split(",");
  const lines = rows.map((row) => {
    const unknown = Object.keys(row).filter((name) => !names.includes(name));
    if (unknown.length > 0) throw new Error(`Cannot write a row: no column ${unknown.join(", ")}`);
    return names.map((name) => `"${String(row[name] ?? "").replaceAll('"', '""')}"`).join(",");
  });
  return `${[columns, ...lines].join("\n")}\n`;
}

/** A value for each language, the same in all. */
function inAll(field: string, value: string): Row {
  return { [`${field}_en`]: value, [`${field}_fi`]: value, [`${field}_sv`]: value };
}

const park = (row: Row & { id: string; name: string }): Row => {
  const { name, ...rest } = row;
  return {
    kind: "park",
    ...inAll("name", name),
    ...inAll("industries", "Ash"),
    region: "Kainuu",
    municipalities: "Kajaani",
    sources: "book",
    year: 2024,
    visibility: "public",
    ...rest,
  };
};

/** A row of `companies.csv` of Harbour Park that takes ash as cement works. */
export const companyRow = (row: Row & { id: string; name: string }): Row => {
  const { name, ...rest } = row;
  return {
    ...inAll("name", name),
    ...inAll("industry", "Binders"),
    ...inAll("inputs", "limestone"),
    parks: "harbour-park",
    municipality: "Kajaani",
    receiver_classes: "cement and lime",
    status: "running",
    sources: "book",
    year: 2024,
    visibility: "public",
    ...rest,
  };
};

/** A row of `side-streams.csv` of Harbour Park: 1000 t of fly ash a year that nobody uses. */
export const streamRow = (row: Row & { id: string }): Row => ({
  kind: "flow",
  name_en: "Fly ash",
  name_fi: "Lentotuhka",
  name_sv: "Flygaska",
  park: "harbour-park",
  municipality: "Kajaani",
  category: "ash",
  form: "solid",
  quantity: 1000,
  unit: "t",
  hazardous: "no",
  status: "available",
  sources: "book",
  year: 2024,
  visibility: "public",
  ...row,
});

/** A row of `exchanges.csv`: fly ash that goes to a cement works. */
export const exchangeRow = (row: Row & { id: string; donor: string; receiver: string }): Row => {
  const { donor, receiver, ...rest } = row;
  return {
    ...inAll("donor", donor),
    ...inAll("receiver", receiver),
    stream_en: "fly ash",
    stream_fi: "lentotuhka",
    stream_sv: "flygaska",
    use_en: "cement",
    use_fi: "sementti",
    use_sv: "cement",
    ...inAll("place", "Kajaani"),
    status: "running",
    sources: "book",
    year: 2024,
    visibility: "public",
    ...rest,
  };
};

/**
 * Files of a knowledge folder in which partners can be looked for: the product's materials, uses, industries, places and
 * law, with two invented parks, their contacts, and the given companies, streams and exchanges.
 */
export function partnerFiles(
  rows: { companies?: readonly Row[]; streams?: readonly Row[]; exchanges?: readonly Row[] } = {},
): Record<string, string> {
  const general = GENERAL.map((name) => [name, readFileSync(join(KNOWLEDGE, name), "utf8")] as const);
  const sources = readFileSync(join(KNOWLEDGE, "sources.csv"), "utf8").trimEnd();
  return {
    ...Object.fromEntries(general),
    "sources.csv": `${sources}\nbook,Harbour book,Harbour,https://example.org/book,en,2024,\nvault,Vault book,Vault,https://example.org/vault,en,1999,\n`,
    "parks.csv": toCsv(PARK_COLUMNS, [
      park({ id: "harbour-park", name: "Harbour Park", latitude: 64.2, longitude: 27.7 }),
      park({ id: "island-park", name: "Island Park", municipalities: "Hanko", region: "Uusimaa" }),
    ]),
    "contacts.csv": toCsv(
      CONTACT_COLUMNS,
      ["harbour-park", "island-park"].map((subject) => ({
        subject,
        name: subject === "harbour-park" ? "Paula Puro" : "Iida Ilo",
        phone: subject === "harbour-park" ? "+358 40 111 1111" : "+358 40 222 2222",
        sources: "book",
        year: 2024,
        visibility: "public",
      })),
    ),
    "companies.csv": toCsv(COMPANY_COLUMNS, rows.companies ?? []),
    "side-streams.csv": toCsv(STREAM_COLUMNS, rows.streams ?? []),
    "exchanges.csv": toCsv(EXCHANGE_COLUMNS, rows.exchanges ?? []),
  };
}

/** A park for tests of scores, in Kemi. */
export function makePark(fields: Partial<ParkRecord> = {}): ParkRecord {
  return {
    id: "kemi-tornio",
    kind: "park",
    name_en: "Kemi-Tornio",
    name_fi: "Kemi-Tornio",
    name_sv: "Kemi-Torneå",
    aliases: [],
    region: "Lapland",
    municipalities: ["Kemi"],
    latitude: 65.74,
    longitude: 24.56,
    visibility: "public",
    ...fields,
  } as ParkRecord;
}

/** A running company for tests of scores, of this year and with no inputs. */
export function makeCompany(fields: Partial<CompanyRecord> = {}): CompanyRecord {
  return {
    id: "works",
    name_en: "Works Oy",
    name_fi: "Works Oy",
    name_sv: "Works Oy",
    parks: ["kemi-tornio"],
    receiver_classes: ["cement and lime"],
    status: "running",
    sources: [],
    year: new Date().getFullYear(),
    visibility: "public",
    ...fields,
  } as CompanyRecord;
}
