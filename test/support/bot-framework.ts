import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A message as Teams sends it; the reply comes in the answer to the request. */
export const MESSAGE = {
  type: "message",
  id: "m1",
  channelId: "msteams",
  serviceUrl: "http://localhost:9",
  timestamp: "2026-11-22T10:00:00Z",
  locale: "fi-FI",
  deliveryMode: "expectReplies",
  conversation: { id: "19:abc@thread.v2", conversationType: "personal" },
  from: { id: "29:person", name: "Eva" },
  recipient: { id: "28:bot", name: "Sivuvirta" },
  text: "<at>Sivuvirta</at> Hei",
  entities: [{ type: "mention", mentioned: { id: "28:bot" }, text: "<at>Sivuvirta</at>" }],
};

/** One request the bot made. */
export interface Post {
  path: string;
  body: { text?: string; type: string; replyToId?: string };
}

/** Starts a Bot Framework service that takes what the bot posts and keeps it in `posts`. */
export async function startService(posts: Post[]): Promise<{ url: string; close(): void }> {
  const service: Server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      posts.push({ path: request.url ?? "", body: JSON.parse(text) });
      response.setHeader("content-type", "application/json").end('{"id":"r1"}');
    });
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const close = () => {
    service.closeAllConnections();
    service.close();
  };
  return { url: `http://127.0.0.1:${(service.address() as AddressInfo).port}`, close };
}
