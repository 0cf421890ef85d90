import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSheets } from "../../../indexer/read/read-sheets.ts";
import { fixtureDocument, makeFolder } from "../../support/temporary-folder.ts";
import { makeXlsx } from "../../support/xlsx.ts";

async function readFileOf(name: string, content: string | Uint8Array) {
  const folder = await makeFolder({ [name]: content });
  return readSheets(join(folder, name));
}

describe("readSheets()", () => {
  it.each([
    ["UTF-8 with a byte order mark", Buffer.from("\uFEFFVirta;Määrä\nÅbo-liete;1,5\n")],
    ["Windows-1252", Buffer.from("Virta;Määrä\nÅbo-liete;1,5\n", "latin1")],
  ])("reads a CSV with semicolons in %s", async (_name, bytes) => {
    expect(await readFileOf("virrat.csv", bytes)).toEqual([
      {
        name: "",
        unreadableLines: [],
        rows: [
          { line: 1, cells: [{ text: "Virta" }, { text: "Määrä" }] },
          { line: 2, cells: [{ text: "Åbo-liete" }, { text: "1,5" }] },
        ],
      },
    ]);
  });

  it.each(["\n", "\r\n"])("counts lines as the file has them, line end %j", async (end) => {
    const text = ["Title", "", "a;b", `"x${end}y";1`, ";", "c;2", ""].join(end);
    const [sheet] = await readFileOf("a.csv", text);
    expect(sheet?.rows.map(({ line, cells }) => [line, cells[0]?.text])).toEqual([
      [1, "Title"],
      [3, "a"],
      [4, "x y"],
      [7, "c"],
    ]);
  });

  it("keeps the numbers of rows that a spreadsheet program shows, and numbers as numbers", async () => {
    const [first] = await readSheets(fixtureDocument("flows.xlsx"));
    expect(first?.name).toBe("Virrat");
    expect(first?.rows.map(({ line, cells }) => [line, cells[1]?.number])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, 12000],
      [4, 800.5],
      [5, 12800.5],
    ]);
    const gaps = makeXlsx({ A: [[], [], ["Virta"], [], ["Tuhka", 1.234]] });
    const [sheet] = await readFileOf("gaps.xlsx", gaps);
    expect(sheet?.rows.map(({ line }) => line)).toEqual([3, 5]);
    expect(sheet?.rows[1]?.cells[1]).toEqual({ text: "1.234", number: 1.234 });
  });

  it("marks formulas without a value and with an error, and takes the value of the others", async () => {
    const [sheet] = await readFileOf(
      "formulas.xlsx",
      makeXlsx({
        "A & B": [
          ["a", "b", "c"],
          [
            { formula: "1+1" },
            { formula: "1/0", value: "#DIV/0!", isError: true },
            { formula: "2*3", value: "6" },
          ],
          ["end"],
        ],
      }),
    );
    expect(sheet?.rows[1]?.cells).toEqual([
      { text: "", isUncomputed: true },
      { text: "", isUncomputed: true },
      { text: "6", number: 6 },
    ]);
  });

  it("gives the value of cells merged downwards to each of them", async () => {
    const sheetOf = makeXlsx(
      {
        A: [
          ["Yhtiö", "Virta"],
          ["Oy", "Tuhka"],
          [undefined, "Kuona"],
        ],
      },
      ["A2:A3"],
    );
    const [sheet] = await readFileOf("merged.xlsx", sheetOf);
    expect(sheet?.rows.map(({ cells }) => cells[0]?.text)).toEqual(["Yhtiö", "Oy", "Oy"]);
  });

  it("refuses a file that is no XLSX", async () => {
    await expect(readFileOf("fake.xlsx", "no spreadsheet")).rejects.toThrow();
  });
});
