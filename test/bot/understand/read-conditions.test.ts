import { describe, expect, it } from "vitest";
import type { StreamQuery } from "../../../bot/query/stream-query.ts";
import { readRanking, readWasteCode, readYears } from "../../../bot/understand/read-conditions.ts";
import { UnreadText } from "../../../bot/understand/unread-text.ts";

type Reading = (text: UnreadText, query: StreamQuery) => void;

/** What a reading makes of a text, and what it leaves. */
function apply(reading: Reading, words: string): { query: StreamQuery; rest: string } {
  const text = new UnreadText(words);
  const query: StreamQuery = {};
  reading(text, query);
  return { query, rest: text.rest.replace(/\s+/g, " ").trim() };
}

describe("readWasteCode()", () => {
  it.each([
    ["waste code 03 03 10", "030310"],
    ["jätekoodi 030310", "030310"],
    ["avfallskoden 0303", "0303"],
    ["EWC 10 01", "1001"],
    ["waste codes starting with 10", "10"],
    ["avfallskoder som börjar på 10", "10"],
    ["jätekoodi joka alkaa 10", "10"],
    ["luku 19", "19"],
    ["03 03 10*", "030310"],
    ["030310", "030310"],
    ["190805", "190805"],
    ["waste 10 01 02, who takes it?", "100102"],
    ["jätettä 10 01 02.", "100102"],
  ])("reads a code or its beginning: %s", (words, wasteCode) => {
    expect(apply(readWasteCode, words).query.wasteCode).toBe(wasteCode);
  });

  it.each([
    "100 000 t",
    "190805 t",
    "22 000 t",
    "code 12345",
    "year 2018",
    "10",
    "1903",
    "10 01 02.5",
    "10 01 02,5 t",
  ])("takes no other figure for a code: %s", (words) => {
    expect(apply(readWasteCode, words)).toEqual({ query: {}, rest: words });
  });
});

describe("readYears()", () => {
  it.each([
    ["vuonna 2018", { from: 2018, to: 2018 }],
    ["år 2018", { from: 2018, to: 2018 }],
    ["in 2018", { from: 2018, to: 2018 }],
    ["2018:n", { from: 2018, to: 2018 }],
    ["from 2019 to 2021", { from: 2019, to: 2021 }],
    ["mellan 2019 och 2021", { from: 2019, to: 2021 }],
    ["vuosilta 2019–2021", { from: 2019, to: 2021 }],
    ["since 2022", { from: 2022 }],
    ["2019 alkaen", { from: 2019 }],
    ["från och med 2020", { from: 2020 }],
    ["2020 eller senare", { from: 2020 }],
    ["after 2020", { from: 2021 }],
    ["vuoden 2020 jälkeen", { from: 2021 }],
    ["nyare än 2020", { from: 2021 }],
    ["before 2020", { to: 2019 }],
    ["ennen vuotta 2020", { to: 2019 }],
    ["äldre än 2020", { to: 2019 }],
    ["2020 or earlier", { to: 2020 }],
    ["2020 tai vanhempi", { to: 2020 }],
    ["2020 eller tidigare", { to: 2020 }],
  ])("reads %s", (words, years) => {
    expect(apply(readYears, words).query.years).toEqual(years);
  });

  it.each(["2 018 t", "over 2000 t", "12018", "2018,5", "1812", "SS2018", "yli 2 000"])(
    "takes no amount for a year: %s",
    (words) => {
      expect(apply(readYears, words)).toEqual({ query: {}, rest: words });
    },
  );
});

describe("readRanking()", () => {
  it.each([
    ["the three largest", { sort: "largest", limit: 3 }],
    ["kolme suurinta", { sort: "largest", limit: 3 }],
    ["de tre största", { sort: "largest", limit: 3 }],
    ["the largest three", { sort: "largest", limit: 3 }],
    ["top 5", { sort: "largest", limit: 5 }],
    ["the top three", { sort: "largest", limit: 3 }],
    ["the twenty-five largest", { sort: "largest", limit: 25 }],
    ["viisi pienintä", { sort: "smallest", limit: 5 }],
    ["the ten oldest rows", { sort: "oldest", limit: 10 }],
    ["de två nyaste", { sort: "newest", limit: 2 }],
    ["largest first", { sort: "largest" }],
    ["suurin ensin", { sort: "largest" }],
    ["störst först", { sort: "largest" }],
    ["suuruusjärjestyksessä", { sort: "largest" }],
    ["sorted by size", { sort: "largest" }],
    ["efter mängd", { sort: "largest" }],
    ["in alphabetical order", { sort: "name" }],
    ["aakkosjärjestyksessä", { sort: "name" }],
    ["i bokstavsordning", { sort: "name" }],
  ])("reads an order and a number of rows: %s", (words, query) => {
    expect(apply(readRanking, words).query).toEqual(query);
  });

  it.each([
    "the largest side stream",
    "the largest gas stream in Kemi",
    "the largest fly ash of Boliden's",
    "the largest stream of gases",
    "largest biogas flow",
    "mikä on suurin",
    "suurin sivuvirta",
    "suurin lietevirta Kemissä",
    "vilken är störst",
    "den största sidoströmmen",
    "största askan i Kemi",
  ])("means one row by a singular: %s", (words) => {
    expect(apply(readRanking, words).query).toEqual({ sort: "largest", limit: 1 });
  });

  it.each([
    "the largest side streams",
    "the largest slags in Kemi-Tornio",
    "largest lime by-products over 10 t",
    "the largest heat flows",
    "What are the largest?",
    "suurimmat virrat",
    "de största sidoströmmarna",
    "de största slaggen",
    "största askorna i Kemi",
  ])("means an order by a plural: %s", (words) => {
    expect(apply(readRanking, words).query).toEqual({ sort: "largest" });
  });

  it.each([
    "the second largest",
    "toiseksi suurin",
    "näst största",
    "2nd largest",
    "the slag in Kemi",
    "a large stream",
    "suuri virta",
    "topmost",
    "stora strömmar",
  ])("reads no order in: %s", (words) => {
    expect(apply(readRanking, words)).toEqual({ query: {}, rest: words });
  });
});
