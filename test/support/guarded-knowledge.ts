import type { Reader } from "../../knowledge/languages.ts";

/**
 * Knowledge of an invented park in which every table, the guides and the FAQ hold a public entry beside one for
 * members and one for coordinators. What only they may see bears a word that stands nowhere else.
 */

const SOURCES =
  "id,title,publisher,url,language,year,note\nbook,Harbour book,Harbour,https://example.org/book,en,2024,\n";

const PARK_COLUMNS =
  "id,kind,name_en,name_fi,name_sv,aliases,region,municipalities,latitude,longitude,industries_en,industries_fi,industries_sv,anchor_companies,infrastructure_en,infrastructure_fi,infrastructure_sv,coordinator_en,coordinator_fi,coordinator_sv,websites,sources,year,visibility,note_en,note_fi,note_sv";
const CONTACT_COLUMNS =
  "subject,name,role_en,role_fi,role_sv,phone,email,sources,year,visibility,note_en,note_fi,note_sv";
const STREAM_COLUMNS =
  "id,kind,name_en,name_fi,name_sv,producer_en,producer_fi,producer_sv,park,municipality,category,form,quantity,unit,waste_code,hazardous,uses_en,uses_fi,uses_sv,status,sources,year,visibility,note_en,note_fi,note_sv";
const COMPANY_COLUMNS =
  "id,name_en,name_fi,name_sv,parks,municipality,industry_en,industry_fi,industry_sv,nace,receiver_classes,products_en,products_fi,products_sv,inputs_en,inputs_fi,inputs_sv,outputs_en,outputs_fi,outputs_sv,services_en,services_fi,services_sv,website,status,sources,year,visibility,note_en";
const FACT_COLUMNS =
  "park,attribute,value,unit,qualifier_en,qualifier_fi,qualifier_sv,sources,year,visibility";
const EXCHANGE_COLUMNS =
  "id,donor_en,donor_fi,donor_sv,stream_en,stream_fi,stream_sv,receiver_en,receiver_fi,receiver_sv,use_en,use_fi,use_sv,place_en,place_fi,place_sv,quantity,unit,status,sources,year,visibility,note_en,note_fi,note_sv";

/** What bears the mark of a rank: the words and figures that only this rank and those above may meet. */
export const SECRETS: Record<Exclude<Reader, "public">, RegExp> = {
  member: /zephyr|veera|vuori|7001|7[\s,.]?002|7[\s,.]?771/i,
  coordinator: /quagga|kaisa|kivi(?!ainekset)|9001|9[\s,.]?002|9[\s,.]?771/i,
};

const parks = (rows: readonly string[]) => `${PARK_COLUMNS}\n${rows.join("\n")}\n`;
const park = (id: string, name: string, visibility: Reader) =>
  `${id},park,${name},${name},${name},,Kainuu,Kajaani,,,Ash,Tuhka,Aska,,Pipes,Putket,Rör,${name} Ltd,${name} Ltd,${name} Ltd,www.${id}.example,book,2024,${visibility},,,`;

const stream = (at: number, name: string, { quantity, visibility, kind = "flow" }: StreamOptions) =>
  `SS90${at},${kind},${name} ash,${name} tuhka,${name} aska,${name} Works,${name} Works,${name} Works,harbour-park,Kajaani,ash,solid,${quantity},t,,no,Roads,Tiet,Vägar,available,book,2024,${visibility},,,`;
interface StreamOptions {
  quantity: number;
  visibility: Reader;
  kind?: string;
}

const company = (name: string, visibility: Reader) =>
  `${name.toLowerCase()}-oy,${name} Oy,${name} Oy,${name} Oy,harbour-park,Kajaani,${name} trade,${name} kauppa,${name} handel,,,,,,,,,,,,,,,,running,book,2024,${visibility},`;
const contact = (name: string, { phone, visibility }: { phone: string; visibility: Reader }) =>
  `harbour-park,${name},contact person,yhteyshenkilö,kontaktperson,${phone},,book,2024,${visibility},,,`;
const fact = (value: number, visibility: Reader) =>
  `harbour-park,employees,${value},,people work there,henkilöä työssä,personer arbetar där,book,2024,${visibility}`;

const TITLES = { en: "Harbour secrets", fi: "Sataman salaisuudet", sv: "Hamnens hemligheter" } as const;

function guide(language: keyof typeof TITLES, word: string, visibility: Reader): string {
  const bodies = {
    en: `The ${word} boiler of Harbour Park burns bark. The price of the ${word} steam is agreed yearly.`,
    fi: `Harbour Parkin kattila ${word} polttaa kuorta. Höyryn ${word} hinta sovitaan vuosittain.`,
    sv: `Pannan ${word} i Harbour Park eldar bark. Priset på ångan ${word} avtalas årligen.`,
  };
  return `---\nid: ${word}\ntitle: ${TITLES[language]} ${word}\nlanguage: ${language}\nvisibility: ${visibility}\n---\n\n# ${TITLES[language]} ${word}\n\n${bodies[language]} [^book]\n`;
}

const faq = (word: string, visibility: Reader) =>
  `## What does membership of Harbour Park cost in ${word}?\n- id: cost-${word}\n- visibility: ${visibility}\n\nMembership of Harbour Park costs a ${word} fee. [^book]\n`;

const guides = (["en", "fi", "sv"] as const).flatMap((language) => [
  [`guides/${language}/zephyr.md`, guide(language, "zephyr", "member")],
  [`guides/${language}/quagga.md`, guide(language, "quagga", "coordinator")],
]);

/** The files by path. */
export const GUARDED_KNOWLEDGE: Record<string, string> = {
  "sources.csv": SOURCES,
  "parks.csv": parks([
    park("harbour-park", "Harbour Park", "public"),
    park("zephyr-park", "Zephyr Park", "member"),
    park("quagga-park", "Quagga Park", "coordinator"),
  ]),
  "contacts.csv": `${CONTACT_COLUMNS}\n${[
    contact("Paula Puro", { phone: "+358 40 111 1111", visibility: "public" }),
    contact("Veera Vuori", { phone: "+358 40 777 7001", visibility: "member" }),
    contact("Kaisa Kivi", { phone: "+358 40 999 9001", visibility: "coordinator" }),
  ].join("\n")}\n`,
  "side-streams.csv": `${STREAM_COLUMNS}\n${[
    stream(1, "Harbour", { quantity: 1000, visibility: "public" }),
    stream(2, "Pier", { quantity: 500, visibility: "public" }),
    stream(3, "Zephyr", { quantity: 7771, visibility: "member" }),
    stream(4, "Quagga", { quantity: 9771, visibility: "coordinator" }),
    stream(5, "Old", { quantity: 40, visibility: "public", kind: "stock" }),
  ].join("\n")}\n`,
  "companies.csv": `${COMPANY_COLUMNS}\n${[company("Harbour", "public"), company("Zephyr", "member"), company("Quagga", "coordinator")].join("\n")}\n`,
  "park-facts.csv": `${FACT_COLUMNS}\n${[fact(120, "public"), fact(7002, "member"), fact(9002, "coordinator")].join("\n")}\n`,
  "exchanges.csv": `${EXCHANGE_COLUMNS}\nzephyr-exchange,Zephyr Oy,Zephyr Oy,Zephyr Oy,Zephyr ash,Zephyr tuhka,Zephyr aska,Zephyr Roads,Zephyr tiet,Zephyr vägar,road base,tien pohja,vägbank,Kajaani,Kajaani,Kajana,7771,t,running,book,2024,member,,,\n`,
  "faq/en.md": [faq("zephyr", "member"), faq("quagga", "coordinator")].join("\n"),
  "guides/en/harbour.md":
    "---\nid: harbour\ntitle: Harbour Park\nlanguage: en\npark: harbour-park\n---\n\n# Harbour Park\n\nHarbour Park is a small park in Kajaani that sells bark ash. [^book]\n",
  ...Object.fromEntries(guides),
};
