import { join } from "node:path";
import { expect, it } from "vitest";
import { readDocx } from "../../../indexer/read/read-docx.ts";
import { fixtureDocument, makeFolder } from "../../support/temporary-folder.ts";

it("readDocx() keeps title, headings, lists and table rows, and drops soft hyphens", async () => {
  const { blocks } = await readDocx(fixtureDocument("handbook.docx"));
  const header = ["Ström", "Mängd", "Mottagare"];
  expect(blocks).toEqual([
    { kind: "heading", level: 1, text: "Hamnparkens handbok" },
    { kind: "heading", level: 1, text: "Allmänt" },
    { kind: "paragraph", text: "Hamnparken är en påhittad industripark med 14 företag." },
    { kind: "paragraph", text: "Ordet cirkulär skrivs här med mjukt bindestreck." },
    { kind: "heading", level: 2, text: "Strömmar" },
    { kind: "list-item", text: "Flygaska till vägbygge" },
    { kind: "list-item", text: "Gips till skivfabriken" },
    { kind: "table-row", header, cells: ["Flygaska", "12 000 t", "Vägbolaget"] },
    // The first cell spans both rows, so the second row must not move to the left.
    { kind: "table-row", header, cells: ["Flygaska", "3 000 t", "Skogsbolaget"] },
    // Two paragraphs in one cell are two words.
    { kind: "table-row", header, cells: ["Gips", "800 t", "Skiv fabriken"] },
    { kind: "heading", level: 2, text: "Kontakt" },
    { kind: "paragraph", text: "Fråga portvakten först." },
  ]);
});

it("readDocx() refuses a file that is no DOCX", async () => {
  const folder = await makeFolder({ "fake.docx": "not a docx" });
  await expect(readDocx(join(folder, "fake.docx"))).rejects.toThrow();
});
