import { Agent, request } from "node:http";
import { WebSocket } from "ws";
import type { BenchQuestion } from "./read-bench-questions.ts";

/** One conversation that measures its turns. */
export interface BenchConversation {
  /** Sends one message; resolves with the time until the whole reply came over the socket, and whether it cites. */
  turn(question: BenchQuestion): Promise<BenchTurn>;
  close(): void;
}

/** What came of one turn. */
export interface BenchTurn {
  ms: number;
  /** Whether the reply names a source. */
  isCited: boolean;
}

/** Keeps as many connections as there are conversations. */
export const benchAgent = new Agent({ keepAlive: true, maxSockets: 128 });

const TURN_LIMIT_IN_MS = 10_000;
const LOCALES = { fi: "fi-FI", sv: "sv-FI", en: "en-US" } as const;

/**
 * Gets a token, begins a conversation and opens its socket.
 *
 * @param address Network address that the conversation comes from, as a proxy tells it: each person has one, and limits
 * are kept for each.
 */
export async function openConversation(url: string, address = "192.0.2.1"): Promise<BenchConversation> {
  const base = `${url}/v3/directline`;
  const generated = parse(await post(`${base}/tokens/generate`, { body: "{}", address }));
  const started = parse(await post(`${base}/conversations`, { body: "{}", token: generated.token, address }));
  const socket = new WebSocket(String(started.streamUrl), { perMessageDeflate: false });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  let onReply = (_text: string) => {};
  // Looked for in the text and not parsed: the client is not what is measured.
  socket.on("message", (data) => {
    const text = String(data);
    if (isReply(text)) onReply(text);
  });
  const path = `${base}/conversations/${started.conversationId}/activities`;
  let count = 0;
  return {
    async turn({ text, language }) {
      count++;
      const replied = new Promise<string>((resolve) => {
        onReply = resolve;
      });
      const body = JSON.stringify({
        type: "message",
        text,
        locale: LOCALES[language],
        from: { id: "ignored" },
        channelData: { clientActivityID: `client-${count}` },
      });
      const begun = performance.now();
      const posted = post(path, { body, token: started.token, address });
      const reply = await withinLimit(replied);
      const ms = performance.now() - begun;
      await posted;
      return { ms, isCited: reply.includes('"https://schema.org/Claim"') };
    },
    close: () => socket.close(),
  };
}

/** The bot's whole message, and neither the echo of the person's own nor the signs that it writes. */
function isReply(text: string): boolean {
  return text.includes('"type":"message"') && text.includes('"replyToId"') && text.includes('"role":"bot"');
}

function parse(text: string): Record<string, string> {
  return JSON.parse(text) as Record<string, string>;
}

function withinLimit<Value>(work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`Cannot measure: no reply came within ${TURN_LIMIT_IN_MS} ms`));
    const timer = setTimeout(fail, TURN_LIMIT_IN_MS);
    work.then((value) => {
      clearTimeout(timer);
      resolve(value);
    }, reject);
  });
}

function post(url: string, options: { body: string; token?: string; address: string }): Promise<string> {
  const headers = {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(options.body)),
    "x-forwarded-for": options.address,
    ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
  };
  return new Promise((resolve, reject) => {
    const call = request(url, { method: "POST", agent: benchAgent, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => {
        if (response.statusCode === 200 || response.statusCode === 201) resolve(text);
        else reject(new Error(`Cannot measure: the server answered ${response.statusCode}: ${text}`));
      });
    });
    call.on("error", reject).end(options.body);
  });
}
