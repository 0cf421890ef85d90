import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { buildPassages } from "../../indexer/build-passages.ts";
import { buildIndex, openIndex } from "../../indexer/index.ts";
import { loadFolder } from "../../indexer/load-folder.ts";
import { passageText } from "../../indexer/passage.ts";
import { readSheets, SHEET_ENDINGS } from "../../indexer/read/read-sheets.ts";
import { writeFiles } from "../support/temporary-folder.ts";
import { files, type OddFile } from "./arbitraries/files.ts";
import { countCases } from "./count-cases.ts";
import { measureThread } from "./measure-thread.ts";
import { watchProcess } from "./watch-process.ts";

const FILES_AT_ONCE = 10;
/** An index costs seconds, however few files it is made of. */
const FILES_OF_INDEX = 65;
/** What one file of a few kilobytes may cost of the processor. */
const MOST_CPU_IN_MS = 2000;
const cases = countCases("knowledge-files");
const watched = watchProcess();
afterAll(() => watched.close());
let slowest = { ms: 0, names: "" };
let faulty = 0;

/** Lays files into a folder of their own, those of a name that is taken into a folder within it. */
async function inFolder<Value>(
  generated: readonly OddFile[],
  work: (folder: string, laid: readonly OddFile[]) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "sivuvirta-fuzz-"));
  const taken = new Set<string>();
  const laid = generated.map(({ name, content }, at) => {
    const own = taken.has(name) ? `d${at}/${name}` : name;
    taken.add(own);
    return { name: own, content };
  });
  try {
    await writeFiles(folder, Object.fromEntries(laid.map(({ name, content }) => [name, content])));
    return await work(folder, laid);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Checks that everything of a folder was read or named. */
async function readAll(laid: readonly OddFile[], folder: string): Promise<void> {
  const { value, cpuInMs } = await measureThread(async () => {
    const loaded = await loadFolder(folder);
    return { loaded, built: buildPassages(loaded, { detectLanguage: (_, declared) => declared ?? "en" }) };
  });
  const names = new Set(laid.map(({ name }) => name));
  const told = [...names].join(" ");
  if (cpuInMs > slowest.ms) slowest = { ms: cpuInMs, names: told };
  expect(cpuInMs, told).toBeLessThan(MOST_CPU_IN_MS * names.size);
  const { loaded, built } = value;
  for (const { file, line, reason } of [...loaded.faults, ...built.faults]) {
    faulty += 1;
    expect(names).toContain(file);
    expect(reason).not.toBe("");
    expect(reason).not.toContain(folder);
    expect(reason.length, reason).toBeLessThan(600);
    expect(line ?? 1).toBeGreaterThan(0);
  }
  const known = new Set([
    ...loaded.documents.map(({ file }) => file),
    ...loaded.faq.map(({ file }) => file),
    ...loaded.faults.map(({ file }) => file),
    ...[...names].filter((name) => loaded.tables !== undefined && /^[a-z-]+\.csv$/.test(name)),
  ]);
  for (const name of names) if (!/(?:^|\/)faq\//.test(name)) expect(known).toContain(name);
  for (const passage of built.passages) expect(passageText(passage).isWellFormed()).toBe(true);
}

/** The other way to read a table: row by row, for an import. An error has words for people. */
async function readRows({ name }: OddFile, folder: string): Promise<void> {
  if (!SHEET_ENDINGS.some((ending) => ending === extname(name))) return;
  const { cpuInMs } = await measureThread(() =>
    readSheets(join(folder, name)).then(
      (sheets) => expect(Array.isArray(sheets)).toBe(true),
      (error: unknown) => expect(error).toBeInstanceOf(Error),
    ),
  );
  expect(cpuInMs, name).toBeLessThan(MOST_CPU_IN_MS);
}

describe("a folder of any files", () => {
  it(
    "is read as far as it can be, and each file that cannot is named with the reason",
    () =>
      cases.run(fc.array(files, { minLength: FILES_AT_ONCE, maxLength: FILES_AT_ONCE }), {
        share: 0.95,
        casesPerValue: FILES_AT_ONCE,
        check: (generated) =>
          inFolder(generated, async (folder, laid) => {
            await readAll(laid, folder);
            for (const file of laid) await readRows(file, folder);
          }),
      }),
    cases.patienceInMs,
  );

  it(
    "becomes an index that can be opened and searched, if anything of it can be read",
    () =>
      cases.run(fc.array(files, { minLength: FILES_OF_INDEX, maxLength: FILES_OF_INDEX }), {
        share: 0.05,
        casesPerValue: FILES_OF_INDEX,
        check: (generated) =>
          inFolder(
            [
              ...generated,
              { name: "good.md", content: Buffer.from("# Steam\n\nThe zeppelin sells steam.\n") },
            ],
            async (folder) => {
              const indexFolder = join(folder, ".index");
              const { manifest } = await buildIndex({ knowledgeFolder: folder, indexFolder });
              expect(manifest.passages).toBeGreaterThan(0);
              const index = await openIndex(indexFolder);
              expect(index.passages.some((passage) => passageText(passage).includes("zeppelin"))).toBe(true);
            },
          ),
      }),
    cases.patienceInMs,
  );

  it("left the process whole", () => {
    console.info(
      `Faults named: ${faulty}; slowest folder: ${Math.round(slowest.ms)} ms of the processor, ${slowest.names}`,
    );
    expect(faulty).toBeGreaterThan(100);
    expect(watched.failures()).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(cases.count).toBeGreaterThanOrEqual(cases.wanted);
  });
});
