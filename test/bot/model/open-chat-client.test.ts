import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAzureEndpoint, openChatClient } from "../../../bot/model/open-chat-client.ts";
import { type ScriptedModel, startScriptedModel } from "../../support/scripted-model.ts";

describe("isAzureEndpoint()", () => {
  const config = (baseUrl: string, azureApiVersion?: string) => ({
    baseUrl,
    model: "m",
    ...(azureApiVersion === undefined ? {} : { azureApiVersion }),
  });

  it.each([
    ["https://park.openai.azure.com", "2024-10-21", true],
    ["https://park.cognitiveservices.azure.com", "2024-10-21", true],
    ["https://park.openai.azure.com/openai/v1", "2024-10-21", false],
    ["https://park.openai.azure.com", undefined, false],
    ["https://api.openai.com/v1", "2024-10-21", false],
    ["https://openai.azure.com.evil.example", "2024-10-21", false],
  ])("%s with version %s: %s", (baseUrl, version, expected) => {
    expect(isAzureEndpoint(config(baseUrl, version))).toBe(expected);
  });
});

describe("openChatClient()", () => {
  let model: ScriptedModel;
  beforeAll(async () => {
    model = await startScriptedModel({ chat: () => ({ text: "Yes." }) });
  });
  afterAll(() => model.close());
  const call = { system: "Rules.", user: "Data.", maxTokens: 77 };

  it("sends rules and data as two messages, with a limit and no randomness", async () => {
    const client = await openChatClient({ baseUrl: model.url, model: "llama", apiKey: "k" });
    expect(await client.ask(call, AbortSignal.timeout(2000))).toMatchObject({ text: "Yes.", toolCalls: [] });
    expect(model.requests.at(-1)).toMatchObject({
      path: "/v1/chat/completions",
      body: {
        model: "llama",
        temperature: 0,
        max_tokens: 77,
        messages: [
          { role: "system", content: "Rules." },
          { role: "user", content: "Data." },
        ],
      },
    });
  });

  it("sends no temperature to models that refuse one, and the limit under its newer name", async () => {
    const client = await openChatClient({ baseUrl: model.url, model: "o4-mini", apiKey: "k" });
    await client.ask(call, AbortSignal.timeout(2000));
    const body = model.requests.at(-1)?.body ?? {};
    expect(body).not.toHaveProperty("temperature");
    expect(body).not.toHaveProperty("max_tokens");
    expect(body).toMatchObject({ max_completion_tokens: 77 });
  });

  it("opens a deployment of Azure without asking it anything", async () => {
    const settings = {
      baseUrl: "https://park.openai.azure.com",
      model: "gpt-4o",
      apiKey: "k",
      azureApiVersion: "2024-10-21",
    };
    await expect(openChatClient(settings)).resolves.toHaveProperty("stream");
  });
});
