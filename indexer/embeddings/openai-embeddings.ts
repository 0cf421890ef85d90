import { AzureOpenAIEmbeddings, OpenAIEmbeddings } from "@langchain/openai";
import type { EmbeddingModelSettings } from "./model-settings.ts";

/** What is asked of an endpoint: numbers as such, since not every server packs them as the library expects. */
interface BatchRequest {
  model: string;
  input: string[];
  encoding_format: "float";
}

/** LangChain's embeddings with a way to the whole answer, whose count of tokens `embedDocuments` drops. */
export interface AnsweringEmbeddings {
  /** Makes one request; whatever the server sends comes back unchecked. */
  answerTo(texts: readonly string[]): Promise<unknown>;
}

class OwnOpenAIEmbeddings extends OpenAIEmbeddings implements AnsweringEmbeddings {
  answerTo(texts: readonly string[]): Promise<unknown> {
    return this.embeddingWithRetry(requestFor(this.model, texts));
  }
}

class OwnAzureEmbeddings extends AzureOpenAIEmbeddings implements AnsweringEmbeddings {
  answerTo(texts: readonly string[]): Promise<unknown> {
    return this.embeddingWithRetry(requestFor(this.model, texts));
  }
}

/**
 * Creates LangChain's embeddings for an endpoint. Importing this file loads the library, some 90 MB: it is imported
 * where a model is set and nowhere else.
 *
 * @param options.timeoutInMs For one request with its whole answer: the library's own limit ends with the headers.
 */
export function createOpenAiEmbeddings(
  settings: EmbeddingModelSettings,
  options: { timeoutInMs: number },
): AnsweringEmbeddings {
  const { baseUrl, model, azureApiVersion } = settings;
  // The library would take the key of another service from the environment where none is given.
  const apiKey = settings.apiKey ?? "none";
  const fields = { model, apiKey, maxRetries: 0, maxConcurrency: 16, timeout: options.timeoutInMs };
  const configuration = {
    baseURL: baseUrl,
    organization: null,
    project: null,
    logLevel: "off" as const,
    fetch: fetchWithin(options.timeoutInMs),
  };
  if (azureApiVersion === undefined) return new OwnOpenAIEmbeddings({ ...fields, configuration });
  const resource = baseUrl.replace(/\/openai(?:\/deployments)?$/, "");
  return new OwnAzureEmbeddings({
    ...fields,
    configuration,
    azureOpenAIApiKey: apiKey,
    azureOpenAIApiVersion: azureApiVersion,
    azureOpenAIApiDeploymentName: model,
    azureOpenAIBasePath: `${resource}/openai/deployments`,
  });
}

function requestFor(model: string, texts: readonly string[]): BatchRequest {
  return { model, input: [...texts], encoding_format: "float" };
}

function fetchWithin(timeoutInMs: number): typeof fetch {
  return (input, init = {}) => {
    const limit = AbortSignal.timeout(timeoutInMs);
    return fetch(input, { ...init, signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit });
  };
}
