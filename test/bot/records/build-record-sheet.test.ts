import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { buildRecordSheet } from "../../../bot/records/build-record-sheet.ts";
import type { RecordKind, RecordSheet } from "../../../bot/records/record-sheet.ts";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
}, 120_000);

function sheetOf(kind: RecordKind, id: string, language: Language): RecordSheet {
  const sheet = buildRecordSheet({ kind, id }, { view, reader: "public", language });
  if (sheet === undefined) throw new Error(`No sheet of ${kind}/${id}`);
  return sheet;
}

const valuesOf = (sheet: RecordSheet, label: string) =>
  sheet.facts.filter((fact) => fact.label === label).map(({ value }) => value.replaceAll("\u00a0", " "));

describe("buildRecordSheet() of a stream", () => {
  it.each([
    ["fi", "Lentotuhka", "Määrä", "22 000 t vuodessa", ["Olomuoto", "kiinteä"], ["Luokka", "tuhka"]],
    ["sv", "Flygaska", "Mängd", "22 000 t per år", ["Form", "fast"], ["Kategori", "aska"]],
    ["en", "Fly ash", "Quantity", "22,000 t a year", ["Form", "solid"], ["Category", "ash"]],
  ] as const)("tells it in %s", (language, title, label, amount, form, category) => {
    const sheet = sheetOf("streams", "SS007", language);
    expect(sheet.title).toBe(title);
    expect(valuesOf(sheet, label)).toEqual([amount]);
    expect(valuesOf(sheet, form[0])).toEqual([form[1]]);
    expect(valuesOf(sheet, category[0])).toEqual([category[1]]);
    expect(sheet.year).toBe(2018);
    expect(sheet.sources).toEqual([
      expect.objectContaining({
        year: 2018,
        url: "https://www.slideshare.net/TurkuSciencePark/jukka-ters-digipolis",
      }),
    ]);
  });

  it("names places, park and producer in the reader's language and leads to the park", () => {
    const sheet = sheetOf("streams", "SS001", "sv");
    expect(sheet.subtitle).toBe("Outokumpu (ferrokromverket i Torneå) · Torneå");
    expect(sheet.facts).toContainEqual({
      label: "Park",
      value: "Kemi-Torneå",
      record: { kind: "parks", id: "kemi-tornio" },
    });
  });

  it("writes waste codes with spaces and says what is hazardous", () => {
    const sheet = sheetOf("streams", "SS020", "fi");
    expect(valuesOf(sheet, "Jätekoodi")).toEqual(["11 02 02"]);
    expect(valuesOf(sheet, "Vaarallinen")).toEqual(["kyllä"]);
    expect(valuesOf(sheet, "Määrä")).toEqual(["määrää ei ole annettu"]);
  });

  it("does not let a stock, a plan or a sum pass for a yearly flow", () => {
    expect(valuesOf(sheetOf("streams", "SS060", "en"), "Kind of quantity")).toEqual([
      "stock, not a yearly flow",
    ]);
    expect(valuesOf(sheetOf("streams", "SS014", "sv"), "Mängd").join()).toContain("summa av flera strömmar");
    expect(sheetOf("streams", "SS039", "fi").summary).toContain("suunniteltu");
  });
});

describe("buildRecordSheet() of companies, parks and questions", () => {
  it("tells what a company makes and takes, in three languages", () => {
    expect(valuesOf(sheetOf("companies", "boliden-kokkola", "fi"), "Raaka-aineet")).toEqual([
      "Sinkkirikasteet Bolidenin omista ja muiden kaivoksista",
    ]);
    expect(sheetOf("companies", "boliden-kokkola", "sv").summary).toBe(
      "Smältning och raffinering av zink · Karleby · 2019",
    );
    const english = sheetOf("companies", "boliden-kokkola", "en");
    expect(english.facts).toContainEqual({
      label: "Website",
      value: "www.boliden.com",
      url: "https://www.boliden.com/",
    });
    expect(english.note).toBe("550 employees");
    expect(sheetOf("companies", "boliden-kokkola", "fi").note).toBeUndefined();
  });

  it("lists every park of a company", () => {
    expect(valuesOf(sheetOf("companies", "business-tornio", "en"), "Park")).toEqual([
      "Kemi-Tornio",
      "Arctio industrial park",
    ]);
  });

  it("gives each figure of a park its own sources and year", () => {
    const sheet = sheetOf("parks", "kokkola-industrial-park", "sv");
    expect(sheet.title).toBe("Karleby storindustriområde");
    expect(valuesOf(sheet, "Arbetsplatser")).toEqual([
      "2400 direkt anställda i områdets företag (2022)",
      "Cirka 2250 anställda på området (2019)",
    ]);
    const jobs = sheet.facts.filter(({ label }) => label === "Arbetsplatser");
    const years = jobs.map(({ sources = [] }) => sources.map((at) => sheet.sources[at]?.year));
    expect(years).toEqual([[2022], [2019]]);
    expect(valuesOf(sheet, "Hamn").join()).toContain("14 m");
    expect(valuesOf(sheet, "Kontaktuppgifter").join()).toContain("johanna.hylkila@kip.fi");
  });

  it("gives a question its answer, list items marked, in each language", () => {
    const titles = LANGUAGES.map((language) => sheetOf("faq", "nine-steps", language).title);
    expect(titles).toEqual([
      "Mitkä ovat ekoteollisuuspuiston perustamisen yhdeksän vaihetta?",
      "Vilka är de nio stegen för att grunda en ekoindustripark?",
      "What are the nine steps to founding an eco-industrial park?",
    ]);
    const { paragraphs = [], sources } = sheetOf("faq", "where-to-locate", "sv");
    expect(paragraphs[0]).toBe(
      "Ett företag bör söka en ekoindustripark vars profil passar företagets bransch.",
    );
    expect(paragraphs.filter((text) => text.startsWith("• ")).length).toBe(6);
    expect(paragraphs.join()).not.toContain("[^");
    expect(sources.length).toBeGreaterThan(1);
  });

  it("has for every public record of the product a title, a summary, facts or an answer, and sources", () => {
    const { streams = [], companies = [], parks = [] } = view.index.tables;
    const questions = new Set(view.index.passages.flatMap(({ faq }) => faq?.id ?? []));
    const all: [RecordKind, string][] = [
      ...streams.map(({ id }): [RecordKind, string] => ["streams", id]),
      ...companies.map(({ id }): [RecordKind, string] => ["companies", id]),
      ...parks.map(({ id }): [RecordKind, string] => ["parks", id]),
      ...[...questions].map((id): [RecordKind, string] => ["faq", id]),
    ];
    expect(all.length).toBeGreaterThan(250);
    const poor = all.flatMap(([kind, id]) =>
      LANGUAGES.filter((language) => {
        const sheet = sheetOf(kind, id, language);
        const told = [
          sheet.title,
          sheet.subtitle ?? "",
          sheet.summary ?? "",
          ...sheet.facts.map(({ value }) => value),
        ];
        const isTold = sheet.facts.length + (sheet.paragraphs?.length ?? 0) > 0;
        const isClean = told.every((text) => !/\*\*|undefined|\n/.test(text)) && sheet.summary !== undefined;
        return !isTold || !isClean || sheet.sources.length === 0 || sheet.title.trim() === "";
      }).map((language) => `${kind}/${id} ${language}`),
    );
    expect(poor).toEqual([]);
  });

  it("gives nothing for what is not there", () => {
    const context = { view, reader: "coordinator", language: "fi" } as const;
    expect(buildRecordSheet({ kind: "streams", id: "SS999" }, context)).toBeUndefined();
    expect(buildRecordSheet({ kind: "faq", id: "constructor" }, context)).toBeUndefined();
    expect(buildRecordSheet({ kind: "parks", id: "SS007" }, context)).toBeUndefined();
  });
});
