import { join } from "node:path";
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
