import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { createPostgresSource } from "../../../bot/index-source/create-postgres-source.ts";
import { openLiveKnowledge } from "../../../bot/live-knowledge.ts";
import { createLog } from "../../../bot/log.ts";
import { buildIndex, loadPostgresIndex, passageText } from "../../../indexer/index.ts";
import { waitFor } from "../../support/application.ts";
import { testPglite } from "../../support/pglite-index.ts";
import { makeFolder, writeFiles } from "../../support/temporary-folder.ts";

/** Indexes are built in processes of their own. */
vi.setConfig({ testTimeout: 120_000 });

/** A replica with folders of its own, on the database that all share. */
async function startReplica(knowledgeDir: string) {
  const { pool } = await testPglite();
  const indexDir = join(await makeFolder(), "index");
  const [said, lines]: [string[], string[]] = [[], []];
  const log = createLog({ level: "info", write: (line) => lines.push(line) });
  const say = (line: string) => said.push(line);
  const source = await createPostgresSource({ pool, indexDir, knowledgeDir, log, say, pollIntervalInMs: 50 });
  const knowledge = await openLiveKnowledge({ source, indexDir, knowledgeDir, log, say });
  onTestFinished(() => knowledge.close());
  return {
    said,
    lines,
    text: () => knowledge.currentView().index.passages.map(passageText).join("\n"),
    view: () => knowledge.currentView(),
    async publish(files: Record<string, string>) {
      await writeFiles(knowledgeDir, files);
      await buildIndex({ knowledgeFolder: knowledgeDir, indexFolder: indexDir });
      const { publishIndex } = await loadPostgresIndex();
      await publishIndex({ folder: indexDir, pool });
    },
  };
}

it("builds at the first start, is opened by another replica as it is, and follows what is published", async () => {
  const knowledgeDir = await makeFolder({ "a.txt": "Satamassa on kierros 1." });
  const first = await startReplica(knowledgeDir);
  expect(first.said).toEqual([
    `There is no index yet: building it from "${knowledgeDir}", which takes some seconds …`,
    expect.stringMatching(/^Index built: 1 passages in \d+\.\d s\.$/),
  ]);
  expect(first.text()).toContain("kierros 1");
  const second = await startReplica("/nowhere/at/all");
  expect(second.said).toEqual([]);
  expect(second.text()).toContain("kierros 1");
  await first.publish({ "a.txt": "Satamassa on kierros 2." });
  for (const replica of [first, second]) {
    await waitFor(() => Promise.resolve(replica.text().includes("kierros 2")), 20_000);
    expect(replica.lines.join("\n")).toContain('"index.replaced"');
  }
});

it("answers from whole versions, and never from an older one again, while one after another is published", async () => {
  const files = (round: number) => ({
    "a.txt": `Satamassa on kierros ${round}.`,
    [`b${round}.txt`]: `Varastossa ${round} on kuonaa.`,
  });
  const knowledgeDir = await makeFolder(files(10));
  const first = await startReplica(knowledgeDir);
  await first.publish(files(10));
  const second = await startReplica("/nowhere/at/all");
  let isOver = false;
  const ask = async ({ view }: Pick<typeof first, "view">) => {
    const seen: number[] = [];
    while (!isOver) {
      const { index } = view();
      const found = await index.retriever.retrieve("Mikä kierros on satamassa?", { language: "fi" });
      const told = found.map(({ passage }) => passageText(passage)).find((text) => text.includes("kierros"));
      // What is found stands in the version that was asked.
      expect(index.passages.map(passageText)).toContain(told);
      seen.push(Number(/kierros (\d+)/.exec(told ?? "")?.[1]));
      await pause(5);
    }
    return seen;
  };
  const asking = [ask(first), ask(second)];
  const last = 14;
  for (let round = 11; round <= last; round++) await first.publish(files(round));
  for (const replica of [first, second]) {
    await waitFor(() => Promise.resolve(replica.text().includes(`kierros ${last}`)), 20_000);
  }
  await pause(100);
  isOver = true;
  for (const seen of await Promise.all(asking)) {
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(last);
  }
  for (const { lines } of [first, second]) expect(lines.join("\n")).not.toContain('"level":"error"');
});

it("builds anew what is damaged", async () => {
  const knowledgeDir = await makeFolder({ "a.txt": "Satamassa on kierros 3." });
  const { pool } = await testPglite();
  await pool.query("DELETE FROM index_chunk");
  const replica = await startReplica(knowledgeDir);
  expect(replica.said[0]).toBe(
    `The index cannot be used (broken): building it anew from "${knowledgeDir}" …`,
  );
  expect(replica.text()).toContain("kierros 3");
});
