import { describe, expect, it } from "vitest";
import { parseText } from "../../../indexer/read/read-text.ts";

describe("parseText()", () => {
  it("takes short lines that stand alone and lines in capitals for headings", () => {
    const { blocks } = parseText("SATAMAPUISTO\nPuisto on keksitty.\n\nTuhkat\n\nTuhkaa syntyy paljon.\n");
    expect(blocks).toEqual([
      { kind: "heading", level: 1, text: "Satamapuisto" },
      { kind: "paragraph", text: "Puisto on keksitty." },
      { kind: "heading", level: 2, text: "Tuhkat" },
      { kind: "paragraph", text: "Tuhkaa syntyy paljon." },
    ]);
  });

  it("keeps list items and a name with its contact details", () => {
    const { blocks } = parseText("• Tuhka\n• Kipsi\n\nMaija Esimerkki\n\nmaija@esimerkki.test\n");
    expect(blocks).toEqual([
      { kind: "list-item", text: "Tuhka" },
      { kind: "list-item", text: "Kipsi" },
      { kind: "contact", text: "Maija Esimerkki, maija@esimerkki.test" },
    ]);
  });

  it("reads lines parted by tabs as rows of a table, and ragged ones as text", () => {
    expect(parseText("VIRTA\tMÄÄRÄ\nTuhka\t12\nKipsi\t8").blocks).toEqual([
      { kind: "table-row", header: ["VIRTA", "MÄÄRÄ"], cells: ["Tuhka", "12"] },
      { kind: "table-row", header: ["VIRTA", "MÄÄRÄ"], cells: ["Kipsi", "8"] },
    ]);
    expect(parseText("yksi\tkaksi\nkolme").blocks).toEqual([{ kind: "paragraph", text: "yksi kaksi kolme" }]);
  });

  it("joins words cut at line ends, also over a page break", () => {
    const { blocks, alternatives } = parseText("Puiston palvelu-\n\fyhtiö vastaa laiturista.");
    expect(blocks).toEqual([{ kind: "paragraph", text: "Puiston palveluyhtiö vastaa laiturista." }]);
    expect(alternatives).toEqual(["palvelu-yhtiö"]);
  });

  it.each(["", " \n\n\t\n", "\f"])("gives nothing for %j", (text) => {
    expect(parseText(text)).toEqual({ blocks: [], alternatives: [] });
  });

  it("reads 5 MB without a single empty line, or of one word, in a few seconds", () => {
    const sentence = "Satamapuiston voimalaitos luovuttaa lentotuhkaa maarakennukseen.\n";
    const started = performance.now();
    expect(parseText(sentence.repeat(5_000_000 / sentence.length)).blocks).toHaveLength(1);
    expect(parseText("a".repeat(5_000_000)).blocks).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
