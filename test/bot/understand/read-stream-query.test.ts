import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { StreamQuery } from "../../../bot/query/stream-query.ts";
import { asksStreams } from "../../../bot/understand/asks-streams.ts";
import { readStreamQuery } from "../../../bot/understand/read-stream-query.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge, questionOf } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

function read(language: Language, text: string) {
  const question = questionOf(text, { language, view });
  const result = readStreamQuery(question, { view, reader: "public" });
  return { ...result, asks: asksStreams(question, result) };
}

const LIME: StreamQuery = {
  categories: ["lime"],
  parks: ["kemi-tornio"],
  places: ["kemi-tornio"],
  quantity: { dimension: "mass", min: 10_000, isMinExcluded: true },
};

describe("readStreamQuery()", () => {
  it.each<[Language, string, StreamQuery]>([
    ["fi", "Mitä kalkkisivuvirtoja Kemi-Torniossa syntyy yli 10 000 t vuodessa?", LIME],
    ["sv", "Vilka kalkbiprodukter över 10 000 ton finns i Kemi-Torneå?", LIME],
    ["en", "Which lime by-products over 10 000 t are there in Kemi-Tornio?", LIME],
    ["en", "Which side streams are sold or stored?", { statuses: ["sold", "stored"] }],
    ["fi", "Mitkä sivuvirrat ovat saatavilla tai varastossa?", { statuses: ["available", "stored"] }],
    [
      "sv",
      "Vilka sidoströmmar finns utom flygaska och slagg?",
      { except: { materials: ["trade:fly-ash"], categories: ["slag"] } },
    ],
    [
      "fi",
      "tuhkavirrat lentotuhkaa lukuun ottamatta",
      { categories: ["ash"], except: { materials: ["trade:fly-ash"] } },
    ],
    [
      "en",
      "Side streams of Boliden except sulphuric acid",
      { producers: ["boliden"], except: { materials: ["trade:sulphuric-acid"] } },
    ],
    [
      "fi",
      "kuonat paitsi Raahessa",
      { categories: ["slag"], except: { parks: ["raahe"], places: ["raahe"] } },
    ],
    ["en", "Which sludges have no amount?", { categories: ["sludge"], hasQuantity: false }],
    ["sv", "Vilka slam har ingen mängd?", { categories: ["sludge"], hasQuantity: false }],
    ["sv", "Var uppstår mest slagg?", { categories: ["slag"], groupBy: "park", measure: "sum" }],
    ["fi", "Metsä Fibren sivuvirrat", { producers: ["metsä fibre"] }],
    ["fi", "Outokummun sivuvirrat", { producers: ["outokumpu"] }],
    ["sv", "Bolidens farliga sidoströmmar", { producers: ["boliden"], hazardous: "yes" }],
    ["en", "side streams of Yara that are not hazardous", { producers: ["yara"], hazardous: "no" }],
    ["en", "SS007 and SS001", { ids: ["SS007", "SS001"] }],
    ["en", "How many side streams are there per park?", { groupBy: "park", measure: "count" }],
    ["fi", "sivuvirrat kunnittain", { groupBy: "municipality" }],
    ["sv", "sidoströmmar per kategori", { groupBy: "category" }],
    ["fi", "Paljonko kuonaa syntyy yhteensä?", { categories: ["slag"], measure: "sum" }],
    ["sv", "Hur stor är den genomsnittliga slaggströmmen?", { categories: ["slag"], measure: "average" }],
    [
      "en",
      "landfilled sludges since 2020",
      { categories: ["sludge"], statuses: ["landfilled"], years: { from: 2020 } },
    ],
    ["fi", "nestemäiset sivuvirrat Harjavallassa", { forms: ["liquid"], places: ["harjavalta"] }],
    ["sv", "gasformiga strömmar i Uleåborg", { forms: ["gas"], places: ["oulu"] }],
    ["en", "planned side streams", { kinds: ["planned"] }],
    ["fi", "lietteet, joiden määrää ei tiedetä", { categories: ["sludge"], hasQuantity: false }],
    ["en", "side streams with waste code 03 03", { wasteCode: "0303" }],
    [
      "en",
      "fly ash and lime streams",
      { materials: ["trade:fly-ash"], categories: ["lime"], isBothStuffs: false },
    ],
    ["en", "zinc slag streams", { materials: ["trade:zinc"], categories: ["slag"], isBothStuffs: true }],
    ["en", "solid carbon in Oulu", { materials: ["trade:solid-carbon"], places: ["oulu"] }],
    ["fi", "kolme suurinta tuhkavirtaa", { categories: ["ash"], sort: "largest", limit: 3 }],
    [
      "fi",
      "yli 10 000 t kalkkivirtoja Kemissä, alle 50 000 t",
      {
        categories: ["lime"],
        places: ["kemi"],
        quantity: { dimension: "mass", min: 10_000, isMinExcluded: true, max: 50_000, isMaxExcluded: true },
      },
    ],
  ])("reads every filter, in %s: %s", (language, text, query) => {
    const result = read(language, text);
    expect(result.query).toEqual(query);
    expect(result.left).toEqual([]);
    expect(result.asks).toBe(true);
  });

  it.each<[Language, string, readonly string[]]>([
    ["en", "side streams in Narnia", ["narnia"]],
    ["en", "the second largest side stream", ["largest"]],
    ["fi", "helikopterista syntyvät sivuvirrat", ["helikopterista"]],
    ["sv", "sidoströmmar med dålig lukt", ["lukt"]],
  ])("leaves words that no filter explains, in %s: %s", (language, text, left) => {
    const result = read(language, text);
    expect(result.left).toEqual(expect.arrayContaining([...left]));
    expect(result.asks).toBe(false);
  });
});

describe("asksStreams()", () => {
  it.each<[Language, string]>([
    ["en", "What is jarosite?"],
    ["fi", "Mitä on viherlipeäsakka?"],
    ["sv", "Vad är flygaska?"],
    ["en", "Where is Kokkola?"],
    ["en", "How much is there?"],
    ["en", "Who can use our ash?"],
    ["fi", "Miksi kuonaa syntyy?"],
    ["sv", "Vad kostar flygaska?"],
    ["en", "How much ash will arise in 2035?"],
    ["en", "Which sludges contain zinc?"],
    ["en", "Which slags are no longer sold?"],
    ["en", "Which heat streams are over 50 GWh or under 2000 MWh?"],
    ["en", "Side streams from 2018 or 2019"],
    ["fi", "Voiko lentotuhkaa käyttää betonissa?"],
    ["sv", "Hur används slagg?"],
  ])("takes no other question for one to the table, in %s: %s", (language, text) => {
    expect(read(language, text).asks).toBe(false);
  });

  it.each<[Language, string]>([
    ["en", "List all side streams"],
    ["fi", "Luettele kaikki sivuvirrat"],
    ["sv", "Visa alla sidoströmmar"],
    ["en", "Where does fly ash arise?"],
    ["fi", "Missä syntyy lentotuhkaa?"],
    ["sv", "Var uppstår flygaska?"],
    ["en", "What is the largest side stream?"],
    ["en", "hazardous waste in Kokkola"],
  ])("knows a question to the table, in %s: %s", (language, text) => {
    expect(read(language, text).asks).toBe(true);
  });
});
