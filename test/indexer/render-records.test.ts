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
  producer: "Satama Oy",
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
    const { producer, quantity, waste_code, year, uses_fi, note_sv, ...bare } = stream;
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

it("renderCompany() says what a company does and where, and that it is closed", () => {
  const company = companySchema.parse({
    ...rest,
    id: "satama",
    name: "Satama Oy",
    parks: "harbour-park",
    municipality: "Hamnstad",
    industry_en: "Port",
    industry_fi: "Satama",
    industry_sv: "Hamn",
    products: "Steam",
    status: "closed",
  });
  expect(renderCompany(company, { language: "sv", parks: ["Hamnparken"] })).toEqual([
    "Satama Oy: Hamn, Hamnparken, Hamnstad, stängd (2024).",
    "Satama Oy: Produkter: Steam.",
  ]);
});

it("renderExchange() tells donor, receiver and use in one sentence", () => {
  const exchange = exchangeSchema.parse({
    ...rest,
    id: "ash-to-road",
    donor: "Satama Oy",
    stream: "Fly ash",
    receiver: "Tie Oy",
    use: "road base",
    quantity: "1500",
    unit: "t",
    status: "running",
  });
  expect(renderExchange(exchange, "en")).toEqual([
    "Documented exchange: Fly ash, 1,500 t, Satama Oy → Tie Oy. Use: road base (running, 2024).",
  ]);
});
