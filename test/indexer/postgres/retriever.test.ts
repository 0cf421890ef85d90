import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type KnowledgeIndex, openIndex, restrictIndex } from "../../../indexer/index.ts";
import type { RetrieveOptions } from "../../../indexer/retriever.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { ownIndexFolder } from "../../support/own-index.ts";
import { openPublished } from "../../support/pglite-index.ts";
import { describeRetriever } from "../retriever-contract.ts";

/** Hundreds of questions to a Postgres that runs within this process. */
vi.setConfig({ testTimeout: 60_000 });

describeRetriever("of an index in Postgres", openPublished);

interface Asked {
  question: string;
  lang: Language;
}

async function readQuestions(): Promise<Asked[]> {
  const file = join(import.meta.dirname, "..", "..", "quality", "answers-seeds.jsonl");
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  const asked = lines.map((line) => JSON.parse(line) as Partial<Asked>);
  // Conversations of several turns have no question of their own.
  return asked.filter((one): one is Asked => one.question !== undefined);
}

/** How far the first ten hits of two indexes are the same, over the product's own questions. */
async function compare(
  one: KnowledgeIndex,
  other: KnowledgeIndex,
  optionsOf: (asked: Asked) => RetrieveOptions,
): Promise<{ top1: number; overlap: number }> {
  let [asked, same, shared] = [0, 0, 0];
  for (const question of await readQuestions()) {
    const find = async ({ retriever }: KnowledgeIndex) =>
      (await retriever.retrieve(question.question, optionsOf(question))).map(({ entry }) => entry);
    const [expected, found] = [await find(one), await find(other)];
    if (expected.length === 0) continue;
    asked += 1;
    if (expected[0] === found[0]) same += 1;
    shared += expected.filter((entry) => found.includes(entry)).length / expected.length;
  }
  expect(asked).toBeGreaterThan(100);
  return { top1: same / asked, overlap: shared / asked };
}

describe("the product's own knowledge in Postgres", () => {
  let [onDisk, inPostgres]: [KnowledgeIndex | undefined, KnowledgeIndex | undefined] = [undefined, undefined];
  beforeAll(async () => {
    const folder = await ownIndexFolder();
    onDisk = await openIndex(folder);
    inPostgres = await openPublished(folder);
  });
  const opened = () => ({ onDisk: onDisk as KnowledgeIndex, inPostgres: inPostgres as KnowledgeIndex });

  it("is opened with the same passages, tables, counts and words as from disk", () => {
    const { onDisk, inPostgres } = opened();
    expect(inPostgres.passages).toEqual(onDisk.passages);
    expect(inPostgres.tables).toEqual(onDisk.tables);
    expect(inPostgres.counts).toEqual(onDisk.counts);
    expect(inPostgres.hiddenCounts).toEqual(onDisk.hiddenCounts);
    expect(inPostgres.manifest).toEqual(onDisk.manifest);
    expect(inPostgres.lexicon.version).toBe(onDisk.lexicon.version);
  });

  it.each<[string, (asked: Asked) => RetrieveOptions]>([
    ["everything", ({ lang }) => ({ language: lang, topK: 10, reader: "coordinator" })],
    ["what the public may see", ({ lang }) => ({ language: lang, topK: 10 })],
    [
      "one language",
      ({ lang }) => ({ language: lang, topK: 10, isAllowed: ({ language }) => language === lang }),
    ],
    [
      "curated answers",
      ({ lang }) => ({ language: lang, topK: 10, isAllowed: ({ kind }) => kind === "faq" }),
    ],
  ])("ranks as from disk: %s", async (_, optionsOf) => {
    const { onDisk, inPostgres } = opened();
    const { top1, overlap } = await compare(onDisk, inPostgres, optionsOf);
    expect(top1).toBeGreaterThanOrEqual(0.95);
    expect(overlap).toBeGreaterThanOrEqual(0.9);
  });

  it("ranks as from disk when narrowed to the public", async () => {
    const { onDisk, inPostgres } = opened();
    const [one, other] = [restrictIndex(onDisk, "public"), restrictIndex(inPostgres, "public")];
    const { top1, overlap } = await compare(one, other, ({ lang }) => ({ language: lang, topK: 10 }));
    expect(top1).toBeGreaterThanOrEqual(0.95);
    expect(overlap).toBeGreaterThanOrEqual(0.9);
  });
});
