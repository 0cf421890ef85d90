import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { buildRecordCard } from "../../../bot/records/build-record-card.ts";
import { buildRecordSheet } from "../../../bot/records/build-record-sheet.ts";
import { RECORD_KINDS, type RecordSheet } from "../../../bot/records/record-sheet.ts";
import { searchRecords } from "../../../bot/records/search-records.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

const URL_OF_PAGE = "https://chat.example.fi/records/streams/SS007?lang=sv";
/** Cards beyond this are cut or refused by some clients; ours stay well below. */
const MOST_BYTES = 8000;

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
}, 120_000);

/** A sheet whose every text could do harm or is far too long. */
const wild = (text: string): RecordSheet => ({
  kind: "faq",
  id: "wild",
  title: text,
  subtitle: text,
  summary: text,
  facts: Array.from({ length: 100 }, (_, at) => ({ label: `${text.slice(0, 50)} ${at}`, value: text })),
  paragraphs: Array.from({ length: 100 }, () => text),
  sources: Array.from({ length: 100 }, () => ({ title: text, year: 2020 })),
  note: text,
});

describe("buildRecordCard()", () => {
  it.each([
    ["fi", "Sivuvirta · Kemi, Tornio", "Avaa", /^Lähteet: Digipolis .*\(2018\)$/],
    ["sv", "Sidoström · Kemi, Torneå", "Öppna", /^Källor: Digipolis .*\(2018\)$/],
    ["en", "Side stream · Kemi, Tornio", "Open", /^Sources: Digipolis .*\(2018\)$/],
  ] as const)("shows a stream in %s", (language, subtitle, open, source) => {
    const sheet = buildRecordSheet({ kind: "streams", id: "SS007" }, { view, reader: "public", language });
    const card = buildRecordCard(sheet as RecordSheet, { language, url: URL_OF_PAGE });
    expect(card.version).toBe("1.5");
    expect(card.actions).toEqual([{ type: "Action.OpenUrl", title: open, url: URL_OF_PAGE }]);
    expect(card.body[1]?.text).toBe(subtitle);
    expect(card.body.find(({ type }) => type === "FactSet")?.facts).toHaveLength(sheet?.facts.length ?? 0);
    expect(card.body.at(-1)?.text).toMatch(source);
    expect(card.speak).toBe(`${sheet?.title}. ${subtitle}`);
    expect(card.fallbackText).toBe(`${sheet?.title}: ${sheet?.summary}`);
  });

  it("has no button without an address, and the answer of a question", () => {
    const context = { view, reader: "public", language: "en" } as const;
    const sheet = buildRecordSheet({ kind: "faq", id: "fiss" }, context) as RecordSheet;
    const card = buildRecordCard(sheet, { language: "en" });
    expect(card.actions).toBeUndefined();
    expect(card.body.some(({ type }) => type === "FactSet")).toBe(false);
    expect(JSON.stringify(card.body)).toContain("Finnish Industrial Symbiosis System");
  });

  it("stays small for every record in every language", async () => {
    for (const kind of RECORD_KINDS) {
      for (const language of LANGUAGES) {
        const context = { view, reader: "coordinator", language } as const;
        const { results, total } = await searchRecords({ kind, text: "", count: 100 }, context);
        const { results: rest } = await searchRecords({ kind, text: "", count: 100, skip: 100 }, context);
        expect(results.length + rest.length).toBe(total);
        const large = [...results, ...rest].filter((record) => {
          const sheet = buildRecordSheet(record, context) as RecordSheet;
          return (
            Buffer.byteLength(JSON.stringify(buildRecordCard(sheet, { language, url: URL_OF_PAGE }))) >
            MOST_BYTES
          );
        });
        expect(large).toEqual([]);
      }
    }
  });

  it("cuts what is too long, without half a letter", () => {
    for (const text of ["ä".repeat(20_000), "word ".repeat(5000), "😀".repeat(9000)]) {
      const card = JSON.stringify(buildRecordCard(wild(text), { language: "fi" }));
      expect(Buffer.byteLength(card)).toBeLessThan(2 * MOST_BYTES);
      expect(card).not.toMatch(/\\ud[89a-f]/i);
    }
  });

  it("shows marks of Markdown and HTML as they stand", () => {
    const card = buildRecordCard(wild("<script>x</script> [y](https://evil.example) **b**"), {
      language: "en",
    });
    const facts = card.body.find(({ type }) => type === "FactSet")?.facts as {
      title: string;
      value: string;
    }[];
    const texts = [...card.body.map((block) => String(block.text ?? "")), ...facts.flatMap(Object.values)];
    for (const text of texts) expect(text.replace(/\\[\\*_[\]<>]/g, "")).not.toMatch(/[<>[\]*]/);
  });
});
