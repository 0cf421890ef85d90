import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildIndex, IndexError, openIndex, passageText, readCurrentVersion } from "../../indexer/index.ts";
import { sealManifest } from "../../indexer/manifest.ts";
import type { Reader } from "../../knowledge/languages.ts";
import { BROKEN, EVERY_KIND, guide } from "../support/knowledge.ts";
import { makeFolder, writeFiles } from "../support/temporary-folder.ts";

async function makeFolders(files: Record<string, string | Uint8Array>) {
  return { knowledgeFolder: await makeFolder(files), indexFolder: join(await makeFolder(), "index") };
}

/** Files of the passages found for a word, best first. */
async function filesFor(indexFolder: string, question: string, reader: Reader = "public"): Promise<string[]> {
  const { retriever } = await openIndex(indexFolder);
  return (await retriever.retrieve(question, { language: "en", reader })).map(({ passage }) => passage.file);
}

async function editManifest(indexFolder: string, change: (manifest: Record<string, unknown>) => void) {
  const path = join(indexFolder, "versions", (await readCurrentVersion(indexFolder)) ?? "", "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
  change(manifest);
  const { sum: _sum, ...facts } = manifest;
  await writeFile(path, JSON.stringify(sealManifest(facts)));
}

/** Counts of a version, whose order does not matter, and the sums of its other parts. */
async function readVersion(indexFolder: string) {
  const folder = join(indexFolder, "versions", (await readCurrentVersion(indexFolder)) ?? "");
  const read = async (file: string) => JSON.parse(await readFile(join(folder, file), "utf8"));
  const { "counts.json": _, ...parts } = (await read("manifest.json")).parts as Record<string, number>;
  return { counts: await read("counts.json"), parts };
}

describe("buildIndex()", { timeout: 60_000 }, () => {
  it("makes every kind of file findable, and leaves out notes, hidden files and pictures", async () => {
    const folders = await makeFolders(EVERY_KIND);
    const { faults, manifest } = await buildIndex(folders);
    expect(faults).toEqual([]);
    expect(Object.keys(manifest.files)).toHaveLength(10);
    for (const [word, file] of [
      ["zeppelin", "guides/en/harbour.md"],
      ["kvanttikipsiä", "notes without front matter.md"],
      ["pelican", "faq/en.md"],
      ["hämärähiukkasia", "Päästöt ä.txt"],
      ["trollreningsverk", "old/sida.html"],
      ["meteorite", "report.pdf"],
      ["Vägbolaget", "handbook.docx"],
      ["Skivfabriken", "flows.xlsx"],
      ["Unikuona", "virrat.csv"],
    ] as const) {
      expect(await filesFor(folders.indexFolder, word), word).toContain(file);
    }
    const { passages } = await openIndex(folders.indexFolder);
    const languages = new Map(passages.map((passage) => [passage.file, passage.language]));
    expect(languages.get("notes without front matter.md")).toBe("fi");
    expect(languages.get("old/sida.html")).toBe("sv");
    expect(languages.get("report.pdf")).toBe("en");
  });

  it("tells an exchange in each of the three languages", async () => {
    const folders = await makeFolders({
      "exchanges.csv":
        "id,donor_en,donor_fi,donor_sv,stream_en,stream_fi,stream_sv,receiver_en,receiver_fi,receiver_sv,use_en,use_fi,use_sv,quantity,unit,status,sources,visibility\n" +
        "ash-to-road,Power plants,Voimalaitokset,Kraftverk,Fly ash,Lentotuhka,Flygaska,Tie Oy,Tie Oy,Tie Oy,road base,kantava kerros,bärlager,,,running,book,public\n",
    });
    const { faults } = await buildIndex(folders);
    expect(faults).toEqual([]);
    const { passages } = await openIndex(folders.indexFolder);
    expect(passages.map(({ language, record, title }) => [language, record, title])).toEqual([
      ["fi", "exchanges:ash-to-road", "Lentotuhka: Voimalaitokset → Tie Oy"],
      ["sv", "exchanges:ash-to-road", "Flygaska: Kraftverk → Tie Oy"],
      ["en", "exchanges:ash-to-road", "Fly ash: Power plants → Tie Oy"],
    ]);
  });

  it("names each broken file or row and indexes the rest", async () => {
    const folders = await makeFolders({ ...EVERY_KIND, ...BROKEN });
    const { faults } = await buildIndex(folders);
    expect(faults.map(({ file }) => file).sort()).toEqual(Object.keys(BROKEN).sort());
    expect(faults).toContainEqual({
      file: "broken/rows.csv",
      line: 3,
      reason: "has 3 cells, the header has 2",
    });
    expect(faults.find(({ file }) => file === "broken/binary.txt")?.reason).toContain("zero bytes");
    expect(await filesFor(folders.indexFolder, "meteorite")).toContain("report.pdf");
    const { passages } = await openIndex(folders.indexFolder);
    const rows = passages.filter(({ file }) => file === "broken/rows.csv").map(passageText);
    expect(rows.join(" ")).toBe("a: 1; b: 2 a: 3; b: 4");
  });

  it("names faulty rows of known tables, faulty FAQ entries and answers without words", async () => {
    const folders = await makeFolders({
      ...EVERY_KIND,
      "sources.csv": `${EVERY_KIND["sources.csv"]}Bad Id,b,c,,en,,\n`,
      "faq/sv.md": "## Utan märke?\n- id: no-mark\n\nSvar.\n\n## Utan ord?\n- id: no-words\n\n[^harbour]\n",
    });
    const { faults } = await buildIndex(folders);
    expect(faults.map(({ file, line }) => [file, line])).toEqual([
      ["faq/sv.md", 1],
      ["sources.csv", 3],
      ["faq/sv.md", 6],
    ]);
  });

  it("embeds nothing again when nothing changed, at least ten times faster", async () => {
    const sections = Array.from(
      { length: 300 },
      (_, at) => `## Part ${at}\n\nFly ash heap ${at} lies at quay.\n`,
    );
    const folders = await makeFolders({ ...EVERY_KIND, "long.md": sections.join("\n") });
    const first = await buildIndex(folders);
    const steps = new Set<string>();
    const second = await buildIndex({ ...folders, onProgress: (step) => steps.add(step) });
    expect(second).toMatchObject({ isNew: false, reused: first.manifest.passages });
    expect([...steps]).toEqual([]);
    expect(second.manifest).toEqual(first.manifest);
    expect(first.seconds / second.seconds).toBeGreaterThan(10);
  });

  it("embeds only the passages of a changed file again", async () => {
    const folders = await makeFolders(EVERY_KIND);
    const first = await buildIndex(folders);
    await writeFiles(folders.knowledgeFolder, { "new.txt": "Satamaan tulee uusi lohikäärmelaituri." });
    const embedded: number[] = [];
    const second = await buildIndex({
      ...folders,
      onProgress: (step, _done, all) => step === "embed" && embedded.push(all),
    });
    expect(second).toMatchObject({ isNew: true, reused: first.manifest.passages });
    expect(embedded).toEqual([1]);
    expect(await filesFor(folders.indexFolder, "lohikäärmelaituri")).toContain("new.txt");
  });

  it("writes after a change what building anew writes", async () => {
    const hidden = guide("tariffs", "", "The tariff of the dragon quay is secret.").replace(
      "visibility: public",
      "visibility: member",
    );
    const folders = await makeFolders({ ...EVERY_KIND, "hidden.md": hidden });
    await buildIndex(folders);
    await writeFiles(folders.knowledgeFolder, {
      "new.txt": "Satamaan tulee uusi lohikäärmelaituri.",
      "hidden.md": hidden.replace("dragon", "swan"),
    });
    await rm(join(folders.knowledgeFolder, "flows.xlsx"));
    const { reused } = await buildIndex(folders);
    expect(reused).toBe(10);
    const anew = { ...folders, indexFolder: join(await makeFolder(), "index") };
    await buildIndex(anew);
    const [grown, whole] = [await readVersion(folders.indexFolder), await readVersion(anew.indexFolder)];
    expect(grown.counts).toEqual(whole.counts);
    expect(grown.parts).toEqual(whole.parts);
  });

  it("embeds a guide again whose title changed, although its text did not", async () => {
    const folders = await makeFolders({ "a.md": guide("fly-ash", "", "It lies at the quay.") });
    await buildIndex(folders);
    const text = guide("fly-ash", "", "It lies at the quay.").replace("title: fly-ash", "title: Gypsum");
    await writeFiles(folders.knowledgeFolder, { "a.md": text });
    expect(await buildIndex(folders)).toMatchObject({ isNew: true, reused: 0 });
  });

  it("swaps a new version in while an opened one goes on answering, and removes older ones", async () => {
    const folders = await makeFolders(EVERY_KIND);
    await buildIndex(folders);
    const opened = await openIndex(folders.indexFolder);
    for (const round of [1, 2, 3]) {
      await writeFiles(folders.knowledgeFolder, { "round.txt": `Satamassa on kierros ${round}.` });
      const building = buildIndex(folders);
      const during = await opened.retriever.retrieve("zeppelin", { language: "en" });
      expect(during[0]?.passage.file).toBe("guides/en/harbour.md");
      expect((await building).manifest.version).toBe(await readCurrentVersion(folders.indexFolder));
    }
    expect(await readCurrentVersion(folders.indexFolder)).not.toBe(opened.manifest.version);
    expect(await opened.retriever.retrieve("zeppelin", { language: "en" })).not.toEqual([]);
    expect(await filesFor(folders.indexFolder, "kierros")).toContain("round.txt");
    const versions = await readdir(join(folders.indexFolder, "versions"));
    expect(versions).toHaveLength(2);
    expect(versions).toContain(await readCurrentVersion(folders.indexFolder));
  });

  it("never touches the version in use, however quickly it is forced again", async () => {
    const folders = await makeFolders({ "a.txt": "Satamassa on tuhkaa." });
    const { manifest } = await buildIndex(folders);
    const again = await buildIndex({ ...folders, isForced: true });
    expect(again.manifest.version).not.toBe(manifest.version);
    expect(await readdir(join(folders.indexFolder, "versions"))).toHaveLength(2);
  });

  it("leaves nothing behind when no file can be read, and names what is wrong with each", async () => {
    const folders = await makeFolders({ "fake.pdf": "no pdf", "empty.txt": "" });
    await expect(buildIndex(folders)).rejects.toThrow(
      /no file of the folder could be read\nempty\.txt: .*\nfake\.pdf: /,
    );
    expect(await readdir(join(folders.indexFolder, "versions"))).toEqual([]);
    expect(await readCurrentVersion(folders.indexFolder)).toBeUndefined();
  });

  it.each([
    ["absent", async () => "/nowhere/at/all", "there is no such folder"],
    ["empty", () => makeFolder(), "it holds no file of a kind that is read"],
    ["without readable kinds", () => makeFolder({ "a.png": "x", "README.md": "x" }), "it holds no file"],
  ])("refuses a folder that is %s", async (_name, make, reason) => {
    const folders = { knowledgeFolder: await make(), indexFolder: await makeFolder() };
    await expect(buildIndex(folders)).rejects.toThrow(reason);
  });
});

describe("openIndex()", { timeout: 60_000 }, () => {
  it("refuses a folder without an index", async () => {
    await expect(openIndex(await makeFolder())).rejects.toMatchObject({
      code: "missing",
      message: expect.stringContaining('run "npm run index"'),
    });
  });

  it.each([
    ["broken", (manifest: Record<string, unknown>) => delete manifest.contentHash],
    ["other-format", (manifest: Record<string, unknown>) => (manifest.formatVersion = 999)],
    [
      "other-embeddings",
      (manifest: Record<string, unknown>) =>
        (manifest.embeddings = { model: "other-model", dimensions: 256 }),
    ],
  ])("refuses a manifest that is %s, and running the named command mends it", async (code, change) => {
    const folders = await makeFolders({ "a.txt": "Satamassa on tuhkaa." });
    await buildIndex(folders);
    await editManifest(folders.indexFolder, change);
    const refused = openIndex(folders.indexFolder);
    await expect(refused).rejects.toBeInstanceOf(IndexError);
    await expect(refused).rejects.toMatchObject({
      code,
      message: expect.stringContaining('run "npm run index"'),
    });
    expect(await buildIndex(folders)).toMatchObject({ isNew: true });
    expect((await openIndex(folders.indexFolder)).passages).toHaveLength(1);
  });

  it.each(["manifest.json", "passages.json", "lexicon.json", "vectors.f32", "lexical.bin"])(
    "refuses an index whose %s is cut off, and a forced build mends it",
    async (file) => {
      const folders = await makeFolders(EVERY_KIND);
      await buildIndex(folders);
      const version = (await readCurrentVersion(folders.indexFolder)) ?? "";
      const path = join(folders.indexFolder, "versions", version, file);
      const bytes = await readFile(path);
      await writeFile(path, bytes.subarray(0, Math.floor(bytes.length / 8) * 4));
      await expect(openIndex(folders.indexFolder)).rejects.toMatchObject({
        code: "broken",
        message: expect.stringMatching(/run "npm run index( -- --force)?"$/),
      });
      expect(await buildIndex({ ...folders, isForced: true })).toMatchObject({ reused: 0 });
      expect(await filesFor(folders.indexFolder, "zeppelin")).toContain("guides/en/harbour.md");
    },
  );

  it("reads the graph of a large collection, grows the next from it, and refuses a damaged or absent one", async () => {
    const sections = Array.from({ length: 4050 }, (_, at) => `## Part ${at}\n\nFly ash heap ${at}.\n`);
    const folders = await makeFolders({
      "long.md": sections.join("\n"),
      "a.md": "The zeppelin carries gypsum.",
    });
    const linked = new Map<string, number>();
    const onProgress = (step: string, _done: number, all: number) => linked.set(step, all);
    await buildIndex({ ...folders, onProgress });
    expect([...linked.keys()]).toEqual(["read", "embed", "index", "graph"]);
    expect(linked.get("graph")).toBe(4051);
    expect(await filesFor(folders.indexFolder, "zeppelin gypsum")).toContain("a.md");
    await writeFile(join(folders.knowledgeFolder, "a.md"), "The barge carries bark and lime.");
    await buildIndex({ ...folders, onProgress });
    expect(linked.get("graph")).toBe(1);
    expect(await filesFor(folders.indexFolder, "barge with bark and lime")).toContain("a.md");
    const version = (await readCurrentVersion(folders.indexFolder)) ?? "";
    const path = join(folders.indexFolder, "versions", version, "vectors.hnsw");
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
    await writeFile(path, bytes);
    await expect(openIndex(folders.indexFolder)).rejects.toThrow("the graph of its vectors is damaged");
    await rm(path);
    await expect(openIndex(folders.indexFolder)).rejects.toMatchObject({ code: "broken" });
  }, 30_000);
});
