import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openLiveKnowledge } from "../../bot/live-knowledge.ts";
import { createLog } from "../../bot/log.ts";
import { buildIndex, passageText, readCurrentVersion } from "../../indexer/index.ts";
import { waitFor } from "../support/application.ts";
import { makeFolder, writeFiles } from "../support/temporary-folder.ts";

const POLL_IN_MS = 10;

/** Opens the live knowledge of a folder and keeps what it says and logs. */
async function open(knowledgeDir: string, indexDir: string) {
  const [said, lines]: [string[], string[]] = [[], []];
  const log = createLog({ level: "info", write: (line) => lines.push(line) });
  const knowledge = await openLiveKnowledge({
    indexDir,
    knowledgeDir,
    log,
    say: (line) => said.push(line),
    pollIntervalInMs: POLL_IN_MS,
  });
  onTestFinished(() => knowledge.close());
  const text = () => knowledge.currentView().index.passages.map(passageText).join("\n");
  return { knowledge, said, lines, text };
}

async function makeFolders(text = "Satamassa on kierros 1.") {
  return { knowledgeDir: await makeFolder({ "a.txt": text }), indexDir: join(await makeFolder(), "index") };
}

describe("openLiveKnowledge()", () => {
  it("builds the index when there is none, and says so", async () => {
    const { knowledgeDir, indexDir } = await makeFolders();
    const { said, text } = await open(knowledgeDir, indexDir);
    expect(said).toEqual([
      `There is no index yet: building it from "${knowledgeDir}", which takes some seconds …`,
      expect.stringMatching(/^Index built: 1 passages in \d+\.\d s\.$/),
    ]);
    expect(text()).toContain("kierros 1");
  });

  it("opens the index that is there without a word", async () => {
    const { knowledgeDir, indexDir } = await makeFolders();
    await buildIndex({ knowledgeFolder: knowledgeDir, indexFolder: indexDir });
    const { said, text } = await open("/nowhere/at/all", indexDir);
    expect(said).toEqual([]);
    expect(text()).toContain("kierros 1");
  });

  it("builds an index of another format anew, and says so", async () => {
    const { knowledgeDir, indexDir } = await makeFolders();
    await buildIndex({ knowledgeFolder: knowledgeDir, indexFolder: indexDir });
    await editManifest(indexDir, (manifest) => ({ ...manifest, formatVersion: 999 }));
    const { said, text } = await open(knowledgeDir, indexDir);
    expect(said[0]).toContain("cannot be used (other-format): building it anew");
    expect(text()).toContain("kierros 1");
  });

  it("names the faults of what it built", async () => {
    const { knowledgeDir, indexDir } = await makeFolders();
    await writeFiles(knowledgeDir, { "fake.pdf": "no pdf" });
    const { lines } = await open(knowledgeDir, indexDir);
    expect(lines.join("\n")).toContain("fake.pdf");
  });

  it("fails with the reason when nothing can be built", async () => {
    const { indexDir } = await makeFolders();
    await expect(open("/nowhere/at/all", indexDir)).rejects.toThrow('Cannot index "/nowhere/at/all"');
  });

  it("follows a newer version without a restart, while a view in use stays as it was", async () => {
    const { knowledgeDir, indexDir } = await makeFolders();
    const { knowledge, text, lines } = await open(knowledgeDir, indexDir);
    const before = knowledge.currentView();
    await writeFiles(knowledgeDir, { "a.txt": "Satamassa on kierros 2." });
    await buildIndex({ knowledgeFolder: knowledgeDir, indexFolder: indexDir });
    await waitFor(() => text().includes("kierros 2"));
    expect(before.index.passages.map(passageText).join()).toContain("kierros 1");
    expect(lines.join("\n")).toContain("index.replaced");
  });

  it("keeps the old version when the new one is broken, says so in the log, and takes the next good one", async () => {
    const { knowledgeDir, indexDir } = await makeFolders();
    const { text, lines } = await open(knowledgeDir, indexDir);
    const version = (await readCurrentVersion(indexDir)) ?? "";
    await writeFile(join(indexDir, "current"), (await readFile(join(indexDir, "current"), "utf8")).replace(version, "20990101T000000000-broken"));
    await waitFor(() => lines.some((line) => line.includes("index.unreadable")));
    expect(text()).toContain("kierros 1");
    await writeFiles(knowledgeDir, { "a.txt": "Satamassa on kierros 3." });
    await buildIndex({ knowledgeFolder: knowledgeDir, indexFolder: indexDir });
    await waitFor(() => text().includes("kierros 3"));
  });

  it("looks no more once it is closed", async () => {
    const { knowledgeDir, indexDir } = await makeFolders();
    const { knowledge, text } = await open(knowledgeDir, indexDir);
    knowledge.close();
    await writeFiles(knowledgeDir, { "a.txt": "Satamassa on kierros 4." });
    await buildIndex({ knowledgeFolder: knowledgeDir, indexFolder: indexDir });
    await new Promise((resolve) => setTimeout(resolve, POLL_IN_MS * 10));
    expect(text()).toContain("kierros 1");
  });
});

async function editManifest(
  indexDir: string,
  change: (manifest: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  const path = join(indexDir, "versions", (await readCurrentVersion(indexDir)) ?? "", "manifest.json");
  await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, "utf8")))));
}
