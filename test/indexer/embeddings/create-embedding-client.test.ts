import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createEmbeddingClient } from "../../../indexer/embeddings/create-embedding-client.ts";
import { EmbeddingError } from "../../../indexer/embeddings/embedding-error.ts";
import type { EmbeddingModelSettings } from "../../../indexer/embeddings/model-settings.ts";
import {
  type EmbeddingAnswer,
  type ScriptedModel,
  startScriptedModel,
} from "../../support/scripted-model.ts";

const KEY = "sk-very-secret-key";
let model: ScriptedModel;
beforeEach(async () => {
  model = await startScriptedModel();
});
afterEach(() => model.close());

const clientOf = (changes: Partial<EmbeddingModelSettings> = {}, timeoutInMs = 5000) =>
  createEmbeddingClient({ baseUrl: model.url, model: "bag", apiKey: KEY, ...changes }, { timeoutInMs });

async function failureOf(answer: EmbeddingAnswer, timeoutInMs?: number): Promise<EmbeddingError> {
  model.embed = () => answer;
  const failure: unknown = await (await clientOf({}, timeoutInMs))
    .embed(["Kissa istuu satamassa", "two"])
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(EmbeddingError);
  const { message } = failure as EmbeddingError;
  expect(message).toContain('Cannot embed with "bag" at 127.0.0.1:');
  for (const secret of [KEY, "Kissa", "scripted 4"]) expect(message).not.toContain(secret);
  return failure as EmbeddingError;
}

describe("EmbeddingClient.embed()", () => {
  it("gives vectors of length 1 in the order of the texts, and the tokens that the service counted", async () => {
    model.embed = () => ({
      vectors: [
        [3, 4],
        [0, -2],
      ],
      usage: { promptTokens: 9, completionTokens: 0 },
    });
    const { vectors, tokens } = await (await clientOf()).embed(["a", "b"]);
    expect(vectors).toEqual([Float32Array.of(0.6, 0.8), Float32Array.of(0, -1)]);
    expect(tokens).toBe(9);
    expect(model.requests[0]?.body).toMatchObject({
      model: "bag",
      input: ["a", "b"],
      encoding_format: "float",
    });
    expect(model.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  it("puts answers that come in another order where they belong", async () => {
    model.embed = () => ({
      raw: JSON.stringify({
        data: [
          { index: 1, embedding: [0, 1] },
          { index: 0, embedding: [1, 0] },
        ],
      }),
    });
    const { vectors, tokens } = await (await clientOf()).embed(["a", "b"]);
    expect(vectors).toEqual([Float32Array.of(1, 0), Float32Array.of(0, 1)]);
    expect(tokens).toBeUndefined();
  });

  it("sends no key of another service to an endpoint without one", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-of-another");
    vi.stubEnv("AZURE_OPENAI_API_KEY", "azure-of-another");
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const client = await createEmbeddingClient({ baseUrl: model.url, model: "bag" }, { timeoutInMs: 5000 });
    await client.embed(["a"]);
    expect(JSON.stringify(model.requests[0]?.headers)).not.toContain("of-another");
  });

  it.each(["", "/openai", "/openai/deployments"])(
    "asks a deployment of Azure behind its address%s",
    async (tail) => {
      const baseUrl = model.url.replace(/\/v1$/, tail);
      const client = await clientOf({ baseUrl, azureApiVersion: "2024-10-21" });
      await client.embed(["a"]);
      const [request] = model.requests;
      expect(request?.path).toBe("/openai/deployments/bag/embeddings?api-version=2024-10-21");
      expect(request?.headers["api-key"]).toBe(KEY);
    },
  );

  it.each([
    [401, "refused", "check EMBEDDING_API_KEY"],
    [403, "refused", "check EMBEDDING_API_KEY"],
    [404, "unknown", "check EMBEDDING_BASE_URL and EMBEDDING_MODEL"],
    [400, "rejected", "a model for embeddings"],
    [413, "rejected", "texts of this length"],
  ] as const)(
    "does not want to be asked again after %i, and says what to check",
    async (status, code, advice) => {
      const failure = await failureOf({ status });
      expect(failure).toMatchObject({ code, status, isRetryable: false });
      expect(failure.message).toContain(`the answer was ${status}`);
      expect(failure.message).toContain(advice);
      expect(model.requests).toHaveLength(1);
    },
  );

  it.each([
    [429, "busy"],
    [500, "unavailable"],
    [503, "unavailable"],
  ] as const)("may be asked again after %i, as late as the service wants", async (status, code) => {
    expect(await failureOf({ status, retryAfterInSeconds: 7 })).toMatchObject({
      code,
      isRetryable: true,
      retryAfterInMs: 7000,
    });
    expect(model.requests).toHaveLength(1);
  });

  it("tells an empty account from a busy service", async () => {
    const raw = JSON.stringify({ error: { code: "insufficient_quota", message: "scripted 429" } });
    expect(await failureOf({ status: 429, raw })).toMatchObject({ code: "spent", isRetryable: false });
  });

  it.each([
    ["wrong JSON", "{nonsense"],
    ["a page of a proxy", "<html>Bad gateway</html>"],
    ["no vectors", "{}"],
    ["null", "null"],
    ["fewer vectors than texts", '{"data":[{"index":0,"embedding":[1,2]}]}'],
    ["vectors of unequal length", '{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]}]}'],
    ["the same place twice", '{"data":[{"index":0,"embedding":[1,2]},{"index":0,"embedding":[1,3]}]}'],
    ["words for numbers", '{"data":[{"index":0,"embedding":["a","b"]},{"index":1,"embedding":[1,2]}]}'],
    ["nothing for numbers", '{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}'],
    ["no items", '{"data":[null,null]}'],
  ])("takes %s for no answer", async (_, raw) => {
    expect(await failureOf({ raw })).toMatchObject({ code: "bad-answer", isRetryable: true });
  });

  it("ends a request whose answer is cut off, and one that is silent, before or after its head", async () => {
    expect(
      await failureOf({
        vectors: [
          [1, 0],
          [0, 1],
        ],
        cutAfterChars: 1,
      }),
    ).toMatchObject({ code: "unavailable" });
    const started = performance.now();
    expect(await failureOf({ silentForMs: 20_000 }, 200)).toMatchObject({ code: "unavailable" });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("says that nobody listens", async () => {
    await model.close();
    const failure = await failureOf({});
    expect(failure.code).toBe("unavailable");
    expect(failure.message).toContain("ECONNREFUSED");
  });
});
