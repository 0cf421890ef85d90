import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../indexer/read/read-markdown.ts";
import type { Block, SourceDocument } from "../../indexer/read/source-document.ts";
import { rowText, type SplitOptions, splitPassages } from "../../indexer/split-passages.ts";

const options: SplitOptions = {
  detectLanguage: (_text, declared) => declared ?? "fi",
  findSource: (id) =>
    id === "gone" ? undefined : { title: `Book ${id}`, source: id === "bare" ? "" : `https://${id}` },
};

function toDocument(blocks: Block[], more: Partial<SourceDocument> = {}): SourceDocument {
  return { file: "a.md", title: "Satama", visibility: "public", blocks, alternatives: [], ...more };
}

const split = (markdown: string, more: Partial<SourceDocument> = {}) =>
  splitPassages(toDocument(parseMarkdown(markdown).blocks, more), options);

describe("splitPassages()", () => {
  it("keeps text under its headings and never crosses one", () => {
    const passages = split("# Satama\n\nAlku.\n\n## Tuhkat\n\nTuhkaa on.\n\n## Kipsi\n\nKipsiä on.\n");
    expect(passages.map(({ headings, sentences }) => [headings, sentences.map(({ text }) => text)])).toEqual([
      [["Satama"], ["Alku."]],
      [["Satama", "Tuhkat"], ["Tuhkaa on."]],
      [["Satama", "Kipsi"], ["Kipsiä on."]],
    ]);
  });

  it("writes a table row whole, each value with its column", () => {
    const [passage] = split("| Virta | Määrä | Huom |\n|---|---|---|\n| Tuhka | 5 t |  |\n");
    expect(passage).toMatchObject({
      kind: "row",
      sentences: [{ text: "Virta: Tuhka; Määrä: 5 t", kind: "row" }],
    });
    expect(rowText({ header: ["", "b"], cells: ["x", "y", "z"] })).toBe("x; b: y; z");
  });

  it("gives each sentence the sources of the mark behind it, else the file", () => {
    const [passage] = split("Yksi on. Kaksi on.[^one] Kolme on.[^two][^bare]\n\nNeljä on.\n");
    expect(
      passage?.sentences.map(({ text, sources }) => [text, sources.map((at) => passage.sources[at]?.source)]),
    ).toEqual([
      ["Yksi on.", ["https://one"]],
      ["Kaksi on.", ["https://one"]],
      ["Kolme on.", ["https://two", "a.md"]],
      ["Neljä on.", ["a.md"]],
    ]);
  });

  it("closes a passage at about 700 characters and keeps contacts with the text above", () => {
    const paragraph = "Tuhkaa syntyy satamassa joka päivä. ".repeat(10).trim();
    const passages = split(
      `${paragraph}\n\n${paragraph}\n\nMaija Esimerkki\nmaija@esimerkki.test\n\nLoppu.\n`,
    );
    expect(passages.map(({ sentences }) => sentences.length)).toEqual([10, 11, 1]);
    expect(passages[1]?.sentences.at(-1)?.kind).toBe("contact");
  });

  it("cuts a text without empty lines behind sentences, and one without stops at spaces", () => {
    const long = "Tuhkaa syntyy satamassa joka päivä. ".repeat(100);
    const passages = split(`${long}[^one]`);
    expect(passages.length).toBeGreaterThan(4);
    expect(Math.max(...passages.map(({ sentences }) => sentences.length))).toBeLessThan(25);
    expect(
      passages.every(({ sources }) => sources.length === 1 && sources[0]?.source === "https://one"),
    ).toBe(true);
    expect(passages.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join(" ")).toBe(
      long.trim(),
    );
    const endless = split("tuhka ".repeat(2000)).flatMap(({ sentences }) =>
      sentences.map(({ text }) => text.length),
    );
    expect(Math.max(...endless)).toBeLessThanOrEqual(1000);
  });

  it("indexes the second reading of a cut word with the passage that holds it", () => {
    const alternatives = ["raakaaine", "muu-sana"];
    expect(split("Uusi raaka-aine.", { alternatives })[0]?.hidden).toEqual(["raakaaine"]);
  });

  it("keeps rank, year and park of the document, and gives none for a text without words", () => {
    const [passage] = split("Salaista.", {
      visibility: "member",
      year: 2024,
      park: "satama",
      language: "fi",
    });
    expect(passage).toMatchObject({ visibility: "member", year: 2024, park: "satama", language: "fi" });
    expect(split("# Vain otsikko\n")).toEqual([]);
  });

  it("gives the same id to the same words, another to others", () => {
    expect(split("Tuhkaa on.")[0]?.id).toBe(split("Tuhkaa on.\n")[0]?.id);
    expect(split("Tuhkaa on.")[0]?.id).not.toBe(split("Tuhkaa ei ole.")[0]?.id);
  });
});
