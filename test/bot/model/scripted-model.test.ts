import { ChatOpenAI, OpenAIEmbeddings } from "@langchain/openai";
import { afterEach, describe, expect, it } from "vitest";
import { type ScriptedModel, startScriptedModel, wordsOf } from "../../support/scripted-model.ts";

/** The tests of the model stand on this server, so it is tried with the library that the product uses. */
describe("startScriptedModel", () => {
  let model: ScriptedModel;
  afterEach(() => model.close());

  const chatOf = () =>
    new ChatOpenAI({
      model: "scripted",
      apiKey: "k",
      maxRetries: 0,
      configuration: { baseURL: model.url },
    });

  it("streams words and tells what they cost", async () => {
    model = await startScriptedModel({ chat: () => ({ text: "Side streams are listed [1]." }) });
    let text = "";
    let tokens = 0;
    for await (const chunk of await chatOf().stream("What is listed?")) {
      text += chunk.text;
      tokens += chunk.usage_metadata?.total_tokens ?? 0;
    }
    expect(text).toBe("Side streams are listed [1].");
    expect(tokens).toBeGreaterThan(0);
    expect(wordsOf(model.requests[0]!)).toContain("What is listed?");
  });

  it("calls tools", async () => {
    model = await startScriptedModel({
      chat: () => ({ toolCalls: [{ name: "refuse", arguments: { why: "x" } }] }),
    });
    const answer = await chatOf().invoke("?");
    expect(answer.tool_calls).toMatchObject([{ name: "refuse", args: { why: "x" } }]);
  });

  it.each([
    ["429", { status: 429, retryAfterInSeconds: 1 }],
    ["500", { status: 500 }],
    ["wrong JSON", { raw: "{not json" }],
    ["a cut", { text: "abc", cutAfterChars: 1 }],
  ])("fails with %s", async (_, fault) => {
    model = await startScriptedModel({ chat: () => fault });
    await expect(chatOf().invoke("?")).rejects.toThrow();
  });

  it("cuts a stream after what was said", async () => {
    model = await startScriptedModel({ chat: () => ({ text: "abcdefghij", cutAfterChars: 4 }) });
    let text = "";
    const read = async () => {
      for await (const chunk of await chatOf().stream("?")) text += chunk.text;
    };
    await expect(read()).rejects.toThrow();
    expect(text).toBe("abcd");
  });

  it("keeps silent and sees that the other side hung up", async () => {
    model = await startScriptedModel({ chat: () => ({ silentForMs: 30_000, text: "late" }) });
    await expect(chatOf().invoke("?", { signal: AbortSignal.timeout(100) })).rejects.toThrow();
    await expect.poll(() => model.requests[0]?.isAbandoned).toBe(true);
  });

  it("embeds texts", async () => {
    model = await startScriptedModel();
    const embeddings = new OpenAIEmbeddings({
      model: "scripted",
      apiKey: "k",
      maxRetries: 0,
      configuration: { baseURL: model.url },
    });
    const [same, other, again] = await embeddings.embedDocuments(["ash", "whey", "ash"]);
    expect(same).toHaveLength(8);
    expect(same).toEqual(again);
    expect(same).not.toEqual(other);
  });
});
