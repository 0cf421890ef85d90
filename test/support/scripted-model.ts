import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { sendChat } from "./scripted-chat.ts";
import { embedWords, sendEmbeddings } from "./scripted-embeddings.ts";

/** One request the product made of the model. */
export interface ModelRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: ModelBody;
  /** Milliseconds since 1970. */
  at: number;
  /** True once the product has hung up before the answer was whole. */
  isAbandoned: boolean;
}

/** What of a request's body a script looks at; the rest is there too. */
export interface ModelBody {
  model?: string;
  messages?: { role: string; content: string | { type: string; text?: string }[] | null }[];
  tools?: { type: string; function: { name: string; description?: string; parameters?: object } }[];
  stream?: boolean;
  input?: string | string[];
  encoding_format?: string;
  dimensions?: number;
  [field: string]: unknown;
}

/** Tokens an answer tells to have cost. */
export interface ModelUsage {
  promptTokens: number;
  completionTokens: number;
}

/** What the server does instead of answering, or before it answers. */
export interface ModelFault {
  /** Status of the answer: 429, 500, 401 … */
  status?: number;
  /** Seconds of a `Retry-After` header. */
  retryAfterInSeconds?: number;
  /** The body as it is, instead of an answer: wrong JSON, a page of a proxy. */
  raw?: string;
  /** Waits so long before anything is sent. @default 0 */
  silentForMs?: number;
  /** Hangs up after so many characters of a chat's text, or after half of the body of embeddings. */
  cutAfterChars?: number;
}

/** Words, tool calls or a fault. `text` and `toolCalls` may come together with a delay or a cut. */
export interface ChatAnswer extends ModelFault {
  text?: string;
  toolCalls?: { name: string; arguments: unknown }[];
  usage?: ModelUsage;
  /** Characters of a streamed piece. @default 7 */
  pieceChars?: number;
  /** Milliseconds between streamed pieces. @default 0 */
  paceInMs?: number;
}

/** Vectors, one per text, or a fault. */
export interface EmbeddingAnswer extends ModelFault {
  vectors?: number[][];
  usage?: ModelUsage;
}

/** What decides an answer; `count` says how many requests of this kind came before. */
export type ChatScript = (request: ModelRequest, count: number) => ChatAnswer | Promise<ChatAnswer>;
export type EmbeddingScript = (
  texts: string[],
  request: ModelRequest,
  count: number,
) => EmbeddingAnswer | Promise<EmbeddingAnswer>;

/** An OpenAI-compatible server on the loopback that answers what a test tells it to. */
export interface ScriptedModel {
  /** Base URL for `CHAT_BASE_URL` and `EMBEDDING_BASE_URL`, with `/v1`. */
  url: string;
  /** Everything that was asked, in order. */
  requests: ModelRequest[];
  /** @default the words "Nothing is scripted." */
  chat: ChatScript;
  /** @default vectors of eight dimensions made of the words of the text */
  embed: EmbeddingScript;
  close(): Promise<void>;
}

/**
 * Starts the server on a free port: `/chat/completions` (streamed or whole, tool calls), `/embeddings` and `/models`
 * under any prefix, so that Azure's addresses reach it as well.
 *
 * @example
 * const model = await startScriptedModel();
 * model.chat = (_, count) => (count === 0 ? { status: 429, retryAfterInSeconds: 1 } : { text: "Hello [1]." });
 */
export async function startScriptedModel(scripts: Partial<Pick<ScriptedModel, "chat" | "embed">> = {}) {
  const sockets = new Set<Socket>();
  const counts = { chat: 0, embed: 0 };
  const model: ScriptedModel = {
    url: "",
    requests: [],
    chat: scripts.chat ?? (() => ({ text: "Nothing is scripted." })),
    embed: scripts.embed ?? ((texts) => ({ vectors: texts.map(embedWords) })),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  const server = createServer(async (incoming, response) => {
    const request = await readRequest(incoming, response);
    model.requests.push(request);
    const path = request.path.replace(/\?.*$/, "");
    if (path.endsWith("/chat/completions")) {
      await sendChat(response, request, await model.chat(request, counts.chat++));
    } else if (path.endsWith("/embeddings")) {
      const { input = [] } = request.body;
      const texts = typeof input === "string" ? [input] : input;
      await sendEmbeddings(response, request, await model.embed(texts, request, counts.embed++));
    } else if (path.endsWith("/models")) {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ object: "list", data: [{ id: "scripted", object: "model" }] }));
    } else {
      response.writeHead(404, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { message: "no such path" } }));
    }
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  model.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return model;
}

async function readRequest(incoming: IncomingMessage, response: ServerResponse): Promise<ModelRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const request: ModelRequest = {
    path: incoming.url ?? "",
    headers: incoming.headers,
    body: text === "" ? {} : (JSON.parse(text) as ModelBody),
    at: Date.now(),
    isAbandoned: false,
  };
  response.on("close", () => {
    if (!response.writableFinished) request.isAbandoned = true;
  });
  return request;
}

/** All words of a request's messages, for scripts that look for something in them. */
export function wordsOf(request: ModelRequest): string {
  return (request.body.messages ?? [])
    .map(({ content }) =>
      typeof content === "string" ? content : (content ?? []).map((part) => part.text ?? "").join("\n"),
    )
    .join("\n");
}
