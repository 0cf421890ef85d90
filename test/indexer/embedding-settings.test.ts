import { describe, expect, it } from "vitest";
import { loadConfig } from "../../bot/config.ts";
import { parseEmbeddingSettings } from "../../indexer/index.ts";

const URL_OF_MODEL = "http://127.0.0.1:11434/v1";

describe("parseEmbeddingSettings()", () => {
  it.each([
    {},
    { EMBEDDING_BASE_URL: "", EMBEDDING_MODEL: "", EMBEDDING_API_KEY: "" },
    { AZURE_OPENAI_API_VERSION: "2024-10-21" },
    { EMBEDDING_BASE_URL: `${URL_OF_MODEL}//`, EMBEDDING_MODEL: "bge-m3" },
    { EMBEDDING_BASE_URL: URL_OF_MODEL, EMBEDDING_MODEL: "m", EMBEDDING_API_KEY: "sk" },
    {
      EMBEDDING_BASE_URL: "https://x.openai.azure.com",
      EMBEDDING_MODEL: "m",
      EMBEDDING_API_KEY: "sk",
      AZURE_OPENAI_API_VERSION: "2024-10-21",
    },
  ])("reads %j as the bot does", (environment) => {
    expect(parseEmbeddingSettings(environment)).toEqual(loadConfig(environment).embedding);
  });

  it.each([
    [{ EMBEDDING_MODEL: "m" }, "EMBEDDING_BASE_URL"],
    [{ EMBEDDING_BASE_URL: URL_OF_MODEL }, "EMBEDDING_MODEL"],
    [{ EMBEDDING_API_KEY: "sk-secret" }, "EMBEDDING_BASE_URL"],
    [{ EMBEDDING_BASE_URL: "ftp://x", EMBEDDING_MODEL: "m" }, "http or https address"],
    [{ EMBEDDING_BASE_URL: "localhost", EMBEDDING_MODEL: "m" }, "http or https address"],
  ])("refuses %j as the bot does, naming the setting and no key", (environment, named) => {
    for (const read of [parseEmbeddingSettings, loadConfig]) {
      expect(() => read(environment)).toThrow(named);
      expect(() => read(environment)).not.toThrow("sk-secret");
    }
  });
});
