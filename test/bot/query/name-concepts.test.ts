import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { nameConcepts } from "../../../bot/query/name-concepts.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";
import { makeStream } from "../../support/streams.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

function concepts(names: { en: string; fi: string; sv: string }): Map<string, number> {
  const stream = makeStream({ name_en: names.en, name_fi: names.fi, name_sv: names.sv });
  return nameConcepts(stream, view.index.lexicon);
}

describe("nameConcepts()", () => {
  it("holds the stuff of a name", () => {
    const found = concepts({ en: "Fly ash and slag", fi: "Lentotuhka ja kuona", sv: "Flygaska och slagg" });
    expect(found.get("trade:fly-ash")).toBe(1);
    expect(found.get("trade:slag")).toBe(1);
  });

  it("holds no plant or process that the stuff comes from", () => {
    const found = concepts({
      en: "Biogenic carbon dioxide (recovery boiler, bark boiler, lime kiln)",
      fi: "Biogeeninen hiilidioksidi (soodakattila, kuorikattila, meesauuni)",
      sv: "Biogen koldioxid (sodapanna, barkpanna, mesaugn)",
    });
    expect(found.get("trade:carbon-dioxide")).toBe(1);
    expect(found.get("trade:bark") ?? 0).toBeLessThan(1);
  });

  it("holds nothing that tells the origin", () => {
    const found = concepts({
      en: "Product gas from bark",
      fi: "Tuotekaasu kuoresta",
      sv: "Produktgas av bark",
    });
    expect(found.get("trade:bark") ?? 0).toBeLessThan(1);
  });

  it("holds nothing that the stuff is not fit for, or becomes", () => {
    const ash = concepts({
      en: "Ash unsuitable for fertiliser",
      fi: "Lannoitteeksi kelpaamaton tuhka",
      sv: "Aska som inte duger som gödsel",
    });
    expect(ash.get("trade:ash")).toBe(1);
    expect(ash.get("trade:fertiliser") ?? 0).toBeLessThan(1);
  });
});
