import { Agent, request } from "node:http";
import { WebSocket } from "ws";

/** One conversation that measures its turns. */
export interface BenchConversation {
  /** Sends one message; resolves with the milliseconds until the reply came over the socket. */
  turn(): Promise<number>;
  close(): void;
}

/** Keeps as many connections as there are conversations. */
export const benchAgent = new Agent({ keepAlive: true, maxSockets: 128 });

const TURN_LIMIT_IN_MS = 10_000;

/** Gets a token, begins a conversation and opens its socket. */
export async function openConversation(url: string): Promise<BenchConversation> {
  const base = `${url}/v3/directline`;
  const generated = parse(await post(`${base}/tokens/generate`, { body: "{}" }));
  const started = parse(await post(`${base}/conversations`, { body: "{}", token: generated.token }));
  const socket = new WebSocket(String(started.streamUrl), { perMessageDeflate: false });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  let onReply = () => {};
  let expected = "";
  // Looked for in the text and not parsed: the client is not what is measured.
  socket.on("message", (data) => {
    if (String(data).includes(expected)) onReply();
  });
  const path = `${base}/conversations/${started.conversationId}/activities`;
  let count = 0;
  return {
    async turn() {
      count++;
      expected = `"Heard: message ${count}"`;
      const replied = new Promise<void>((resolve) => {
        onReply = resolve;
      });
      const body = JSON.stringify({
        type: "message",
        text: `message ${count}`,
        locale: "en-US",
        from: { id: "ignored" },
        channelData: { clientActivityID: `client-${count}` },
      });
      const begun = performance.now();
      const posted = post(path, { body, token: started.token });
      await withinLimit(replied);
      const took = performance.now() - begun;
      await posted;
      return took;
    },
    close: () => socket.close(),
  };
}

function parse(text: string): Record<string, string> {
  return JSON.parse(text) as Record<string, string>;
}

function withinLimit(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`Cannot measure: no reply came within ${TURN_LIMIT_IN_MS} ms`));
    const timer = setTimeout(fail, TURN_LIMIT_IN_MS);
    work.then(() => {
      clearTimeout(timer);
      resolve();
    }, reject);
  });
}

function post(url: string, options: { body: string; token?: string }): Promise<string> {
  const headers = {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(options.body)),
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
