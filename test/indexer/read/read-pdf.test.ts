import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPdf, withoutRunningHeads } from "../../../indexer/read/read-pdf.ts";
import { makePdf } from "../../support/pdf.ts";
import { fixtureDocument, makeFolder } from "../../support/temporary-folder.ts";

describe("readPdf()", () => {
  it("keeps headings and paragraphs, joins cut words and drops running heads of a real file", async () => {
    const { blocks, alternatives } = await readPdf(fixtureDocument("harbour-park.pdf"));
    expect(blocks.map(({ kind }) => kind)).toEqual([
      "heading",
      "paragraph",
      "paragraph",
      "heading",
      "paragraph",
      "paragraph",
      "heading",
      "paragraph",
      "paragraph",
      "contact",
    ]);
    const text = JSON.stringify(blocks);
    expect(blocks[0]).toMatchObject({ text: "Satamapuiston sivuvirrat" });
    expect(text).toContain("säästävät luonnonvaroja, kun ne ottavat toistensa sivuvirtoja raaka-aineeksi");
    expect(text).toContain("Kemi-Tornion alueen naapuri, ja se ostaa energia- ja materiaalivirtoja");
    expect(text).not.toMatch(/Puistotiedote|Sivu \d/);
    expect(blocks.at(-1)).toEqual({
      kind: "contact",
      text: "Maija Esimerkki, +358 40 000 0000, maija@esimerkki.test",
    });
    expect(alternatives).toEqual([
      "luonnon-varoja",
      "kiertotaloussuunnitelmaluonnoksen-valmisteluaikataulutaulukkoluettelo",
      "palvelu-yhtiö",
    ]);
  });

  it("reads columns that stand apart as rows of a table", async () => {
    const row = (y: number, cells: string[]) =>
      cells.map((text, column) => ({ text, x: 50 + column * 150, y }));
    const folder = await makeFolder({
      "table.pdf": makePdf([
        [
          { text: "Flows of the park", y: 700, size: 18 },
          { text: "The table lists what the invented companies sold.", y: 660 },
          ...row(630, ["Flow", "Tonnes", "Buyer"]),
          ...row(616, ["Fly ash", "12 000", "Road works"]),
          ...row(602, ["Gypsum", "800", "Board mill"]),
          { text: "Figures are rounded.", y: 560 },
        ],
      ]),
    });
    const { blocks } = await readPdf(join(folder, "table.pdf"));
    const header = ["Flow", "Tonnes", "Buyer"];
    expect(blocks).toEqual([
      { kind: "heading", level: 2, text: "Flows of the park" },
      { kind: "paragraph", text: "The table lists what the invented companies sold." },
      { kind: "table-row", header, cells: ["Fly ash", "12 000", "Road works"] },
      { kind: "table-row", header, cells: ["Gypsum", "800", "Board mill"] },
      { kind: "paragraph", text: "Figures are rounded." },
    ]);
  });

  it("refuses a file that is no PDF, and one without text", async () => {
    const folder = await makeFolder({ "fake.pdf": "not a pdf", "scan.pdf": makePdf([[]]) });
    await expect(readPdf(join(folder, "fake.pdf"))).rejects.toThrow("Invalid PDF structure");
    await expect(readPdf(join(folder, "scan.pdf"))).rejects.toThrow("holds no text, perhaps it is a scan");
  });
});

describe("withoutRunningHeads()", () => {
  const toLines = (...texts: string[]) => texts.map((text) => ({ text }));

  it("drops up to two lines at each end that recur, digits aside", () => {
    const pages = ["a", "b", "c"].map((word, at) =>
      toLines("Park news", "2024", word, `${word} ends`, `Page ${at}`),
    );
    expect(withoutRunningHeads(pages).map((lines) => lines.map(({ text }) => text))).toEqual([
      ["a", "a ends"],
      ["b", "b ends"],
      ["c", "c ends"],
    ]);
  });

  it("leaves fewer than three pages as they are", () => {
    const pages = [toLines("Head", "a"), toLines("Head", "b")];
    expect(withoutRunningHeads(pages)).toEqual(pages);
  });
});
