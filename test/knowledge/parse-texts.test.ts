import { describe, expect, it } from "vitest";
import { presentFault } from "../../knowledge/fault.ts";
import { parseFaq } from "../../knowledge/parse-faq.ts";
import { parseGuide } from "../../knowledge/parse-guide.ts";
import { listMarks, removeMarks, splitBlocks } from "../../knowledge/source-marks.ts";

describe("parseFaq()", () => {
  it("parses an entry with all its details", () => {
    const content = `# FAQ

Ignored.

## How many members does the KIP Association have?
- id: kip-members
- also: What is the size of the KIP Association? | How many companies belong to KIP ry?
- park: kokkola-industrial-park
- year: 2022
- visibility: member

The KIP Association has 22 member companies (2022). [^kip-association]

It was founded in 2006. [^kip-association] [^founding-guide]
`;
    expect(parseFaq(content, { language: "en" })).toEqual({
      faults: [],
      entries: [
        {
          id: "kip-members",
          language: "en",
          question: "How many members does the KIP Association have?",
          variants: ["What is the size of the KIP Association?", "How many companies belong to KIP ry?"],
          park: "kokkola-industrial-park",
          year: 2022,
          visibility: "member",
          sources: ["kip-association", "founding-guide"],
          answer: "The KIP Association has 22 member companies (2022).\n\nIt was founded in 2006.",
          answerWithMarks:
            "The KIP Association has 22 member companies (2022). [^kip-association]\n\nIt was founded in 2006. [^kip-association] [^founding-guide]",
          file: "faq/en.md",
          line: 5,
        },
      ],
    });
  });

  it("needs an id only, and keeps a list that belongs to the answer", () => {
    const { entries } = parseFaq("## Mikä?\n- id: mika\n\n- Tämä. [^a]\n- Tuo. [^b]\n", { language: "fi" });
    expect(entries[0]).toMatchObject({ visibility: "public", variants: [], answer: "- Tämä.\n- Tuo." });
    expect(entries[0]?.park).toBeUndefined();
  });

  it.each([
    ["## Q\n\nA. [^a]", "faq/sv.md:1: id: must be given"],
    [
      "## Q\n- id: q\n\nA.",
      'faq/sv.md:1: answer: must carry a source mark such as [^park-network], or the entry a detail "source: Title | address | year"',
    ],
    ["## Q\n- id: q\n", "faq/sv.md:1: answer: must not be empty"],
    ["##\n- id: q\n\nA. [^a]", "faq/sv.md:1: question: must not be empty"],
    [
      "## Q\n- id: q\n- year: soon\n\nA. [^a]",
      'faq/sv.md:1: year: must be a year such as 2022 (found "soon")',
    ],
    [
      "## Q\n- id: q\n- visibility: secret\n\nA. [^a]",
      'faq/sv.md:1: visibility: must be one of public, member, coordinator (found "secret")',
    ],
    [
      "## Q\n- id: q\n- parc: x\n\nA. [^a]",
      "faq/sv.md:1: parc: unknown detail, an entry has: id, also, park, year, visibility, until, changed, tags, source",
    ],
  ])("leaves out %j and says why", (content, fault) => {
    const reading = parseFaq(content, { language: "sv" });
    expect(reading.faults.map(presentFault)).toEqual([fault]);
    expect(reading.entries).toEqual([]);
  });

  it.each([
    ["until: 2027-02-30", 'until: must be a day such as 2027-12-31 (found "2027-02-30")'],
    ["changed: yesterday", 'changed: must be a day such as 2027-12-31 (found "yesterday")'],
    ["source: ", 'source: must be "Title | address | year" (found "")'],
    ["source: A | b | 2026 | c", 'source: must be "Title | address | year" (found "A | b | 2026 | c")'],
    [
      "source: A | ftp://example.org | 2026",
      'source: must have an address that begins with http:// or https:// (found "ftp://example.org")',
    ],
    ["source: A | | 26", 'source: must have a year such as 2026 (found "26")'],
  ])("leaves out an entry with the detail %j and says why", (detail, fault) => {
    const { entries, faults } = parseFaq(`## Q\n- id: q\n- ${detail}\n\nA. [^a]`, { language: "en" });
    expect(entries).toEqual([]);
    expect(faults.map(presentFault)).toEqual([`faq/en.md:1: ${fault}`]);
  });

  it("reads validity, tags and sources of an entry's own, which spare the marks", () => {
    const content = `## Q
- id: q
- changed: 2026-11-22
- until: 2027-12-31
- tags: ash | a\\|b
- source: Price list | https://example.org/prices | 2026
- source: Told by the coordinator

It costs 12 euros.
`;
    expect(parseFaq(content, { language: "en" })).toMatchObject({
      faults: [],
      entries: [
        {
          changed: "2026-11-22",
          until: "2027-12-31",
          tags: ["ash", "a|b"],
          sources: [],
          ownSources: [
            { title: "Price list", url: "https://example.org/prices", year: 2026 },
            { title: "Told by the coordinator" },
          ],
        },
      ],
    });
  });

  it("keeps the first of two entries with the same id", () => {
    const reading = parseFaq("## Q\n- id: q\n\nA. [^a]\n\n## R\n- id: q\n\nB. [^a]\n", { language: "en" });
    expect(reading.entries.map(({ question }) => question)).toEqual(["Q"]);
    expect(reading.faults.map(presentFault)).toEqual(['faq/en.md:6: id: "q" already stands on line 1']);
  });
});

describe("parseGuide()", () => {
  it("returns front matter, body and the line the body begins on", () => {
    const reading = parseGuide(
      "---\nid: eco3\ntitle: ECO3\nlanguage: fi\n---\n\n# ECO3\n",
      "guides/fi/eco3.md",
    );
    expect(reading).toEqual({
      guide: {
        id: "eco3",
        title: "ECO3",
        language: "fi",
        visibility: "public",
        file: "guides/fi/eco3.md",
        body: "\n# ECO3\n",
        bodyLine: 6,
      },
      faults: [],
    });
  });

  it.each([
    ["# No front matter\n", /^g\.md:1: must begin with front matter/],
    ["---\nid: a\nlanguage: fi\n---\n", /^g\.md:1: title: must be given$/],
    [
      "---\nid: a\ntitle: A\nlanguage: de\n---\n",
      /^g\.md:4: language: must be one of fi, sv, en \(found "de"\)$/,
    ],
    ["---\nid: a\ntitle: A: b: c\n---\n", /^g\.md:3: front matter cannot be read/],
    ["---\n- a\n---\n", /^g\.md:2: front matter must be lines/],
    ["---\nid: a\ntitle: A\nlanguage: fi\npark: \n---\n", /^g\.md:5: park: /],
  ])("refuses %j and says why", (content, fault) => {
    const { guide, faults } = parseGuide(content, "g.md");
    expect(guide).toBeUndefined();
    expect(presentFault(faults[0]!)).toMatch(fault);
  });

  it("names a key it does not know and keeps the guide", () => {
    const { guide, faults } = parseGuide("---\nid: a\ntitle: A\nlanguage: fi\nauthor: me\n---\n", "g.md");
    expect(guide?.id).toBe("a");
    expect(faults.map(presentFault)).toEqual([
      "g.md:5: author: unknown key, front matter has: id, title, language, park, year, visibility",
    ]);
  });

  it("reads files with Windows line ends and a byte order mark", () => {
    const { guide } = parseGuide(
      "\uFEFF---\r\nid: a\r\ntitle: A\r\nlanguage: sv\r\n---\r\nText.\r\n",
      "g.md",
    );
    expect(guide).toMatchObject({ id: "a", body: "Text.\n", bodyLine: 6 });
  });
});

describe("source marks", () => {
  it("listMarks() names each source once, in order", () => {
    expect(listMarks("A. [^b] [^a] B. [^b]")).toEqual(["b", "a"]);
    expect(listMarks("none [link](x)")).toEqual([]);
  });

  it("removeMarks() takes the space before a mark away", () => {
    expect(removeMarks("A. [^a] [^b] B. [^c]\n")).toBe("A. B.\n");
  });

  it("splitBlocks() skips headings, rules, table heads and code", () => {
    const body = "# H\n\nOne\nline.\n- item\n  more\n- next\n\n| a |\n| - |\n| b |\n\n```\ncode\n```\n---\n";
    expect(splitBlocks(body, 10)).toEqual([
      { line: 12, text: "One\nline." },
      { line: 14, text: "- item\n  more" },
      { line: 16, text: "- next" },
      { line: 20, text: "| b |" },
    ]);
  });
});
