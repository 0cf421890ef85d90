import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { ExportCell, ExportSheet } from "../../../bot/exports/export-sheet.ts";
import { writeCsv } from "../../../bot/exports/write-csv.ts";

const sheetOf = (...rows: ExportCell[][]): ExportSheet => ({
  name: "Sivuvirrat",
  columns: [{ title: "Nimi" }, { title: "Määrä (t)", isNumber: true }],
  rows,
});
const textOf = (sheet: ExportSheet, language: "fi" | "sv" | "en" = "fi") =>
  Buffer.from(writeCsv(sheet, language)).toString("utf8");

describe("writeCsv", () => {
  test("is UTF-8 with a byte order mark and CRLF line ends", () => {
    const bytes = writeCsv(sheetOf(["Äänekoski", 1]), "fi");
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(Buffer.from(bytes.slice(3)).toString("utf8")).toBe("Nimi;Määrä (t)\r\nÄänekoski;1\r\n");
  });

  test.each([
    ["fi", "\ufeffNimi;Määrä (t)\r\nTuhka;1234,5\r\n"],
    ["sv", "\ufeffNimi;Määrä (t)\r\nTuhka;1234,5\r\n"],
    ["en", "\ufeffNimi,Määrä (t)\r\nTuhka,1234.5\r\n"],
  ] as const)("separator and decimal sign suit the spreadsheets of %s", (language, text) => {
    const own = textOf(sheetOf(["Tuhka", 1234.5]), language).replaceAll('"', "");
    expect(own).toBe(text);
  });

  test.each([
    "=1+1",
    "+358 40 123",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    '=HYPERLINK("https://evil.example";"x")',
    "\uff1d1",
  ])("the text %j cannot become a formula", (text) => {
    const [, row] = parse(textOf(sheetOf([text, 1])), { delimiter: ";", bom: true }) as string[][];
    expect(row?.[0]).toBe(`'${text}`);
  });

  test("a negative number stays a number", () => {
    expect(textOf(sheetOf(["Tuhka", -2.5]))).toContain('Tuhka;"-2,5"');
  });

  test("quotes, separators and line ends survive, empty cells stay empty", () => {
    const rows = [
      ['sanoi "ei"; sitten\nkyllä', undefined],
      ["a,b", Number.NaN],
    ];
    const read = parse(textOf(sheetOf(...rows)), { delimiter: ";", bom: true, record_delimiter: "\r\n" });
    expect(read.slice(1)).toEqual([
      ['sanoi "ei"; sitten\nkyllä', ""],
      ["a,b", ""],
    ]);
  });
});
