import { randomUUID } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from "botbuilder";
import restify, { type Request, type Response } from "restify";
import { type WebSocket, WebSocketServer } from "ws";

/** Delivers to a socket, and that is all: no number, no state, no token. */
class BareAdapter extends BotAdapter {
  readonly sockets = new Map<string, WebSocket>();

  deliver(conversationId: string, activity: Partial<Activity>): string {
    const id = randomUUID();
    const complete = { ...activity, id, timestamp: new Date(), channelId: "directline" };
    this.sockets.get(conversationId)?.send(JSON.stringify({ activities: [complete], watermark: "1" }));
    return id;
  }

  run(activity: Partial<Activity>, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    return this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override async sendActivities(
    _: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return activities.map((activity) => {
      const draft = { ...activity, from: { id: "bot", name: "Bot", role: "bot" } };
      return { id: this.deliver(activity.conversation?.id ?? "", draft) };
    });
  }

  override async updateActivity(): Promise<never> {
    throw new Error("Cannot update an activity: the bare bot only echoes");
  }

  override async deleteActivity(): Promise<never> {
    throw new Error("Cannot delete an activity: the bare bot only echoes");
  }

  override async continueConversation(): Promise<never> {
    throw new Error("Cannot continue a conversation: the bare bot only echoes");
  }
}

/**
 * Starts an echo bot with the least code that speaks Direct Line's REST and socket on restify, botbuilder and ws.
 *
 * @returns Its address. It runs until the process ends.
 */
export async function startBareBot(): Promise<string> {
  const adapter = new BareAdapter();
  const server = restify.createServer();
  server.use(restify.plugins.queryParser());
  server.use(restify.plugins.bodyReader({ maxBodySize: 256 * 1024 }));
  server.use(restify.plugins.jsonBodyParser());
  server.post("/v3/directline/tokens/generate", async (_request: Request, response: Response) => {
    response.send(200, { conversationId: randomUUID(), token: randomUUID(), expires_in: 1800 });
  });
  server.post("/v3/directline/conversations", async (request: Request, response: Response) => {
    const conversationId = randomUUID();
    const streamUrl = `ws://${request.headers.host}/v3/directline/conversations/${conversationId}/stream`;
    response.send(201, { conversationId, token: "none", expires_in: 1800, streamUrl });
  });
  server.post("/v3/directline/conversations/:id/activities", async (request: Request, response: Response) => {
    const conversationId = String(request.params.id);
    const incoming = { ...request.body, conversation: { id: conversationId }, recipient: { id: "bot" } };
    const id = adapter.deliver(conversationId, incoming);
    await adapter.run({ ...incoming, id, channelId: "directline" }, async (context) => {
      await context.sendActivity(`Heard: ${context.activity.text}`);
    });
    response.send(200, { id });
  });
  const inner = server.server as HttpServer;
  const sockets = new WebSocketServer({ noServer: true });
  inner.on("upgrade", (request, connection, head) => {
    const conversationId = String(request.url).split("/")[4] ?? "";
    sockets.handleUpgrade(request, connection, head, (socket) => {
      adapter.sockets.set(conversationId, socket);
      socket.on("close", () => adapter.sockets.delete(conversationId));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(inner.address() as AddressInfo).port}`;
}
