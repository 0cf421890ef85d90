import type { AIMessage, AIMessageChunk } from "@langchain/core/messages";
import type { AzureOpenAIInput, ChatOpenAI, ChatOpenAIFields } from "@langchain/openai";
import type { ModelConfig } from "../config.ts";
import type { ChatCall, ChatClient, ChatUsage } from "./chat-client.ts";

/** Hosts of Azure OpenAI, which has addresses of its own per deployment. */
const AZURE_HOST = /\.(?:openai\.azure\.com|cognitiveservices\.azure\.com)$/;
/** Models that take no temperature. */
const FIXED_TEMPERATURE = /^(?:o\d|gpt-5)/;

/** Tells whether an endpoint is reached by Azure's addresses of deployments rather than by OpenAI's. */
export function isAzureEndpoint({ baseUrl, azureApiVersion }: ModelConfig): boolean {
  if (azureApiVersion === undefined) return false;
  const { hostname, pathname } = new URL(baseUrl);
  // Azure's newer address speaks OpenAI's own interface.
  return AZURE_HOST.test(hostname) && !/^\/openai\/v1\/?$/.test(pathname);
}

/**
 * Opens a chat model of an OpenAI-compatible endpoint or of Azure OpenAI. The library is loaded here, so that a bot
 * without a model does not pay for it. Nothing is asked of the endpoint yet.
 */
export async function openChatClient(config: ModelConfig): Promise<ChatClient> {
  const { AzureChatOpenAI, ChatOpenAI } = await import("@langchain/openai");
  const models = new Map<number, ChatOpenAI>();
  // The library takes the limit of an answer when a model is made, not when it is asked.
  const modelOf = ({ maxTokens }: ChatCall): ChatOpenAI => {
    const known = models.get(maxTokens);
    const model =
      known ??
      (isAzureEndpoint(config)
        ? new AzureChatOpenAI(azureFields(config, maxTokens))
        : new ChatOpenAI(openAiFields(config, maxTokens)));
    models.set(maxTokens, model);
    return model;
  };
  return {
    async ask(call, signal) {
      const { tools = [] } = call;
      const model = modelOf(call);
      const asked = tools.length === 0 ? model : model.bindTools(tools.map(toToolDefinition));
      const answer = await asked.invoke(toMessages(call), { signal });
      return { text: answer.text, toolCalls: toolCallsOf(answer), ...usageOf(answer) };
    },
    async *stream(call, signal) {
      const pieces = await modelOf(call).stream(toMessages(call), { signal });
      for await (const piece of pieces) {
        yield { text: piece.text, ...usageOf(piece), ...(isLast(piece) && { isLast: true }) };
      }
    },
  };
}

/** The library would write to the console what it cannot read, words of the answer and all. */
const QUIET = { logLevel: "off" } as const;

/** Retries belong to the session, which knows how much time is left. */
function commonFields({ model }: ModelConfig, maxTokens: number) {
  return { maxRetries: 0, maxTokens, ...(FIXED_TEMPERATURE.test(model) ? {} : { temperature: 0 }) };
}

function openAiFields(config: ModelConfig, maxTokens: number): ChatOpenAIFields {
  const { baseUrl, model, apiKey = "none" } = config;
  const configuration = { baseURL: baseUrl, ...QUIET };
  return { ...commonFields(config, maxTokens), model, apiKey, useResponsesApi: false, configuration };
}

function azureFields(config: ModelConfig, maxTokens: number): AzureOpenAIInput & ChatOpenAIFields {
  const { baseUrl, model, apiKey = "none", azureApiVersion = "" } = config;
  return {
    ...commonFields(config, maxTokens),
    configuration: QUIET,
    model,
    azureOpenAIEndpoint: new URL(baseUrl).origin,
    azureOpenAIApiKey: apiKey,
    azureOpenAIApiDeploymentName: model,
    azureOpenAIApiVersion: azureApiVersion,
  };
}

function toMessages({ system, user }: ChatCall): [string, string][] {
  return [
    ["system", system],
    ["user", user],
  ];
}

function toToolDefinition({ name, description, parameters }: NonNullable<ChatCall["tools"]>[number]) {
  return { type: "function" as const, function: { name, description, parameters } };
}

function toolCallsOf(answer: AIMessage | AIMessageChunk) {
  const { tool_calls: valid = [], invalid_tool_calls: invalid = [] } = answer;
  return [
    ...valid.map(({ name, args }) => ({ name, arguments: args as unknown })),
    ...invalid.map(({ name = "", args }) => ({ name, arguments: args as unknown })),
  ];
}

function usageOf({ usage_metadata: usage }: AIMessage | AIMessageChunk): { usage?: ChatUsage } {
  if (usage === undefined) return {};
  // The library leaves a zero out, and gives nothing but zeros where the endpoint told nothing.
  const { input_tokens: input = 0, output_tokens: output = 0 } = usage as Partial<typeof usage>;
  return input + output === 0 ? {} : { usage: { input, output } };
}

function isLast(piece: AIMessageChunk): boolean {
  const reason: unknown = piece.response_metadata.finish_reason;
  return typeof reason === "string" && reason !== "";
}
