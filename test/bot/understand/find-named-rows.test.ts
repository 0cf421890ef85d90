import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { findCompany, findStream } from "../../../bot/understand/find-named-rows.ts";
import type { Language, Reader } from "../../../knowledge/languages.ts";
import { askFiles, openOwnKnowledge, questionOf } from "../../support/own-index.ts";
import { companyRow, partnerFiles, streamRow } from "../../support/partner-knowledge.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

function stream(text: string, context: { language?: Language; from?: KnowledgeView; reader?: Reader } = {}) {
  const { language = "en", from = view, reader = "public" } = context;
  const stuff = from.partners.readStuff(text, language);
  return findStream(questionOf(text, { language, view: from }), { view: from, reader, stuff });
}

describe("findStream()", () => {
  it("finds a row by its id, and no other for an id that is none", () => {
    expect(stream("Who could take SS001?")?.id).toBe("SS001");
    expect(stream("Who could take SS99999, Boliden's jarosite?")).toBeUndefined();
    expect(stream("Who could take MASS001?")).toBeUndefined();
  });

  it.each<[Language, string]>([
    ["en", "Who could take Boliden's jarosite?"],
    ["fi", "Kuka voisi ottaa Bolidenin jarosiittia?"],
    ["sv", "Vem kunde ta emot Bolidens jarosit?"],
  ])("finds a row by its producer and stuff, in %s: %s", (language, text) => {
    const row = stream(text, { language });
    expect(row?.producer_en).toContain("Boliden");
    expect(row?.name_en).toContain("Jarosite");
  });

  it("takes the first free row where a producer's side streams are asked about in general", () => {
    const row = stream("Who could take the side streams of Boliden?");
    expect(row?.producer_en).toContain("Boliden");
    expect(["available", "landfilled", "stored", "unknown"]).toContain(row?.status);
  });

  it.each<[Language, string]>([
    ["en", "Who could take Boliden's gubbins?"],
    ["en", "Who could use our gubbins in Kemi?"],
    ["fi", "Kenelle voisimme antaa möhnäämme Kemissä?"],
    ["sv", "Vem kunde ta vårt skrufs i Karleby?"],
    ["en", "Who could take Boliden's whey?"],
    ["en", "Who could take our fly ash?"],
  ])("guesses no row from a town, or from a producer of other stuff, in %s: %s", (language, text) => {
    expect(stream(text, { language })).toBeUndefined();
  });

  it("finds no row that the reader may not see", async () => {
    const streams = [streamRow({ id: "SS901", producer_en: "Zephyr", visibility: "member" })];
    const from = (await askFiles(partnerFiles({ streams }))).view;
    for (const text of ["Who could take SS901?", "Who could take Zephyr's fly ash?"]) {
      expect(stream(text, { from }), text).toBeUndefined();
      expect(stream(text, { from, reader: "member" })?.id, text).toBe("SS901");
    }
  });
});

describe("findCompany()", () => {
  const company = (text: string) => findCompany(text, { view, reader: "public" })?.name_en;

  it("knows a company by its name without the legal form, inflected or not", () => {
    expect(company("What could Soilfood take?")).toBe("Soilfood Oy");
    expect(company("mitä soilfoodille kelpaisi?")).toBe("Soilfood Oy");
  });

  it("knows a company whose name is a word by its capital alone", () => {
    expect(company("Mitä Nesteelle kelpaisi?")).toContain("Neste");
    for (const text of ["Kuka ottaisi nestemäistä ammoniakkia?", "nesteen käsittely", "Nestettä 5 t"])
      expect(company(text), text).toBeUndefined();
  });

  it.each(["What could we take?", "Antisoilfood", ""])("knows none in: %s", (text) => {
    expect(company(text)).toBeUndefined();
  });

  it("knows none that the reader may not see", async () => {
    const companies = [companyRow({ id: "zephyr", name: "Zephyr Oy", visibility: "member" })];
    const from = (await askFiles(partnerFiles({ companies }))).view;
    const text = "What could Zephyr take?";
    expect(findCompany(text, { view: from, reader: "public" })).toBeUndefined();
    expect(findCompany(text, { view: from, reader: "member" })?.id).toBe("zephyr");
  });
});
