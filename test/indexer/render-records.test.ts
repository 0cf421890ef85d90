import { describe, expect, it } from "vitest";
import {
  presentQuantity,
  renderCompany,
  renderExchange,
  renderStream,
} from "../../indexer/render-records.ts";
import { companySchema, exchangeSchema, streamSchema } from "../../knowledge/schema.ts";

const rest = { sources: "a", visibility: "public", year: "2024" };
const stream = streamSchema.parse({
  ...rest,
  id: "SS900",
  kind: "flow",
  name_en: "Fly ash",
  name_fi: "Lentotuhka",
  name_sv: "Flygaska",
  producer_en: "Satama Oy",
  producer_fi: "Satama Oy",
  producer_sv: "Satama Oy",
  park: "harbour-park",
  municipality: "Hamnstad",
  category: "ash",
  form: "solid",
  quantity: "12000",
  unit: "t",
  waste_code: "10 01 01",
  hazardous: "no",
  uses_fi: "maarakennus",
  status: "sold",
  note_sv: "Mätt i kajen.",
});

describe("renderStream()", () => {
  it("says everything of a row, figures as the language writes them", () => {
    expect(renderStream(stream, { language: "fi", park: "Satamapuisto" })).toEqual([
      "Lentotuhka, Satamapuisto, Hamnstad. Tuottaja: Satama Oy. Määrä: 12 000 t vuodessa (2024). Olomuoto: kiinteä. Vaarallinen: ei. Jätekoodi: 10 01 01.",
      "Lentotuhka: Käyttö: maarakennus. Tila: myydään tai toimitetaan hyötykäyttöön (2024).",
    ]);
    const [, , note] = renderStream(stream, { language: "sv", park: "Hamnparken" });
    expect(note).toBe("Flygaska: Mätt i kajen.");
    expect(renderStream(stream, { language: "en", park: "Harbour Park" })[0]).toContain(
      "12,000 t a year (2024)",
    );
  });

  it("does not repeat a place that the park's name holds", () => {
    expect(renderStream(stream, { language: "en", park: "Hamnstad Park" })[0]).toMatch(
      /^Fly ash, Hamnstad Park\. /,
    );
    const { municipality: _, ...bare } = stream;
    expect(renderStream(bare, { language: "en", park: "Harbour Park" })[0]).toMatch(
      /^Fly ash, Harbour Park\. /,
    );
  });

  it("leaves out what a row does not say", () => {
    const { producer_en, producer_fi, producer_sv, quantity, waste_code, year, uses_fi, note_sv, ...bare } =
      stream;
    const row = { ...bare, unit: undefined, hazardous: "unknown" as const };
    expect(renderStream(row, { language: "en", park: "Harbour Park" })).toEqual([
      "Fly ash, Harbour Park, Hamnstad. Quantity: quantity not given. Form: solid.",
      "Fly ash: Status: sold or delivered to a user.",
    ]);
  });
});

describe("presentQuantity()", () => {
  it.each([
    ["flow", "en", "12,000 t a year"],
    ["aggregate", "sv", "12 000 t per år (summa av flera strömmar)"],
    ["stock", "fi", "12 000 t (varasto, ei vuosivirta)"],
    ["planned", "en", "12,000 t (planned)"],
  ] as const)("of a %s in %s is %j", (kind, language, text) => {
    expect(presentQuantity({ ...stream, kind }, language)).toBe(text);
  });
});

it("renderCompany() says in each language what a company does and where, and that it is closed", () => {
  const company = companySchema.parse({
    ...rest,
    id: "satama",
    name_en: "Satama Oy",
    name_fi: "Satama Oy",
    name_sv: "Satama Oy",
    parks: "harbour-park",
    receiver_classes: "",
    municipality: "Hamnstad",
    industry_en: "Port",
    industry_fi: "Satama",
    industry_sv: "Hamn",
    products_en: "Steam 15000 t/a",
    products_fi: "Höyry 15 000 t/v",
    products_sv: "Ånga 15 000 t/år",
    services_fi: "Ahtaus",
    status: "closed",
  });
  expect(renderCompany(company, { language: "sv", parks: ["Hamnparken"] })).toEqual([
    "Satama Oy: Hamn, Hamnparken, Hamnstad, stängd (2024).",
    "Satama Oy: Produkter: Ånga 15 000 t/år.",
  ]);
  expect(renderCompany(company, { language: "fi", parks: ["Satamapuisto"] }).slice(1)).toEqual([
    "Satama Oy: Tuotteet: Höyry 15 000 t/v.",
    "Satama Oy: Palvelut: Ahtaus.",
  ]);
  expect(renderCompany(company, { language: "en", parks: ["Harbour Park"] }).slice(1)).toEqual([
    "Satama Oy: Products: Steam 15000 t/a.",
  ]);
});

describe("renderExchange()", () => {
  const exchange = exchangeSchema.parse({
    ...rest,
    id: "ash-to-road",
    donor_en: "Power plants",
    donor_fi: "Voimalaitokset",
    donor_sv: "Kraftverk",
    stream_en: "Fly ash",
    stream_fi: "Lentotuhka",
    stream_sv: "Flygaska",
    receiver_en: "Tie Oy",
    receiver_fi: "Tie Oy",
    receiver_sv: "Tie Oy",
    use_en: "road base",
    use_fi: "tien kantava kerros",
    use_sv: "bärlager",
    place_en: "Turku",
    place_fi: "Turku",
    place_sv: "Åbo",
    quantity: "15000",
    unit: "t",
    status: "running",
    note_sv: "Året är ungefärligt.",
  });

  it.each([
    [
      "en",
      "Documented exchange: Fly ash, 15,000 t, Power plants → Tie Oy. Use: road base (Turku, running, 2024).",
    ],
    [
      "fi",
      "Dokumentoitu symbioosi: Lentotuhka, 15 000 t, Voimalaitokset → Tie Oy. Käyttö: tien kantava kerros (Turku, toiminnassa, 2024).",
    ],
    [
      "sv",
      "Dokumenterat utbyte: Flygaska, 15 000 t, Kraftverk → Tie Oy. Användning: bärlager (Åbo, i drift, 2024). Året är ungefärligt.",
    ],
  ] as const)("tells donor, receiver, use and the note of the language in %s", (language, sentence) => {
    expect(renderExchange(exchange, language)).toEqual([sentence]);
  });

  it.each([
    ["pilot", "fi", "pilotti"],
    ["planned", "fi", "suunnitteilla"],
    ["planned", "sv", "planerad"],
    ["unknown", "en", "status not known"],
  ] as const)("tells the status %s in %s as %j", (status, language, word) => {
    expect(renderExchange({ ...exchange, status }, language)[0]).toContain(`, ${word}, 2024).`);
  });
});
