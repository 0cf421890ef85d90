import { describe, expect, it } from "vitest";
import { finnishInfinitives } from "../../../indexer/lexicon/finnish-infinitives.ts";

describe("finnishInfinitives()", () => {
  it.each([
    ["alkaa", "alettiin aletaan alettu alkaessa alkoi alkoivat alkaisi alkava alkavat alkamassa"],
    ["rakentaa", "rakennettiin rakensi rakennetaan rakentavat rakentanut"],
    ["kertoa", "kerrottiin kerrotaan kertoo kertovat"],
    ["sanoa", "sanottiin sanovat sanoisi"],
    ["lähteä", "lähtee lähtevät lähdettiin"],
    ["hyväksyä", "hyväksyttiin hyväksyy hyväksyi"],
    ["päättää", "päätettiin päätti päättävät"],
    ["etsiä", "etsitään etsivät etsii"],
    ["tuoda", "tuotiin tuodaan tuovat"],
    ["myydä", "myytiin myydään myyvät"],
    ["ennakoida", "ennakoitiin ennakoitu"],
    ["tulla", "tultiin tullaan tullut tulee tulevat"],
    ["nousta", "noustaan nousee noussut"],
    ["suunnitella", "suunniteltiin suunnittelee suunnitteli"],
    ["työskennellä", "työskentelee työskentelevät"],
    ["haluta", "haluttiin halutaan haluavat halusi halunnut"],
    ["tavata", "tavattiin tapaa tapaavat"],
    ["kerätä", "kerättiin keräävät keräsi"],
    ["tarvita", "tarvittiin tarvitaan tarvitsee tarvitsevat tarvinnut"],
    ["vanheta", "vanhenee vanhenevat"],
  ])("leads to %s from %s", (infinitive, forms) => {
    const missing = forms.split(" ").filter((form) => !finnishInfinitives(form).includes(infinitive));
    expect(missing).toEqual([]);
  });

  it("guesses nothing from a few letters or a word too long to be one", () => {
    expect(finnishInfinitives("oli")).toEqual([]);
    expect(finnishInfinitives(`${"a".repeat(30)}ttiin`)).toEqual([]);
  });
});
