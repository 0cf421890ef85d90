import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { EVERY_KIND, guide } from "../../support/knowledge.ts";
import { makePdf } from "../../support/pdf.ts";
import { makeXlsx, type XlsxCell } from "../../support/xlsx.ts";
import { longTexts, texts } from "./texts.ts";

/** A file of a knowledge folder. */
export interface OddFile {
  /** Path within the folder; its ending is the kind. */
  name: string;
  content: Buffer;
}

/** Beginnings of the product's own tables, by the names under which they are known. */
const KNOWLEDGE = join(import.meta.dirname, "..", "..", "..", "knowledge");
const KNOWN_TABLES = readdirSync(KNOWLEDGE)
  .filter((file) => file.endsWith(".csv"))
  .map((file): [string, string] => [
    file,
    readFileSync(join(KNOWLEDGE, file), "utf8").split("\n").slice(0, 6).join("\n"),
  ]);

const FRONT_MATTERS = [
  "visibility: member",
  "visibility: &a [*a, *a]",
  "park: [1, 2]",
  "year: 99999999999999999999",
  "year: 2024-02-30",
  "__proto__: x",
  "? {a: 1}\n: b",
  "<<: *unknown",
  "title: !!js/function 'x'",
  "tags: [[[[[[[[[[[[[]]]]]]]]]]]]]",
  "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]",
  "id: other",
];

const SEEDS: readonly OddFile[] = [
  ...Object.entries(EVERY_KIND)
    .filter(([name]) => !/README|picture|hidden/.test(name))
    .map(([name, content]) => ({ name, content: Buffer.from(content) })),
  ...KNOWN_TABLES.map(([name, content]) => ({ name, content: Buffer.from(content) })),
  ...FRONT_MATTERS.map((line, at) => ({
    name: `guides/en/g${at}.md`,
    content: Buffer.from(guide(`g${at}`, `${line}\n`, "The park sells steam.[^harbour]")),
  })),
  {
    name: "page.html",
    content: Buffer.from(
      `<html lang=fi><title>x</title><table><tr><th rowspan=9>a<th colspan=99>b<tr><td>1<td>2</table><ul><li>x<ol><li>y</ul>`,
    ),
  },
];

/** Files that are made of generated words. */
const cells: fc.Arbitrary<XlsxCell> = fc.oneof(
  texts,
  fc.double(),
  fc.constant(undefined),
  fc.record({ formula: texts, value: texts, isError: fc.boolean() }),
);
const areas = fc.constantFrom("A1:A3", "A2:A99999999999", "ZZZ9:A1", "B2:B1048576", ":", "A1", "A:A");

const written: fc.Arbitrary<OddFile> = fc.oneof(
  fc.array(fc.oneof(texts, longTexts), { maxLength: 8 }).chain((parts) =>
    fc
      .constantFrom(["n.md", "# "], ["n.txt", ""], ["n.html", "<p>"], ["faq/fi.md", "## "])
      .map(([name = "", begin = ""]) => ({
        name,
        content: Buffer.from(parts.map((part) => begin + part).join("\n\n")),
      })),
  ),
  fc
    .tuple(
      fc.array(fc.array(fc.oneof(texts, longTexts), { maxLength: 6 }), { maxLength: 8 }),
      fc.constantFrom(",", ";", "\t", "\r"),
      fc.constantFrom("\n", "\r\n", "\r", "\n\n"),
      fc.constantFrom('"', "", "'"),
    )
    .map(([rows, comma, end, quote]) => ({
      name: "t.csv",
      content: Buffer.from(rows.map((row) => row.map((cell) => quote + cell + quote).join(comma)).join(end)),
    })),
  fc
    .tuple(fc.array(fc.array(cells, { maxLength: 5 }), { maxLength: 6 }), fc.array(areas, { maxLength: 2 }))
    .map(([rows, merged]) => ({ name: "t.xlsx", content: makeXlsx({ "Sheet <1>": rows }, merged) })),
  fc
    .array(
      fc.record({
        text: texts,
        y: fc.integer({ min: -100, max: 900 }),
        size: fc.integer({ min: -5, max: 99 }),
      }),
      { maxLength: 12 },
    )
    .map((lines) => ({
      name: "t.pdf",
      content: makePdf([lines.map((line) => ({ ...line, text: line.text.replace(/[^\x20-\xff]/g, "?") }))]),
    })),
);

const harms = fc.record({
  kind: fc.nat({ max: 11 }),
  at: fc.nat(),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  text: fc.oneof(texts, longTexts),
});

/** A good file with its bytes spoilt: flipped, cut, doubled, in another encoding, under another ending. */
const harmed: fc.Arbitrary<OddFile> = fc
  .tuple(fc.constantFrom(...SEEDS), fc.array(harms, { maxLength: 3 }))
  .map(([file, list]) => list.reduce(harmOnce, file));

function harmOnce(
  file: OddFile,
  { kind, at, bytes, text }: { kind: number; at: number; bytes: Uint8Array; text: string },
): OddFile {
  const { name, content } = file;
  const place = content.length === 0 ? 0 : at % content.length;
  const put = (...parts: (Uint8Array | string)[]) => ({
    name,
    content: Buffer.concat(parts.map((part) => Buffer.from(part))),
  });
  switch (kind) {
    case 0:
      return put(content.subarray(0, place));
    case 1:
    case 2:
      return put(
        content.subarray(0, place),
        bytes,
        content.subarray(Math.min(content.length, place + bytes.length)),
      );
    case 3:
      return put(content.subarray(0, place), text, content.subarray(place));
    case 4:
      return put(content, content);
    case 5:
      return put("\uFEFF", content);
    case 6:
      return { name, content: Buffer.from(content.toString("utf8"), "utf16le") };
    case 7:
      return {
        name,
        content: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content.toString("utf8"), "utf16le")]),
      };
    case 8:
      return { name, content: Buffer.from(content.toString("utf8"), "latin1") };
    case 9:
      return {
        name,
        content: Buffer.from(
          content.toString("latin1").replaceAll("\n", at % 2 === 0 ? "\r\n" : "\r"),
          "latin1",
        ),
      };
    case 10:
      return {
        name,
        content: Buffer.from(
          content.toString("latin1").replace(/\d+/g, () => "9".repeat((at % 12) + 1)),
          "latin1",
        ),
      };
    default:
      return {
        name: name.replace(
          /\.\w+$/,
          [".pdf", ".docx", ".xlsx", ".csv", ".md", ".html", ".txt"][at % 7] ?? "",
        ),
        content,
      };
  }
}

/** A file that somebody may lay into the knowledge folder. */
export const files: fc.Arbitrary<OddFile> = fc.oneof(
  { weight: 3, arbitrary: harmed },
  { weight: 2, arbitrary: written },
);
