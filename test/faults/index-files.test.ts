import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openLiveKnowledge } from "../../bot/live-knowledge.ts";
import { createLog } from "../../bot/log.ts";
import { buildIndex, IndexError, openIndex, passageText, readCurrentVersion } from "../../indexer/index.ts";
import { createRandom } from "../indexer/lexical/random.ts";
import { waitFor } from "../support/application.ts";
import { GUARDED_KNOWLEDGE } from "../support/guarded-knowledge.ts";
import { makeFolder, writeFiles } from "../support/temporary-folder.ts";

const FILES = [
  "manifest.json",
  "passages.json",
  "tables.json",
  "lexicon.json",
  "lexical.bin",
  "vectors.f32",
  "counts.json",
] as const;

/** Flipped bits a file. */
const FLIPS = 8;

/** An index with two versions of the same size, the newer one current. */
let built: { folder: string; knowledge: string; index: string; versions: string[] };
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "sivuvirta-faults-"));
  const [knowledge, index] = [join(folder, "knowledge"), join(folder, "index")];
  for (const round of [1, 2]) {
    await writeFiles(knowledge, {
      ...GUARDED_KNOWLEDGE,
      "a.txt": `Satamassa on kierros ${round}, ja siellä on lentotuhkaa ${round}00 t.`,
    });
    await buildIndex({ knowledgeFolder: knowledge, indexFolder: index });
  }
  const versions = (await readdir(join(index, "versions"))).sort();
  built = { folder, knowledge, index, versions };
}, 120_000);
afterAll(() => rm(built.folder, { recursive: true, force: true }));

/** A copy of the index, and the path of a file of its current version. */
async function copyIndex(file: string): Promise<{ index: string; path: string }> {
  const index = join(await makeFolder(), "index");
  await cp(built.index, index, { recursive: true });
  return { index, path: join(index, "versions", (await readCurrentVersion(index)) ?? "", file) };
}

/** What a damaged index must be: refused, with the command that mends it. */
async function expectRefused(index: string, what: string): Promise<void> {
  const error = await openIndex(index).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error, what).toBeInstanceOf(IndexError);
  const { code, message } = error as IndexError;
  expect([code, message], what).toEqual([
    expect.stringMatching(/^(?:broken|other-format)$/),
    expect.stringMatching(/: run "npm run index(?: -- --force)?"$/),
  ]);
}

describe("openIndex() of a damaged version", () => {
  it.each(FILES)("refuses a %s that is cut off anywhere", async (file) => {
    const { index, path } = await copyIndex(file);
    const bytes = await readFile(path);
    for (const length of [0, 1, 4, bytes.length >> 1, bytes.length - 4, bytes.length - 2]) {
      await writeFile(path, bytes.subarray(0, length));
      await expectRefused(index, `${length} of ${bytes.length} bytes`);
    }
  });

  it.each(FILES)(`refuses a %s with a flipped bit, at each of ${FLIPS} places`, async (file) => {
    const { index, path } = await copyIndex(file);
    const bytes = await readFile(path);
    const draw = createRandom(file.length);
    for (let flip = 0; flip < FLIPS; flip++) {
      const damaged = Buffer.from(bytes);
      // The line end of a manifest tells nothing.
      const at = draw(bytes.length - 1);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << draw(8));
      await writeFile(path, damaged);
      if (!isHarmless(file, { damaged, bytes })) await expectRefused(index, `byte ${at}`);
    }
  });

  it.each(FILES)("refuses a version without its %s", async (file) => {
    const { index, path } = await copyIndex(file);
    await rm(path);
    await expectRefused(index, "missing");
  });

  it.each(FILES)("refuses a %s of another version", async (file) => {
    const { index, path } = await copyIndex(file);
    const other = built.versions.find((version) => !path.includes(version)) ?? "";
    const bytes = await readFile(join(index, "versions", other, file));
    const isSame = bytes.equals(await readFile(path));
    await writeFile(path, bytes);
    if (isSame) expect((await openIndex(index)).passages.length).toBeGreaterThan(0);
    else await expectRefused(index, `that of ${other}`);
  });

  it.each(["20990101T000000000-nowhere", "", "../../..", "\0", "x".repeat(300)])(
    'refuses a "current" that says %.30j',
    async (says) => {
      const { index } = await copyIndex("manifest.json");
      await writeFile(join(index, "current"), says);
      await expectRefused(index, says);
    },
  );
});

/** White space between the fields of a manifest may change without a change of what it says. */
function isHarmless(file: string, { damaged, bytes }: { damaged: Buffer; bytes: Buffer }): boolean {
  if (file !== "manifest.json") return false;
  const parse = (text: Buffer) => {
    try {
      return JSON.stringify(JSON.parse(text.toString()));
    } catch {
      return undefined;
    }
  };
  return parse(damaged) === parse(bytes);
}

describe("a bot whose index is damaged", () => {
  async function openLive(index: string) {
    const [said, lines]: [string[], string[]] = [[], []];
    const live = await openLiveKnowledge({
      indexDir: index,
      knowledgeDir: built.knowledge,
      log: createLog({ write: (line) => lines.push(line) }),
      say: (line) => said.push(line),
      pollIntervalInMs: 10,
    });
    onTestFinished(live.close);
    const text = () => live.currentView().index.passages.map(passageText).join("\n");
    return { said, lines, text };
  }

  it("builds it anew at the start, and says so", async () => {
    const { index, path } = await copyIndex("vectors.f32");
    const bytes = await readFile(path);
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const { said, text } = await openLive(index);
    expect(said[0]).toContain("The index cannot be used (broken): building it anew");
    expect(text()).toContain("kierros 2");
    expect((await openIndex(index)).passages.length).toBeGreaterThan(0);
  }, 60_000);

  it("goes on with the version in use when a newer one is damaged, tells it once, and takes the next good one", async () => {
    const [older = "", newer = ""] = built.versions;
    const { index, path } = await copyIndex("passages.json");
    await writeFile(join(index, "current"), `${older}\n`);
    const { lines, text } = await openLive(index);
    expect(text()).toContain("kierros 1");
    const whole = await readFile(path);
    await writeFile(path, whole.subarray(0, whole.length >> 1));
    await writeFile(join(index, "current"), `${newer}\n`);
    const told = () => lines.filter((line) => line.includes("index.unreadable"));
    await waitFor(() => told().length > 0);
    // Some more looks.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(told()).toEqual([expect.stringContaining('passages.json\\" is damaged')]);
    expect(text()).toContain("kierros 1");
    await writeFile(path, whole);
    await waitFor(() => text().includes("kierros 2"));
  });
});
