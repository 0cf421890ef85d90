import { readFile } from "node:fs/promises";
import { describe, expect, it, test } from "vitest";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { type FaqEntry, parseFaq } from "../../knowledge/parse-faq.ts";
import { findUnwritable, type WritableFaqEntry, writeFaq } from "../../knowledge/write-faq.ts";

const ENTRY: WritableFaqEntry = {
  id: "gate",
  question: "When is the gate open?",
  variants: [],
  visibility: "public",
  answerWithMarks: "The gate opens at six. [^book]",
};

/** An entry without its place in the file. */
function withoutPlace({ file: _file, line: _line, ...entry }: FaqEntry): Omit<FaqEntry, "file" | "line"> {
  return entry;
}

function roundTrip(entries: readonly WritableFaqEntry[]): FaqEntry[] {
  const { entries: read, faults } = parseFaq(writeFaq(entries), { language: "en" });
  expect(faults).toEqual([]);
  return read;
}

describe("writeFaq()", () => {
  test.each(LANGUAGES)("writes knowledge/faq/%s.md back letter by letter", async (language) => {
    const content = await readFile(`knowledge/faq/${language}.md`, "utf8");
    const preamble = content.slice(0, content.indexOf("\n## "));
    const { entries } = parseFaq(content, { language });
    expect(entries.length).toBeGreaterThan(40);
    expect(writeFaq(entries, { preamble })).toBe(content);
  });

  test.each(LANGUAGES)("writes the desk-like entries of %s so that they are read again", async (language) => {
    const content = await readFile(`test/quality/faq-desk/${language}.md`, "utf8");
    const { entries, faults } = parseFaq(content, { language });
    expect(faults).toEqual([]);
    const again = parseFaq(writeFaq(entries), { language });
    expect(again.faults).toEqual([]);
    expect(again.entries.map(withoutPlace)).toEqual(entries.map(withoutPlace));
  });

  it.each<[name: string, changes: Partial<WritableFaqEntry>]>([
    ["quotation marks", { question: 'What is a "gate"?', answerWithMarks: 'It\'s a "gate". [^a]' }],
    ["bars and backslashes", { variants: ["a|b", "c\\", "\\|", "d \\ e"], tags: ["x|y"] }],
    ["headings of a third level", { answerWithMarks: "### Hours\n\nSix. [^a]\n##no heading" }],
    ["what looks like a detail", { answerWithMarks: "- id: other\n- also: this\n\n- list. [^a]" }],
    ["marks of a heading in the question", { question: "# What is ## here?" }],
    [
      "tables, code and several paragraphs",
      { answerWithMarks: "| a | b |\n|---|---|\n| 1 | 2 [^a] |\n\n`x`" },
    ],
    [
      "every detail",
      {
        park: "eco3",
        year: 2026,
        changed: "2026-11-22",
        until: "2027-12-31",
        tags: ["ash"],
        visibility: "member",
        ownSources: [
          { title: "A | B", url: "https://example.org/?q=a|b", year: 2026 },
          { title: "Told", year: 2025 },
        ],
        answerWithMarks: "It opens at six.",
      },
    ],
  ])("keeps %s", (_name, changes) => {
    const entry = { ...ENTRY, ...changes };
    const [read] = roundTrip([entry]);
    expect(read).toMatchObject(entry);
  });

  it("keeps no empty variants, blanks at the ends or carriage returns", () => {
    const [read] = roundTrip([
      {
        ...ENTRY,
        question: " Q? ",
        variants: [" a ", "", "  "],
        answerWithMarks: "\r\nA. [^a]\r\nB. [^b]\r\n",
      },
    ]);
    expect(read).toMatchObject({ question: "Q?", variants: ["a"], answerWithMarks: "A. [^a]\nB. [^b]" });
  });

  it.each<[reason: string, changes: Partial<WritableFaqEntry>]>([
    [
      "the answer holds a heading of a question",
      { answerWithMarks: "A. [^a]\n## Another\n- id: other\n\nB. [^b]" },
    ],
    ["the answer holds a heading of a question", { answerWithMarks: "A. [^a]\r\n##\r\nB. [^b]" }],
    ["a detail is longer than one line", { question: "Q\n## R" }],
    ["a detail is longer than one line", { variants: ["a\n- park: eco3"] }],
    ["a detail is longer than one line", { ownSources: [{ title: "a\nb" }] }],
    ["question is empty", { question: " " }],
    ["answer is empty", { answerWithMarks: "\n" }],
  ])("refuses an entry where %s: %j", (reason, changes) => {
    const entry = { ...ENTRY, ...changes };
    expect(findUnwritable(entry)).toBe(reason);
    expect(() => writeFaq([entry])).toThrow(
      new RangeError(`Cannot write the FAQ entry "gate": ${reason}: change its words`),
    );
  });
});
