import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { detectSeparator, readCsv, readXlsx } from "../../../indexer/read/read-table.ts";
import { fixtureDocument, makeFolder } from "../../support/temporary-folder.ts";

async function readContent(content: string | Uint8Array) {
  const folder = await makeFolder({ "table.csv": content });
  return readCsv(join(folder, "table.csv"));
}

describe("detectSeparator()", () => {
  it.each([
    ["a,b,c\n1,2,3", ","],
    ["a\tb\n1\t2", "\t"],
    ["Virta;Määrä\nTuhka;1,5\nKipsi;2,25", ";"],
    ["Virta;Määrä, t/a\nTuhka;1,5", ";"],
    ["Puiston virrat 2024\n\nVirta;Määrä;Vuosi\nTuhka;1,5;2024", ";"],
    ['name,aliases,town\n"Park","a; b; c",Åbo\nHub,d; e,Vasa', ","],
    ["one column", ";"],
    ["", ";"],
  ])("of %j is %j", (text, separator) => {
    expect(detectSeparator(text)).toBe(separator);
  });
});

describe("readCsv()", () => {
  it("keeps rows whole, with semicolons, decimal commas and quoted line breaks", async () => {
    const { blocks, faults } = await readContent('Virta;Määrä\n"Lento-\ntuhka";1,5\nKipsi;2,25\n');
    const header = ["Virta", "Määrä"];
    expect(blocks).toEqual([
      { kind: "table-row", header, cells: ["Lento- tuhka", "1,5"] },
      { kind: "table-row", header, cells: ["Kipsi", "2,25"] },
    ]);
    expect(faults).toEqual([]);
  });

  it.each([
    ["UTF-8 with a byte order mark", Buffer.from("\uFEFFYhtiö,Määrä\nSäiliö Åbo,1\n")],
    ["Windows-1252", Buffer.from("Yhtiö,Määrä\nSäiliö Åbo,1\n", "latin1")],
    ["UTF-16 as Excel writes it", Buffer.from("\uFEFFYhtiö,Määrä\nSäiliö Åbo,1\n", "utf16le")],
  ])("reads %s", async (_name, bytes) => {
    const { blocks } = await readContent(bytes);
    expect(blocks).toEqual([{ kind: "table-row", header: ["Yhtiö", "Määrä"], cells: ["Säiliö Åbo", "1"] }]);
  });

  it("names a row with a wrong number of cells and keeps the others", async () => {
    const { blocks, faults } = await readContent("a,b\n1,2\n3,4,5\n6,7\n");
    expect(blocks.map((block) => "cells" in block && block.cells)).toEqual([
      ["1", "2"],
      ["6", "7"],
    ]);
    expect(faults).toEqual([{ line: 3, reason: "has 3 cells, the header has 2" }]);
  });

  it("keeps a title above the header as text", async () => {
    const { blocks } = await readContent("Tonnia vuodessa\n\nVirta,Määrä\nTuhka,1\n");
    expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "table-row"]);
  });

  it("reads one column as a list and an empty file as nothing", async () => {
    expect((await readContent("Steam\nRail\n")).blocks).toEqual([
      { kind: "list-item", text: "Steam" },
      { kind: "list-item", text: "Rail" },
    ]);
    expect((await readContent("")).blocks).toEqual([]);
  });
});

describe("readXlsx()", () => {
  it("reads dates, numbers, sums and truth values of all sheets of a real file", async () => {
    const { blocks } = await readXlsx(fixtureDocument("flows.xlsx"));
    const header = ["Virta", "Määrä", "Päivätty", "Kuiva-aine", "Myyty"];
    expect(blocks).toEqual([
      { kind: "heading", level: 1, text: "Virrat" },
      { kind: "paragraph", text: "Satamapuiston virrat, tonnia vuodessa" },
      { kind: "table-row", header, cells: ["Lentotuhka", "12000", "2024-03-01", "0.85", "true"] },
      // 0.3 is the formula 0.1 + 0.2, the sum below is SUM(B3:B4).
      { kind: "table-row", header, cells: ["Kipsi", "800.5", "2023-12-31", "0.3", "false"] },
      { kind: "table-row", header, cells: ["Yhteensä", "12800.5", "", "", ""] },
      { kind: "heading", level: 1, text: "Mottagare på svenska" },
      { kind: "table-row", header: ["Mottagare", "Ort"], cells: ["Vägbolaget & Co", "Hamnstad"] },
      { kind: "table-row", header: ["Mottagare", "Ort"], cells: ["Skivfabriken", "Åby"] },
      { kind: "heading", level: 1, text: "Names only" },
      { kind: "list-item", text: "Harbour Steam" },
      { kind: "list-item", text: "Harbour Rail" },
    ]);
  });

  it("refuses a file that is no XLSX", async () => {
    const folder = await makeFolder({ "fake.xlsx": "not a spreadsheet" });
    await expect(readXlsx(join(folder, "fake.xlsx"))).rejects.toThrow();
  });
});
