import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { buildIndex, loadPostgresIndex, openIndex } from "../../../indexer/index.ts";
import { guide } from "../../support/knowledge.ts";
import { randomVector } from "../../support/model-vectors.ts";
import { openPublished, testPglite } from "../../support/pglite-index.ts";
import { startScriptedModel } from "../../support/scripted-model.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

/** Guides of two sections that speak of the same pier each. */
function guides(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => {
      const text = `Pier ${at} takes ships.\n\n## Fees ${at}\n\nThe fee of pier ${at} is paid at the gate.`;
      return [`g${at}.md`, guide(`pier-${at}`, at % 5 === 0 ? "visibility: member\n" : "", text)];
    }),
  );
}

it("the vectors of a model are searched in Postgres as on disk", async () => {
  const model = await startScriptedModel();
  onTestFinished(() => model.close());
  // What speaks of the same pier lies together.
  const pierOf = (text: string) => /pier.\d+/i.exec(text)?.[0].toLowerCase().replace("-", " ") ?? "none";
  model.embed = (texts) => ({ vectors: texts.map((text) => randomVector(pierOf(text))) });
  const embedding = { baseUrl: model.url, model: "bag" };
  const indexFolder = join(await makeFolder(), "index");
  const { manifest } = await buildIndex({
    knowledgeFolder: await makeFolder(guides(30)),
    indexFolder,
    embedding,
  });
  expect(manifest.model?.trust).toBeGreaterThan(0);
  const withoutModel = await openPublished(indexFolder);
  const { openPostgresIndex } = await loadPostgresIndex();
  const inPostgres = await openPostgresIndex({ pool: (await testPglite()).pool, embedding });
  const onDisk = await openIndex(indexFolder, { embedding });
  expect(inPostgres.modelNotice).toBeUndefined();
  expect(withoutModel.modelNotice).toBe((await openIndex(indexFolder)).modelNotice);
  let changed = 0;
  for (const [at, reader] of [
    [3, "public"],
    [5, "public"],
    [5, "member"],
    [12, "coordinator"],
  ] as const) {
    const options = { language: "en", reader, topK: 5 } as const;
    const question = `the fee of pier ${at} at the gate`;
    const expected = await onDisk.retriever.retrieve(question, options);
    const found = await inPostgres.retriever.retrieve(question, options);
    expect(found.map(({ entry }) => entry)).toEqual(expected.map(({ entry }) => entry));
    found.forEach(({ score }, place) => {
      expect(score).toBeCloseTo(expected[place]?.score ?? Number.NaN, 2);
    });
    const [plain] = await withoutModel.retriever.retrieve(question, options);
    if (plain?.score !== found[0]?.score) changed += 1;
  }
  // The model did take part.
  expect(changed).toBeGreaterThan(0);
}, 120_000);
