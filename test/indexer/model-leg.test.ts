import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { measureTrust } from "../../indexer/embeddings/measure-trust.ts";
import { unitVector } from "../../indexer/embeddings/unit-vector.ts";
import { type KnowledgeIndex, openIndex, type Passage, readCurrentVersion } from "../../indexer/index.ts";
import { sealManifest, versionFolder } from "../../indexer/manifest.ts";
import { modelText } from "../../indexer/write-model-vectors.ts";
import { writeVectorGraph } from "../../indexer/write-vector-graph.ts";
import type { Language } from "../../knowledge/languages.ts";
import { randomVector, vectorOfMeaning } from "../support/model-vectors.ts";
import { ownIndexFolder } from "../support/own-index.ts";
import { type ScriptedModel, startScriptedModel } from "../support/scripted-model.ts";

interface Question {
  text: string;
  language: Language;
  /** Meaning of the passages that answer it. */
  meaning: string;
}

let model: ScriptedModel;
let folder: string;
let plain: KnowledgeIndex;
let questions: Question[];
beforeAll(async () => {
  model = await startScriptedModel();
  folder = await mkdtemp(join(tmpdir(), "sivuvirta-leg-"));
  plain = await openIndex(await ownIndexFolder());
  const asked = plain.passages.flatMap((passage): Question[] =>
    passage.faq === undefined
      ? []
      : [{ text: passage.faq.question, language: passage.language, meaning: meaningOf(passage) }],
  );
  questions = asked.filter((_, at) => at % Math.ceil(asked.length / 100) === 0);
}, 120_000);
afterAll(async () => {
  await model.close();
  await rm(folder, { recursive: true, force: true });
});

/** The same in every language: the row, the FAQ entry, or the place in the guide. */
function meaningOf({ record, faq, file, headings }: Passage): string {
  return record ?? faq?.id ?? `${file.replace(/\/(?:fi|sv|en)\//, "/")} ${headings.length}`;
}

/** The own index with vectors of a model, as a build would have written them. */
async function openWithVectors(name: string, vectorOf: (passage: Passage) => readonly number[]) {
  const indexFolder = join(folder, name);
  await cp(await ownIndexFolder(), indexFolder, { recursive: true });
  const version = versionFolder(indexFolder, (await readCurrentVersion(indexFolder)) ?? "");
  const rows = plain.passages.map((passage) => unitVector(vectorOf(passage)) as Float32Array);
  const dimensions = rows[0]?.length ?? 0;
  const vectors = new Float32Array(rows.length * dimensions);
  rows.forEach((row, at) => {
    vectors.set(row, at * dimensions);
  });
  const bytes = Buffer.from(vectors.buffer);
  await writeFile(join(version, "model-vectors.f32"), bytes);
  const path = join(version, "model-vectors.hnsw");
  const graphHash = await writeVectorGraph({ vectors, dimensions }, { path, onLinked: () => {} });
  const trust = measureTrust(plain.passages, vectors);
  const vectorsHash = createHash("sha256").update(bytes).digest("hex");
  const { sum: _sum, ...manifest } = JSON.parse(await readFile(join(version, "manifest.json"), "utf8"));
  const facts = { name: "openai:m", dimensions, trust, vectorsHash, graphHash };
  await writeFile(
    join(version, "manifest.json"),
    JSON.stringify(sealManifest({ ...manifest, model: facts })),
  );
  const index = await openIndex(indexFolder, { embedding: { baseUrl: model.url, model: "m" } });
  return { index, trust };
}

const blend = (one: number[], other: number[], share: number) =>
  one.map((value, at) => value + share * (other[at] as number));

const ranksOf = async ({ retriever }: KnowledgeIndex, { text, language }: Question) =>
  (await retriever.retrieve(text, { language, topK: 10 })).map(({ entry }) => entry);

/** Share of the questions whose first passage stays, and of the first ten passages that stay. */
async function compare(index: KnowledgeIndex): Promise<{ first: number; ten: number }> {
  let [first, ten, all] = [0, 0, 0];
  for (const question of questions) {
    const [before, after] = [await ranksOf(plain, question), await ranksOf(index, question)];
    if (before[0] === after[0]) first += 1;
    ten += after.filter((entry) => before.includes(entry)).length;
    all += before.length;
  }
  return { first: first / questions.length, ten: ten / all };
}

describe("vectors that say nothing", () => {
  it("are found out when the index is built, and change no rank", async () => {
    const { index, trust } = await openWithVectors("noise", (passage) => randomVector(modelText(passage)));
    expect(trust).toBe(0);
    expect(index.modelNotice).toContain("do not tell the passages of this collection apart");
    const asked = model.requests.length;
    expect(await compare(index)).toEqual({ first: 1, ten: 1 });
    expect(model.requests.length).toBe(asked);
  }, 60_000);

  it("are found out when every passage has nearly the same one", async () => {
    const one = randomVector("one");
    const vectorOf = (passage: Passage) => blend(one, randomVector(modelText(passage)), 0.01);
    const { trust } = await openWithVectors("same", vectorOf);
    expect(trust).toBe(0);
  }, 60_000);

  it("for questions alone, as of a model that was changed behind its address, hardly change the first ranks", async () => {
    const { index, trust } = await openWithVectors("mixed", (passage) =>
      vectorOfMeaning(meaningOf(passage), modelText(passage)),
    );
    expect(trust).toBeGreaterThan(0.9);
    model.embed = (texts) => ({ vectors: texts.map((text) => randomVector(`question ${text}`)) });
    const { first, ten } = await compare(index);
    expect(first).toBeGreaterThanOrEqual(0.9);
    expect(ten).toBeGreaterThanOrEqual(0.85);
  }, 60_000);
});

describe("vectors that bring the same together in all languages", () => {
  let index: KnowledgeIndex;
  beforeAll(async () => {
    ({ index } = await openWithVectors("good", (passage) =>
      vectorOfMeaning(meaningOf(passage), modelText(passage)),
    ));
    const meanings = new Map(questions.map(({ text, meaning }) => [text, meaning]));
    model.embed = (texts) => ({
      vectors: texts.map((text) => vectorOfMeaning(meanings.get(text) ?? text, text)),
    });
  }, 60_000);

  it("bring the passages that answer to the front, and lose no question that words find", async () => {
    const foundBy = async (searched: KnowledgeIndex) => {
      const found = await Promise.all(
        questions.map(async (question) => {
          const [first] = await ranksOf(searched, question);
          return first !== undefined && meaningOf(plain.passages[first] as Passage) === question.meaning;
        }),
      );
      return found.filter(Boolean).length / questions.length;
    };
    const [before, after] = [await foundBy(plain), await foundBy(index)];
    expect(after).toBeGreaterThanOrEqual(before);
    expect(after).toBeGreaterThan(0.97);
  });

  it("find what no word of the question leads to, in every language", async () => {
    const target = plain.passages.find(({ record }) => record === "streams:SS007");
    const text = "zzyzx quuxly vworp";
    model.embed = (texts) => ({ vectors: texts.map(() => vectorOfMeaning("streams:SS007", text)) });
    expect(await ranksOf(plain, { text, language: "en", meaning: "" })).toEqual([]);
    const found = await index.retriever.retrieve(text, { language: "en", topK: 3 });
    expect(target).toBeDefined();
    expect(found.map(({ passage }) => passage.record)).toEqual(Array(3).fill("streams:SS007"));
    expect(new Set(found.map(({ passage }) => passage.language)).size).toBe(3);
  });

  it("find nothing that the reader may not see, or that the caller shuts out", async () => {
    model.embed = (texts) => ({ vectors: texts.map((text) => vectorOfMeaning("streams:SS007", text)) });
    const isAllowed = ({ record }: Passage) => record !== "streams:SS007";
    const found = await index.retriever.retrieve("zzyzx vworp", { language: "en", isAllowed });
    expect(found.map(({ passage }) => passage.record)).not.toContain("streams:SS007");
  });
});
