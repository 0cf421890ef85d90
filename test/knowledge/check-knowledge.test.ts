import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkKnowledge } from "../../knowledge/check-knowledge.ts";
import { presentFault } from "../../knowledge/fault.ts";
import { readKnowledge } from "../../knowledge/read-knowledge.ts";
import { TABLES } from "../../knowledge/schema.ts";

const SOURCES = `id,title,publisher,url,language,year,note
park-network,Network,Centre,https://example.org,en,2021,
`;
const PARK_HEADER =
  "id,kind,name_en,name_fi,name_sv,aliases,region,municipalities,industries_en,industries_fi,industries_sv,anchor_companies,websites,sources,visibility";
const parkRow = (id: string, aliases: string) =>
  `${id},park,${id} en,${id} fi,${id} sv,${aliases},Lapland,Kemi,x,x,x,,,park-network,public`;
const STREAM_HEADER =
  "id,kind,name_en,name_fi,name_sv,park,category,form,quantity,unit,hazardous,status,sources,visibility";

describe("checkKnowledge()", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "knowledge-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function put(file: string, content: string): Promise<void> {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }

  async function listFaults(options?: { requireAll: boolean }): Promise<string[]> {
    return (await checkKnowledge(folder, options)).faults.map(presentFault);
  }

  it("finds nothing wrong in an empty folder", async () => {
    expect(await listFaults()).toEqual([]);
  });

  it("misses every table of an empty folder when all are required", async () => {
    const faults = await listFaults({ requireAll: true });
    expect(faults).toHaveLength(Object.keys(TABLES).length);
    expect(faults).toContain("side-streams.csv: this table is missing");
  });

  it.each([
    [
      "a quantity with a unit",
      "SS001,flow,a,b,c,p1,slag,solid,12 t,t,no,sold,park-network,public",
      'side-streams.csv:2: quantity: must be a plain number such as 1200.5 (found "12 t")',
    ],
    [
      "an unknown word in a closed list",
      "SS001,flow,a,b,c,p1,slag,solid,12,t,no,given away,park-network,public",
      'side-streams.csv:2: status: must be one of sold, used on site, available, landfilled, stored, unknown (found "given away")',
    ],
    [
      "an empty name",
      "SS001,flow,a,,c,p1,slag,solid,12,t,no,sold,park-network,public",
      "side-streams.csv:2: name_fi: must not be empty",
    ],
    [
      "an unknown source",
      "SS001,flow,a,b,c,p1,slag,solid,12,t,no,sold,hearsay,public",
      'side-streams.csv:2: sources: unknown source "hearsay"',
    ],
    [
      "an unknown park",
      "SS001,flow,a,b,c,p9,slag,solid,12,t,no,sold,park-network,public",
      'side-streams.csv:2: park: unknown park "p9"',
    ],
    [
      "a comma without quotes",
      "SS001,flow,a, or b,b,c,p1,slag,solid,12,t,no,sold,park-network,public",
      "side-streams.csv:2: has 15 cells, the header has 14: put a cell that holds a comma between double quotes",
    ],
    ["too few cells", "SS001,flow,a", "side-streams.csv:2: has 3 cells, the header has 14"],
  ])("names %s by file, line and field", async (_situation, row, fault) => {
    await put("sources.csv", SOURCES);
    await put("parks.csv", `${PARK_HEADER}\n${parkRow("p1", "")}\n`);
    await put("side-streams.csv", `${STREAM_HEADER}\n${row}\n`);
    expect(await listFaults()).toEqual([fault]);
  });

  it("counts lines through cells that span several", async () => {
    await put(
      "side-streams.csv",
      `${STREAM_HEADER}
SS001,flow,"a
long name",b,c,p1,slag,solid,12,t,no,sold,park-network,public

SS002,flow,a,b,c,p1,slag,solid,many,t,no,sold,park-network,public
`,
    );
    expect(await listFaults()).toEqual([
      'side-streams.csv:5: quantity: must be a plain number such as 1200.5 (found "many")',
    ]);
    expect((await readKnowledge(folder)).tables.streams?.map(({ id, line }) => [id, line])).toEqual([
      ["SS001", 2],
    ]);
  });

  it("names a second row with the same id", async () => {
    await put("sources.csv", `${SOURCES}park-network,Again,Centre,,en,2022,\n`);
    expect(await listFaults()).toEqual(['sources.csv:3: id: "park-network" already stands on line 2']);
  });

  it("lets columns be absent that may be empty", async () => {
    await put("sources.csv", "id,title,publisher,language\na,b,c,en\n");
    expect(await listFaults()).toEqual([]);
  });

  it("names unknown and missing columns", async () => {
    await put("sources.csv", "id,title,publisher,lang\na,b,c,en\n");
    expect(await listFaults()).toEqual([
      "sources.csv:1: language: this column is missing",
      "sources.csv:1: lang: unknown column, the table has: id, title, publisher, url, language, year, note",
    ]);
  });

  it("names a quote that is never closed", async () => {
    await put("sources.csv", `${SOURCES}b,"Open,Centre,,en,2022,\n`);
    const [fault] = await listFaults();
    expect(fault).toMatch(/^sources\.csv(:\d+)?: cannot be split into cells: .*[Qq]uot/);
  });

  it("names an alias of two parks", async () => {
    await put("parks.csv", `${PARK_HEADER}\n${parkRow("p1", "Biopark")}\n${parkRow("p2", "biopark; P2")}\n`);
    expect(await listFaults()).toEqual(['parks.csv:3: aliases: "biopark" already names the park "p1"']);
  });

  it("names words that are near to none, to themselves, or one way only", async () => {
    await put(
      "words.csv",
      "id,en,fi,sv,near\njob,job,työpaikka,jobb,employ;gone\nemploy,employ,työllistää,anställa,\nwork,work,työ,arbete,work\n",
    );
    expect(await listFaults()).toEqual([
      'words.csv:2: near: "employ" does not name "job" in turn',
      'words.csv:2: near: unknown word "gone"',
      "words.csv:4: near: names the row itself",
    ]);
  });

  it("names faults of guides: marks, sources, park, language, id, translation", async () => {
    await put("sources.csv", SOURCES);
    await put("parks.csv", `${PARK_HEADER}\n${parkRow("p1", "")}\n`);
    await put(
      "guides/fi/opas.md",
      `---
id: opas
title: Opas
language: sv
park: p9
---

# Opas

Ei lähdettä.

- Kohta. [^park-network]
- Toinen. [^nowhere]

| a | b |
| --- | --- |
| rivi | ilman |
`,
    );
    await put(
      "guides/en/other.md",
      "---\nid: opas\ntitle: Guide\nlanguage: en\n---\nText. [^park-network]\n",
    );
    expect(await listFaults()).toEqual([
      `guides/en/other.md: id: must be the file's name without ".md"`,
      "guides/fi/opas.md: language: must be fi, as the folder says",
      'guides/fi/opas.md: park: unknown park "p9"',
      'guides/fi/opas.md:10: has no source mark such as [^park-network]: "Ei lähdettä."',
      'guides/fi/opas.md:13: unknown source "[^nowhere]"',
      'guides/fi/opas.md:17: has no source mark such as [^park-network]: "| rivi | ilman |"',
    ]);
  });

  it("names FAQ entries that another language lacks, and sources nobody knows", async () => {
    await put("sources.csv", SOURCES);
    await put("faq/en.md", "## Who?\n- id: who\n\nThem. [^nowhere]\n");
    await put("faq/fi.md", "## Ketä?\n- id: keta\n\nHeitä. [^park-network]\n");
    expect(await listFaults()).toEqual([
      'faq/en.md: id: "keta" is missing here, it stands in faq/fi.md',
      'faq/en.md:1: answer: unknown source "[^nowhere]"',
      'faq/fi.md: id: "who" is missing here, it stands in faq/en.md',
    ]);
  });
});
