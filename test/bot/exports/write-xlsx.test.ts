import { inflateRawSync } from "node:zlib";
import { readSheet } from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import type { ExportSheet } from "../../../bot/exports/export-sheet.ts";
import { writeXlsx } from "../../../bot/exports/write-xlsx.ts";

const SHEET: ExportSheet = {
  name: "Sivuvirrat: Äänekoski / [2021] ja paljon muuta",
  columns: [{ title: "Nimi" }, { title: "Määrä (t)", isNumber: true }],
  rows: [
    ["=1+1", 1234.5],
    ['<b>&"\u0001', undefined],
    ["0123", -2],
    ["", Number.NaN],
  ],
};

/** The files inside, by name. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const files = new Map<string, string>();
  let at = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  while (at >= 0) {
    const [method, size, nameLength] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
    ];
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + size);
    files.set(name, (method === 0 ? content : inflateRawSync(content)).toString("utf8"));
    at = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]), at + 46);
  }
  return files;
}

describe("writeXlsx", () => {
  test("reads back with the same cells: numbers as numbers, texts as texts", async () => {
    const rows = await readSheet(Buffer.from(await writeXlsx(SHEET)));
    expect(rows).toEqual([
      ["Nimi", "Määrä (t)"],
      ["=1+1", 1234.5],
      ['<b>&"', null],
      ["0123", -2],
    ]);
  });

  test("holds no formula, keeps the titles in sight and bold, and names the sheet within Excel's limits", async () => {
    const files = unzip(await writeXlsx(SHEET));
    const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toContain("<cols>");
    expect(files.get("xl/styles.xml")).toContain("<b/>");
    const name = /<sheet [^>]*name="([^"]*)"/.exec(files.get("xl/workbook.xml") ?? "")?.[1];
    expect(name).toBe("Sivuvirrat Äänekoski 2021 ja pa");
  });

  test("an empty sheet is a file too", async () => {
    const rows = await readSheet(
      Buffer.from(await writeXlsx({ name: "'", columns: [{ title: "A" }], rows: [] })),
    );
    expect(rows).toEqual([["A"]]);
  });
});
