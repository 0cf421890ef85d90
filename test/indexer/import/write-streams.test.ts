import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findNewFaults } from "../../../indexer/import/find-new-faults.ts";
import { composeStreamFile, countIds, parseStreamFile } from "../../../indexer/import/stream-file.ts";
import { writeStreams } from "../../../indexer/import/write-streams.ts";
import { KNOWLEDGE } from "../../support/import.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const FILE = "side-streams.csv";
const OLD = KNOWLEDGE[FILE];
const now = new Date("2026-11-22T10:15:00Z");

describe("writeStreams()", () => {
  it("writes nothing when the file is not as it was read", async () => {
    const folder = await makeFolder({ [FILE]: "changed by somebody" });
    const options = { path: join(folder, FILE), before: Buffer.from(OLD), after: Buffer.from("new"), now };
    expect(await writeStreams({ ...options, keepsBackup: true })).toBe("changed");
    expect(await readFile(join(folder, FILE), "utf8")).toBe("changed by somebody");
    expect(await readdir(folder)).toEqual([FILE]);
  });

  it("leaves file and folder as they were when the last step fails", async () => {
    const folder = await makeFolder();
    // A folder of that name cannot be replaced by a file.
    await mkdir(join(folder, FILE, "full"), { recursive: true });
    const options = { path: join(folder, FILE), before: undefined, after: Buffer.from("new"), now };
    await expect(writeStreams({ ...options, keepsBackup: false })).rejects.toThrow();
    expect(await readdir(folder)).toEqual([FILE]);
  });

  it("overwrites no backup", async () => {
    const backup = `${FILE}.bak-20261122T101500000Z`;
    const folder = await makeFolder({ [FILE]: OLD, [backup]: "kept" });
    const options = { path: join(folder, FILE), before: Buffer.from(OLD), after: Buffer.from("new"), now };
    await expect(writeStreams({ ...options, keepsBackup: true })).rejects.toThrow("EEXIST");
    expect(await readFile(join(folder, FILE), "utf8")).toBe(OLD);
    expect((await readdir(folder)).sort()).toEqual([FILE, backup].sort());
  });
});

describe("parseStreamFile() and composeStreamFile()", () => {
  it("give the same bytes when nothing changes", () => {
    for (const text of [OLD, `\uFEFF${OLD}\r\n`, OLD.replaceAll("\r\n", "\n")]) {
      const file = parseStreamFile(Buffer.from(text));
      expect(file.records.map(({ cells }) => cells.id)).toEqual(["SS001", "SS007"]);
      expect(composeStreamFile(file, { appended: [], replaced: new Map() }).toString()).toBe(text);
      expect(countIds(file)()).toBe("SS008");
    }
  });

  it("replace a row in its place and quote what needs it", () => {
    const file = parseStreamFile(Buffer.from(OLD));
    const [first] = file.records;
    const cells = { ...first?.cells, note_en: 'He said "no", twice' };
    const after = composeStreamFile(file, { appended: [], replaced: new Map([[first!, cells]]) }).toString();
    expect(after).toContain(',"He said ""no"", twice","Vanha, pysyy",Gammal\r\n\r\nSS007,');
  });

  it("refuse what is no UTF-8", () => {
    expect(() => parseStreamFile(Buffer.from("id,ä\n", "latin1"))).toThrow();
  });
});

describe("findNewFaults()", () => {
  it("names faults that the folder does not have, whatever line they are on", async () => {
    const faulty = OLD.replace("SS007,stock", "SS007,pile");
    const folder = await makeFolder({ ...KNOWLEDGE, [FILE]: faulty });
    expect(await findNewFaults(folder, faulty.replace("\r\nSS001", "\r\n\r\n\r\nSS001"))).toEqual([]);
    const faults = await findNewFaults(folder, faulty.replace(",harbour,", ",moon,"));
    expect(faults).toEqual([{ file: FILE, line: 2, field: "park", reason: 'unknown park "moon"' }]);
  });
});
