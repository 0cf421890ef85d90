import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type LiveKnowledgeOptions, openLiveKnowledge } from "../../bot/live-knowledge.ts";
import { createLog } from "../../bot/log.ts";
import { buildIndex, NO_EXTENSION, passageText, readCurrentVersion } from "../../indexer/index.ts";
import type { FaqEntry } from "../../knowledge/parse-faq.ts";
import { waitFor } from "../support/application.ts";
import { makeFolder, writeFiles } from "../support/temporary-folder.ts";

const POLL_IN_MS = 10;

/** Opens the live knowledge of a folder and keeps what it says and logs. */
async function open(
  knowledgeDir: string,
  indexDir: string,
  more: Pick<LiveKnowledgeOptions, "extension" | "onChanged"> = {},
) {
  const [said, lines]: [string[], string[]] = [[], []];
  const log = createLog({ level: "info", write: (line) => lines.push(line) });
  const knowledge = await openLiveKnowledge({
    indexDir,
    knowledgeDir,
    log,
    say: (line) => said.push(line),
    pollIntervalInMs: POLL_IN_MS,
    ...more,
  });
  onTestFinished(() => knowledge.close());
  const text = () => knowledge.currentView().index.passages.map(passageText).join("\n");
  return { knowledge, said, lines, text };
}

/** Two versions of one index, built once: `first` holds the first alone, `second` both. */
let built: string;
beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), "sivuvirta-live-"));
  const folders = { knowledgeFolder: join(built, "knowledge"), indexFolder: join(built, "second") };
  await writeFiles(folders.knowledgeFolder, { "a.txt": "Satamassa on kierros 1." });
  await buildIndex(folders);
  await cp(folders.indexFolder, join(built, "first"), { recursive: true });
  await writeFiles(folders.knowledgeFolder, { "a.txt": "Satamassa on kierros 2." });
  await buildIndex(folders);
});
afterAll(() => rm(built, { recursive: true, force: true }));

/** An index of the first version and the folder it is built anew of. */
async function makeFolders() {
  const indexDir = join(await makeFolder(), "index");
  await cp(join(built, "first"), indexDir, { recursive: true });
  return { knowledgeDir: await makeFolder({ "a.txt": "Satamassa on kierros 3." }), indexDir };
}

/** Brings the second version, as a build of another process does: its parts first, then the swap. */
async function bringSecondVersion(indexDir: string): Promise<void> {
  await cp(join(built, "second", "versions"), join(indexDir, "versions"), { recursive: true });
  await cp(join(built, "second", "current"), join(indexDir, "current"));
}

describe("openLiveKnowledge()", () => {
  it("builds the index when there is none, says so and logs the faults of the files", async () => {
    const { knowledgeDir } = await makeFolders();
    await writeFiles(knowledgeDir, { "fake.pdf": "no pdf" });
    const { said, lines, text } = await open(knowledgeDir, join(await makeFolder(), "index"));
    expect(said).toEqual([
      `There is no index yet: building it from "${knowledgeDir}", which takes some seconds …`,
      expect.stringMatching(/^Index built: 1 passages in \d+\.\d s\.$/),
    ]);
    expect(text()).toContain("kierros 3");
    expect(lines.join("\n")).toContain("fake.pdf");
  });

  it("opens the index that is there without a word", async () => {
    const { indexDir } = await makeFolders();
    const { said, text } = await open("/nowhere/at/all", indexDir);
    expect(said).toEqual([]);
    expect(text()).toContain("kierros 1");
  });

  it("builds an index of another format anew, and says so", async () => {
    const { knowledgeDir, indexDir } = await makeFolders();
    await editManifest(indexDir, (manifest) => ({ ...manifest, formatVersion: 999 }));
    const { said, text } = await open(knowledgeDir, indexDir);
    expect(said[0]).toContain("cannot be used (other-format): building it anew");
    expect(text()).toContain("kierros 3");
  });

  it("fails with the reason when nothing can be built", async () => {
    const opening = open("/nowhere/at/all", join(await makeFolder(), "index"));
    await expect(opening).rejects.toThrow('Cannot index "/nowhere/at/all"');
  });

  it("follows a newer version without a restart, while a view in use stays as it was", async () => {
    const { knowledgeDir, indexDir } = await makeFolders();
    const { knowledge, text, lines } = await open(knowledgeDir, indexDir);
    const before = knowledge.currentView();
    await bringSecondVersion(indexDir);
    await waitFor(() => text().includes("kierros 2"));
    expect(before.index.passages.map(passageText).join()).toContain("kierros 1");
    expect(lines.join("\n")).toContain("index.replaced");
  });

  it("keeps the old version when the new one is broken, logs it and takes the next good one", async () => {
    const { knowledgeDir, indexDir } = await makeFolders();
    const { text, lines } = await open(knowledgeDir, indexDir);
    const version = (await readCurrentVersion(indexDir)) ?? "";
    const current = await readFile(join(indexDir, "current"), "utf8");
    await writeFile(join(indexDir, "current"), current.replace(version, "20990101T000000000-broken"));
    await waitFor(() => lines.some((line) => line.includes("index.unreadable")));
    expect(text()).toContain("kierros 1");
    await bringSecondVersion(indexDir);
    await waitFor(() => text().includes("kierros 2"));
  });

  it("looks no more once it is closed", async () => {
    const { knowledgeDir, indexDir } = await makeFolders();
    const { knowledge, text } = await open(knowledgeDir, indexDir);
    knowledge.close();
    await bringSecondVersion(indexDir);
    await new Promise((resolve) => setTimeout(resolve, POLL_IN_MS * 10));
    expect(text()).toContain("kierros 1");
  });
});

describe("what was written at the desk", () => {
  const entry = (answer: string): FaqEntry => ({
    id: "kiosk",
    language: "fi",
    question: "Milloin kioski on auki?",
    variants: [],
    visibility: "public",
    sources: [],
    answer,
    answerWithMarks: answer,
    file: "faq/fi.md",
    line: 0,
  });

  /** A desk whose only answer the test changes. */
  async function openWithDesk() {
    const { knowledgeDir, indexDir } = await makeFolders();
    const desk: { answer: string | undefined; isBroken: boolean } = { answer: undefined, isBroken: false };
    const told: string[] = [];
    const opened = await open(knowledgeDir, indexDir, {
      extension: async () => {
        if (desk.isBroken) throw new Error("The desk is in disorder");
        return { ...NO_EXTENSION, faq: desk.answer === undefined ? [] : [entry(desk.answer)] };
      },
      onChanged: (view) => told.push(view.index.passages.map(passageText).join()),
    });
    const write = (answer: string): Promise<void> => {
      desk.answer = answer;
      return opened.knowledge.extensionChanged();
    };
    return { ...opened, indexDir, desk, told, write };
  }

  it("is known to the very next question, and told once", async () => {
    const { text, told, write, knowledge } = await openWithDesk();
    await Promise.all([write("Kello 8."), write("Kello 9.")]);
    expect(text()).toContain("Kello 9.");
    await waitFor(() => told.length > 0);
    expect(told).toEqual([expect.stringContaining("Kello 9.")]);
    expect(knowledge.currentView()).toBe(knowledge.currentView());
  });

  it("lies over a newer version of the index too, also when it changes just then", async () => {
    const { text, write, indexDir } = await openWithDesk();
    await write("Kello 8.");
    await bringSecondVersion(indexDir);
    await waitFor(() => {
      void write(text().includes("kierros 2") ? "Kello 11." : "Kello 10.");
      return text().includes("kierros 2");
    });
    await waitFor(() => text().includes("Kello 11.") && text().includes("kierros 2"));
  });

  it("that cannot be put over it leaves the answers as they were, and is logged", async () => {
    const { text, write, desk, lines } = await openWithDesk();
    await write("Kello 8.");
    expect(text()).toContain("Kello 8.");
    desk.isBroken = true;
    await write("Kello 9.");
    expect(text()).toContain("Kello 8.");
    expect(lines.join("\n")).toContain("knowledge.not-extended");
  });
});

async function editManifest(
  indexDir: string,
  change: (manifest: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  const path = join(indexDir, "versions", (await readCurrentVersion(indexDir)) ?? "", "manifest.json");
  await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, "utf8")))));
}
