import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEmbeddingClient } from "../../../indexer/embeddings/create-embedding-client.ts";
import { embedTexts } from "../../../indexer/embeddings/embed-texts.ts";
import { PATIENCE, type Patience } from "../../../indexer/embeddings/retry-embedding.ts";
import { embedWords } from "../../support/scripted-embeddings.ts";
import { type ScriptedModel, startScriptedModel } from "../../support/scripted-model.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const QUICK = { ...PATIENCE, firstPauseInMs: 5, timeoutInMs: 2000 };
let model: ScriptedModel;
beforeEach(async () => {
  model = await startScriptedModel();
});
afterEach(() => model.close());

const textsOf = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `text ${from + at}`);
const inputs = () => model.requests.map(({ body }) => body.input as string[]);

/** Embeds with one cache, call after call. */
async function createEmbed(patience: Partial<Patience> = {}) {
  const folder = join(await makeFolder(), "cache");
  const client = await createEmbeddingClient({ baseUrl: model.url, model: "bag" }, QUICK);
  const progress: [number, number][] = [];
  const embed = (texts: readonly string[]) =>
    embedTexts(texts, {
      client,
      cacheFolder: folder,
      patience: { ...QUICK, ...patience },
      onProgress: (...step) => progress.push(step),
    });
  return { embed, progress };
}

/** Whether each row holds the vector of its text. */
function expectRows(
  texts: readonly string[],
  { vectors, dimensions }: { vectors: Float32Array; dimensions: number },
) {
  expect(vectors).toHaveLength(texts.length * dimensions);
  texts.forEach((text, row) => {
    const own = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    embedWords(text).forEach((value, at) => {
      expect(own[at]).toBeCloseTo(value, 5);
    });
  });
}

describe("embedTexts()", () => {
  it("sends each different text once, in batches of 64 at most, two at a time", async () => {
    let [running, most] = [0, 0];
    model.embed = async (texts) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      return { vectors: texts.map(embedWords), usage: { promptTokens: 100, completionTokens: 0 } };
    };
    const { embed, progress } = await createEmbed();
    const texts = [...textsOf(150), ...textsOf(10)];
    const done = await embed(texts);
    expectRows(texts, done);
    expect(
      inputs()
        .map((input) => input.length)
        .toSorted((a, b) => b - a),
    ).toEqual([64, 64, 23]);
    expect(new Set(inputs().flat()).size).toBe(151);
    expect(most).toBe(2);
    expect(done.cost).toMatchObject({
      embedded: 150,
      cached: 0,
      requests: 3,
      tokens: 300,
      areTokensCounted: true,
    });
    expect(progress.at(-1)).toEqual([151, 151]);
  });

  it("makes smaller batches of long texts", async () => {
    const { embed } = await createEmbed();
    await embed(Array.from({ length: 9 }, (_, at) => `${at}${"x".repeat(6000)}`));
    for (const input of inputs()) expect(input.join("").length).toBeLessThanOrEqual(24_100);
  });

  it("takes known texts from the cache, and asks nothing when all are known", async () => {
    const { embed } = await createEmbed();
    await embed(textsOf(70));
    const before = model.requests.length;
    const again = await embed(textsOf(70));
    expectRows(textsOf(70), again);
    expect(again.cost).toMatchObject({ embedded: 0, cached: 70, requests: 0, tokens: 0 });
    const more = await embed(textsOf(75));
    expect(more.cost).toMatchObject({ embedded: 5, cached: 70, requests: 1 });
    expect(inputs().slice(before)).toEqual([[expect.any(String), ...textsOf(5, 70)]]);
  });

  it("guesses the tokens where the service does not tell, and says so", async () => {
    model.embed = (texts) => ({
      raw: JSON.stringify({ data: texts.map((text) => ({ embedding: embedWords(text) })) }),
    });
    const { cost } = await (await createEmbed()).embed(["a text of some thirty-five letters."]);
    expect(cost).toMatchObject({ tokens: 20, areTokensCounted: false });
  });

  it("tries again after 429, 500, a cut answer, wrong JSON and silence, and counts every request", async () => {
    const faults = [
      { status: 429 },
      { status: 500 },
      { cutAfterChars: 1 },
      { raw: "{" },
      { silentForMs: 3000 },
    ];
    model.embed = (texts, _, count) => ({ vectors: texts.map(embedWords), ...faults[count] });
    const { embed } = await createEmbed({ timeoutInMs: 300 });
    const done = await embed(["one"]);
    expectRows(["one"], done);
    expect(done.cost.requests).toBe(6);
  });

  it("waits as long as the service asks", async () => {
    model.embed = (texts, _, count) =>
      count === 0 ? { status: 429, retryAfterInSeconds: 1 } : { vectors: texts.map(embedWords) };
    await (await createEmbed()).embed(["one"]);
    const [first, second] = model.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it.each([
    [{ status: 401 }, 1, "check EMBEDDING_API_KEY"],
    [{ status: 404 }, 1, "check EMBEDDING_BASE_URL and EMBEDDING_MODEL"],
    [{ status: 429, retryAfterInSeconds: 3600 }, 1, "try again later"],
    [{ status: 500 }, 6, "check that EMBEDDING_BASE_URL answers"],
  ])("gives up on %j after %i requests", async (fault, requests, advice) => {
    model.embed = () => fault;
    await expect((await createEmbed()).embed(["one"])).rejects.toThrow(advice);
    expect(model.requests).toHaveLength(requests);
  });

  it("keeps what was embedded before it failed, and goes on from there", async () => {
    model.embed = (texts, _, count) => (count < 2 ? { vectors: texts.map(embedWords) } : { status: 401 });
    const { embed } = await createEmbed();
    await expect(embed(textsOf(300))).rejects.toThrow("401");
    model.embed = (texts) => ({ vectors: texts.map(embedWords) });
    const done = await embed(textsOf(300));
    expectRows(textsOf(300), done);
    expect(done.cost).toMatchObject({ cached: 127, embedded: 173 });
  });

  it("halves what is refused as too much, and shortens a single text that is too long", async () => {
    model.embed = (texts) =>
      texts.length > 10 || texts.some(({ length }) => length > 2000)
        ? { status: 400 }
        : { vectors: texts.map(embedWords) };
    const { embed } = await createEmbed();
    const texts = [...textsOf(40), `long ${"word ".repeat(1000)}`];
    const done = await embed(texts);
    expectRows(texts.slice(0, 40), { ...done, vectors: done.vectors.subarray(0, 40 * done.dimensions) });
    expect(done.vectors.subarray(40 * done.dimensions).some((value) => value !== 0)).toBe(true);
  });

  it("embeds everything anew when another model answers under the same name", async () => {
    const { embed } = await createEmbed();
    await embed(textsOf(100));
    const turned = (text: string) => embedWords(text).toReversed();
    model.embed = (texts) => ({ vectors: texts.map(turned) });
    const done = await embed(textsOf(101));
    expect(done.cost).toMatchObject({ embedded: 101, cached: 0 });
    expect(Array.from(done.vectors.subarray(0, 8))).toEqual(
      turned("text 0").map((value) => expect.closeTo(value, 5)),
    );
    expect((await embed(textsOf(101))).cost).toMatchObject({ embedded: 0, cached: 101 });
  });

  it("rewrites the cache when most of it is needed no more, and still knows the rest", async () => {
    const { embed } = await createEmbed();
    for (let round = 0; round < 4; round++) await embed(textsOf(300, round * 300));
    expect((await embed(textsOf(10, 900))).cost).toMatchObject({ cached: 10, requests: 0 });
    expect((await embed(textsOf(10, 900))).cost).toMatchObject({ cached: 10, requests: 0 });
    expect((await embed(textsOf(10))).cost).toMatchObject({ embedded: 10 });
  });

  it("embeds everything anew when the model's vectors have got another length", async () => {
    const { embed } = await createEmbed();
    await embed(textsOf(30));
    const longer = (text: string) => [...embedWords(text), 0.5];
    model.embed = (texts) => ({ vectors: texts.map(longer) });
    const done = await embed(textsOf(31));
    expect(done.dimensions).toBe(9);
    expect(done.cost).toMatchObject({ embedded: 31, cached: 0 });
    expect((await embed(textsOf(31))).cost).toMatchObject({ embedded: 0, cached: 31 });
  });
});
