import { readFile, truncate } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parseIncomingActivity } from "../../bot/channels/teams/incoming-activity.ts";
import { presentAmount } from "../../bot/desk/offers/present-amount.ts";
import { readFigures } from "../../bot/model/check/read-figures.ts";
import { parseChoice } from "../../bot/model/skill-tools.ts";
import { toAmount } from "../../bot/query/amount.ts";
import { readNumber } from "../../bot/understand/read-number.ts";
import { tidyQuestion } from "../../bot/understand/tidy-question.ts";
import { loadFolder } from "../../indexer/load-folder.ts";
import { parseHtml } from "../../indexer/read/read-html.ts";
import { parseMarkdown } from "../../indexer/read/read-markdown.ts";
import { readSheets } from "../../indexer/read/read-sheets.ts";
import { splitLongBlocks } from "../../indexer/split-long-blocks.ts";
import { parseGuide } from "../../knowledge/parse-guide.ts";
import { fixtureDocument, makeFolder } from "../support/temporary-folder.ts";
import { makeXlsx } from "../support/xlsx.ts";
import { measureThread } from "./measure-thread.ts";

/** What generated cases found once, as fixed cases. */
describe("words and numbers", () => {
  it("tidyQuestion() cuts a word of hundreds of letters and runs of a sign, but no sentence of a script without spaces", () => {
    expect(tidyQuestion(`${"ﬁ".repeat(500)} tuhka`)).toBe(`${"ﬁ".repeat(100)} tuhka`);
    expect(tidyQuestion(`${"Какие".repeat(99)} зола`)).toBe(`${"Какие".repeat(20)} зола`);
    expect(tidyQuestion(`Tuhka?${",".repeat(900)} 1 000 t`)).toBe(`Tuhka?${",".repeat(10)} 1 000 t`);
    expect(tidyQuestion("園区有哪些副产品".repeat(40))).toHaveLength(320);
  });

  it("a number too large to reckon with is none, and an unknown unit has no factor", () => {
    expect(readNumber("9".repeat(308), " milj.")).toBeUndefined();
    expect(toAmount(1e308, "GWh")).toBeUndefined();
    expect(toAmount(5, "constructor")).toBeUndefined();
    expect(presentAmount({ amount: "paljon", unit: "t" }, "fi")).toBe("paljon t");
  });

  it("a model's number of 400 digits is a figure that stands in no source, and an odd name is no tool", () => {
    expect(readFigures(`It sells ${"9".repeat(400)} t.`)).toMatchObject([{ values: [Number.NaN] }]);
    for (const name of ["constructor", "__proto__", { toString: null }, null])
      expect(parseChoice({ name, arguments: {} })).toHaveProperty("problem");
  });
});

describe("parseIncomingActivity()", () => {
  const good = {
    type: "message",
    channelId: "msteams",
    serviceUrl: "https://smba.example/",
    conversation: { id: "a:1" },
    from: { id: "29:eva" },
  };

  it.each<[string, object]>([
    ["action", { type: "installationUpdate", action: {} }],
    ["recipient.name", { recipient: { id: "28:bot", name: {} } }],
    ["conversation.conversationType", { conversation: { id: "a:1", conversationType: ["personal"] } }],
    ["conversation.id", { conversation: { id: "산업단지" } }],
    ["conversation.id", { conversation: { id: "a\n1" } }],
    ["from.id", { from: { id: "29:\ud83d" } }],
    ["membersRemoved", { membersRemoved: {} }],
  ])("refuses what the SDK could not answer: %s", (field, change) => {
    expect(() => parseIncomingActivity({ ...good, ...change })).toThrow(`"${field}"`);
  });

  it("replaces halves of characters in a text", () => {
    expect(parseIncomingActivity({ ...good, text: "a\ud83d b" }).text).toBe("a\ufffd b");
  });
});

describe("files of the knowledge", () => {
  it("an alias that grows without end, or words of a whole line, become one short fault", () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c]\ne: [*d,*d,*d]`;
    for (const yaml of [bomb, `a: *${"x".repeat(9000)}`]) {
      const { faults } = parseGuide(`---\n${yaml}\n---\n`, "guides/fi/a.md");
      expect(faults).toEqual([
        expect.objectContaining({
          reason: expect.stringMatching(/^front matter cannot be read: .{5,300}$/s),
        }),
      ]);
    }
  });

  it.each<[string, () => unknown]>([
    [
      "cells that span 100 rows and columns each",
      () => parseHtml(`<table><tr>${"<td rowspan=100 colspan=100>x".repeat(5000)}</table>`),
    ],
    ["brackets that are opened only", () => parseMarkdown("![".repeat(20_000))],
    ["links that are begun only", () => parseMarkdown("[a".repeat(20_000))],
  ])("%s are read in time", async (_, read) => {
    const { cpuInMs } = await measureThread(async () => read());
    expect(cpuInMs).toBeLessThan(3000);
  });

  it("a page of elements within each other without end is refused", () => {
    expect(() => parseHtml("<div>".repeat(50_000))).toThrow("nested more than 2000 deep");
    expect(parseHtml(`<ul>${"<li>a".repeat(5000)}`).blocks.length).toBeGreaterThan(4000);
  });

  it("a text is never cut within a character", () => {
    const [first] = splitLongBlocks([{ kind: "paragraph", text: `x${"🐟".repeat(3000)}` }], 400);
    expect(first).toMatchObject({ text: expect.stringMatching(/^x(?:🐟)+$/u) });
  });

  it("an area merged down to the end of all rows is filled as far as the sheet goes", async () => {
    const folder = await makeFolder({
      "a.xlsx": makeXlsx(
        {
          a: [
            ["x", "y"],
            ["1", "2"],
          ],
        },
        ["A1:A99999999999"],
      ),
    });
    const [sheet] = await readSheets(join(folder, "a.xlsx"));
    expect(sheet?.rows.map(({ cells }) => cells[0]?.text)).toEqual(["x", "x"]);
  });

  it("a book that was written twice into one file is read, and not waited for", async () => {
    const book = await readFile(fixtureDocument("flows.xlsx"));
    const folder = await makeFolder({ "flows.xlsx": Buffer.concat([book, book]) });
    expect(await readSheets(join(folder, "flows.xlsx"))).toEqual(
      await readSheets(fixtureDocument("flows.xlsx")),
    );
    expect((await loadFolder(folder)).documents).toHaveLength(1);
  });

  it("files that would unpack to more than memory holds are named, and nothing is kept of them", async () => {
    const book = unzipSync(
      makeXlsx({
        a: [
          ["x", "y"],
          ["1", "2"],
        ],
      }),
    );
    const sheet = strFromU8(book["xl/worksheets/sheet1.xml"] as Uint8Array);
    const far = sheet.replace(
      "</sheetData>",
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    );
    const folder = await makeFolder({
      "bomb.docx": zipSync({ "word/document.xml": new Uint8Array(40_000_000) }),
      "bomb.xlsx": zipSync({ ...book, "xl/media/x.bin": new Uint8Array(40_000_000) }),
      "far.xlsx": zipSync({ ...book, "xl/worksheets/sheet1.xml": strToU8(far) }),
      "large.csv": "",
      "cell.csv": `a,b\n1,2\n"${"x ".repeat(600_000)}",3\n`,
    });
    await truncate(join(folder, "large.csv"), 200_000_000);
    const before = process.memoryUsage().rss;
    const { documents, faults } = await loadFolder(folder);
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
    expect(documents.map(({ file }) => file)).toEqual(["cell.csv"]);
    expect(faults.map(({ file, line, reason }) => [file, line, reason])).toEqual([
      [
        "bomb.docx",
        undefined,
        'cannot be read: its part "document.xml" unpacks to more than 32 MB: split it',
      ],
      ["bomb.xlsx", undefined, 'cannot be read: its part "x.bin" unpacks to more than 32 MB: split it'],
      ["cell.csv", expect.any(Number), "cannot be split into cells"],
      ["far.xlsx", undefined, expect.stringContaining("row 1048576, column 16384")],
      ["large.csv", undefined, "cannot be read: it holds 191 MB, at most 16 MB are read: split it"],
    ]);
  });
});
