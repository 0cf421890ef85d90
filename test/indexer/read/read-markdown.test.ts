import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../../indexer/read/read-markdown.ts";

const blocksOf = (body: string) => parseMarkdown(body).blocks;

describe("parseMarkdown()", () => {
  it("reads headings, paragraphs, list items and tables, marks of emphasis and links left out", () => {
    const body = [
      "# Satama *puisto* #",
      "",
      "Ensimmäinen **rivi**",
      "ja [toinen](https://example.org) `rivi`.[^park-network]",
      "",
      "- kohta yksi",
      "  jatkuu tässä",
      "1. kohta kaksi",
      "",
      "| Virta | Määrä |",
      "| --- | ---: |",
      "| Tuhka \\| kuona | 1,5 |",
    ].join("\n");
    expect(blocksOf(body)).toEqual([
      { kind: "heading", level: 1, text: "Satama puisto" },
      { kind: "paragraph", text: "Ensimmäinen rivi ja toinen rivi.[^park-network]" },
      { kind: "list-item", text: "kohta yksi jatkuu tässä" },
      { kind: "list-item", text: "kohta kaksi" },
      { kind: "table-row", header: ["Virta", "Määrä"], cells: ["Tuhka | kuona", "1,5"] },
    ]);
  });

  it("reads underlined headings, tables without outer bars, quotations and reference links", () => {
    const body =
      "Puisto\n======\n\nAlue\n---\n\n> Lainattu [teksti][1].\n\na | b\n--|--\n1 | 2\n\n[1]: https://example.org\n";
    expect(blocksOf(body)).toEqual([
      { kind: "heading", level: 1, text: "Puisto" },
      { kind: "heading", level: 2, text: "Alue" },
      { kind: "paragraph", text: "Lainattu teksti." },
      { kind: "table-row", header: ["a", "b"], cells: ["1", "2"] },
    ]);
  });

  it("drops rules, comments and fences, and keeps the words of code", () => {
    const body = "Yksi.\n\n---\n\n<!-- ei\n\nnäy -->\n***\n\n```sh\n# npm start\n```\n";
    expect(blocksOf(body)).toEqual([
      { kind: "paragraph", text: "Yksi." },
      { kind: "paragraph", text: "npm start" },
    ]);
  });

  it("does not take a year at the start of a line for a list", () => {
    expect(blocksOf("Puisto avattiin vuonna\n2019. Sen jälkeen se kasvoi.")).toEqual([
      { kind: "paragraph", text: "Puisto avattiin vuonna 2019. Sen jälkeen se kasvoi." },
    ]);
  });

  it("keeps contact lines together", () => {
    expect(blocksOf("Maija Esimerkki\nmaija@esimerkki.test\n+358 40 000 0000")).toEqual([
      { kind: "contact", text: "Maija Esimerkki, maija@esimerkki.test, +358 40 000 0000" },
    ]);
  });

  it("gives nothing for an empty body, with either line end", () => {
    expect(blocksOf("")).toEqual([]);
    expect(blocksOf("# A\r\n\r\nb\r\nc\r\n")).toEqual(blocksOf("# A\n\nb\nc\n"));
  });
});
