import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { presentFault } from "../../knowledge/fault.ts";
import { readKnowledge } from "../../knowledge/read-knowledge.ts";

const SOURCES = `id,title,publisher,url,language,year,note
park-network,Network,Centre,https://example.org,en,2021,
`;

describe("readKnowledge()", () => {
  it("returns the valid rows beside faulty ones", async () => {
    const folder = await mkdtemp(join(tmpdir(), "knowledge-"));
    await writeFile(join(folder, "sources.csv"), `${SOURCES}Bad Id,b,c,,en,,\nfine,b,c,,fi,,\n`);
    const { tables, faults } = await readKnowledge(folder);
    expect(tables.sources?.map(({ id, file, line }) => [id, file, line])).toEqual([
      ["park-network", "sources.csv", 2],
      ["fine", "sources.csv", 4],
    ]);
    expect(tables.parks).toBeUndefined();
    expect(faults.map(presentFault)).toEqual([
      'sources.csv:3: id: must be lower-case letters, digits and hyphens (found "Bad Id")',
    ]);
    await rm(folder, { recursive: true });
  });
});
