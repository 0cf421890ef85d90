import { describe, expect, it } from "vitest";
import type { EmbeddingClient } from "../../../indexer/embeddings/create-embedding-client.ts";
import { EmbeddingError } from "../../../indexer/embeddings/embedding-error.ts";
import {
  codeOfFailure,
  createQuestionEmbedder,
  type EmbeddingTrouble,
  type QuestionEmbedderOptions,
} from "../../../indexer/embeddings/question-embedder.ts";

/** An embedder on a client that a test drives, with a clock of the test's own. */
function create(options: Partial<QuestionEmbedderOptions> = {}) {
  const asked: string[] = [];
  const troubles: EmbeddingTrouble[] = [];
  const state = { now: 0, answer: async (_text: string): Promise<Float32Array> => Float32Array.of(1, 0) };
  const client: EmbeddingClient = {
    modelName: "openai:test",
    async embed(texts) {
      asked.push(...texts);
      return { vectors: [await state.answer(texts[0] ?? "")], tokens: 1 };
    },
  };
  const embed = createQuestionEmbedder({
    client,
    dimensions: 2,
    now: () => state.now,
    onTrouble: (trouble) => troubles.push(trouble),
    ...options,
  });
  return { embed, asked, troubles, state };
}

const down = () =>
  Promise.reject(new EmbeddingError("unavailable", { model: "m", host: "h", state: "s", status: 503 }));

describe("a question embedder", () => {
  it("sends a question once, however often and at once it is asked", async () => {
    const { embed, asked } = create();
    const [one, two] = await Promise.all([embed("Mitä tuhkaa?"), embed("  Mitä\ntuhkaa? ")]);
    expect(one).toEqual(Float32Array.of(1, 0));
    expect(two).toBe(one);
    expect(await embed("Mitä tuhkaa?")).toBe(one);
    expect(asked).toEqual(["Mitä tuhkaa?"]);
    expect(await embed("  ")).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it("lets each request be watched, with what it gave or why it failed", async () => {
    const seen: unknown[] = [];
    const { embed, state } = create({
      deadlineInMs: 20,
      watch: async (request) => {
        try {
          const batch = await request();
          seen.push(batch.tokens);
          return batch;
        } catch (error) {
          seen.push(codeOfFailure(error));
          throw error;
        }
      },
    });
    await embed("a");
    await embed("a");
    state.answer = () => new Promise(() => {});
    expect(await embed("b")).toBeUndefined();
    expect(seen).toEqual([1, "too-slow"]);
  });

  it("keeps the questions used last", async () => {
    const { embed, asked } = create({ kept: 2 });
    for (const question of ["a", "b", "a", "c", "a", "b"]) await embed(question);
    expect(asked).toEqual(["a", "b", "c", "b"]);
  });

  it("gives nothing after the deadline, and leaves the model alone for a while", async () => {
    const { embed, asked, troubles, state } = create({ deadlineInMs: 30 });
    state.answer = () => new Promise(() => {});
    expect(await embed("a")).toBeUndefined();
    expect(troubles).toMatchObject([{ code: "too-slow", pauseInSeconds: 60 }]);
    expect(await embed("b")).toBeUndefined();
    state.now = 59_000;
    expect(await embed("a")).toBeUndefined();
    expect(asked).toEqual(["a"]);
  });

  it("lets one question try a model that failed, and all when it answers again", async () => {
    const { embed, asked, troubles, state } = create();
    state.answer = down;
    expect(await embed("a")).toBeUndefined();
    expect(troubles).toEqual([{ code: "unavailable", status: 503, ms: 0, pauseInSeconds: 60 }]);
    state.now = 61_000;
    expect(await Promise.all([embed("b"), embed("c")])).toEqual([undefined, undefined]);
    expect(asked).toEqual(["a", "b"]);
    state.now = 122_000;
    state.answer = async () => Float32Array.of(0, 1);
    expect(await embed("a")).toEqual(Float32Array.of(0, 1));
    expect(await embed("c")).toEqual(Float32Array.of(0, 1));
    expect(troubles).toHaveLength(2);
  });

  it("uses no vector of other dimensions, and tells nothing of the question in any trouble", async () => {
    const { embed, troubles, state } = create();
    state.answer = async () => Float32Array.of(1, 0, 0);
    expect(await embed("salainen kysymys")).toBeUndefined();
    expect(troubles).toMatchObject([{ code: "other-dimensions" }]);
    expect(JSON.stringify(troubles)).not.toContain("salainen");
  });

  it("keeps a vector that is there while the model is down", async () => {
    const { embed, state } = create();
    const vector = await embed("a");
    state.answer = down;
    await embed("b");
    expect(await embed("a")).toBe(vector);
  });
});
