import { expect, test } from "vitest";
import { questionModel } from "../../../bot/index-source/question-model.ts";
import { createLog } from "../../../bot/log.ts";
import type { CountedModelCall } from "../../../bot/observe/metrics.ts";
import { EmbeddingError } from "../../../indexer/embeddings/embedding-error.ts";

function watched() {
  const calls: CountedModelCall[] = [];
  const metrics = { modelCall: (call: CountedModelCall) => void calls.push(call) };
  const { watchEmbedding } = questionModel({ log: createLog({ write: () => undefined }), metrics });
  return { calls, watchEmbedding };
}

test("a request for the vector of a question is counted with its time and tokens, and gives what it gave", async () => {
  const { calls, watchEmbedding } = watched();
  const batch = { vectors: [Float32Array.of(1)], tokens: 7 };
  expect(await watchEmbedding(async () => batch)).toBe(batch);
  expect(calls).toEqual([{ kind: "embedding", outcome: "ok", seconds: expect.any(Number), tokensIn: 7 }]);
});

test.each([
  ["busy", "limited"],
  ["spent", "limited"],
  ["unavailable", "failed"],
  ["bad-answer", "failed"],
] as const)(
  "one that fails since the service is %s is counted as %s, and its error goes on",
  async (code, outcome) => {
    const { calls, watchEmbedding } = watched();
    const error = new EmbeddingError(code, { model: "m", host: "h", state: "s" });
    await expect(watchEmbedding(() => Promise.reject(error))).rejects.toBe(error);
    expect(calls).toMatchObject([{ kind: "embedding", outcome }]);
  },
);
