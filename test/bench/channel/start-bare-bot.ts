import { createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Activity, ActivityHandler, BotAdapter, type ResourceResponse, TurnContext } from "botbuilder";
import restify, { type Request, type Response } from "restify";
import { type WebSocket, WebSocketServer } from "ws";

/** A conversation in memory: what polling and a new socket would read again, and who listens. */
interface BareConversation {
  log: Partial<Activity>[];
  socket?: WebSocket;
}

/** Direct Line in memory: numbers activities, keeps them, hands them to the socket. */
class BareAdapter extends BotAdapter {
  readonly conversations = new Map<string, BareConversation>();

  append(conversationId: string, activity: Partial<Activity>): string {
    const conversation = this.conversations.get(conversationId);
    if (!conversation) throw new Error("Cannot find the conversation");
    const id = `${conversationId}|${String(conversation.log.length).padStart(7, "0")}`;
    const complete = { ...activity, id, timestamp: new Date(), channelId: "directline" };
    const watermark = conversation.log.push(complete);
    conversation.socket?.send(JSON.stringify({ activities: [complete], watermark: String(watermark) }));
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
      return { id: this.append(activity.conversation?.id ?? "", draft) };
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

const SECRET = randomBytes(32).toString("hex");

function mac(text: string): string {
  return createHmac("sha256", SECRET).update(text).digest("base64url");
}

function sign(claims: object): string {
  const body = Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `${body}.${mac(body)}`;
}

/** @returns The conversation of a good token; `undefined` for any other. */
function verify(authorization: string | undefined): string | undefined {
  const [body = "", signature = ""] = (authorization ?? "").replace("Bearer ", "").split(".");
  const [given, wanted] = [Buffer.from(signature), Buffer.from(mac(body))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as {
    conversation: string;
    exp: number;
  };
  return claims.exp > Date.now() ? claims.conversation : undefined;
}

function createEchoBot(): ActivityHandler {
  const bot = new ActivityHandler();
  bot.onMessage(async (context, next) => {
    await context.sendActivity(`Heard: ${context.activity.text}`);
    await next();
  });
  return bot;
}

/**
 * Starts the SDK's echo bot behind the least Direct Line that deserves the name, on restify, botbuilder and ws: signed
 * tokens are checked, activities are numbered and kept in memory, and both the echo and the reply go to the socket. No
 * state on disk, no limits, no checks of what the client sends, no log.
 *
 * @returns Its address. It runs until the process ends.
 */
export async function startBareBot(): Promise<string> {
  const adapter = new BareAdapter();
  const bot = createEchoBot();
  const server = restify.createServer();
  server.use(restify.plugins.queryParser());
  server.use(restify.plugins.bodyReader({ maxBodySize: 256 * 1024 }));
  server.use(restify.plugins.jsonBodyParser());
  server.post("/v3/directline/tokens/generate", async (_request: Request, response: Response) => {
    const conversation = randomUUID();
    const token = sign({ conversation, exp: Date.now() + 1_800_000 });
    response.send(200, { conversationId: conversation, token, expires_in: 1800 });
  });
  server.post("/v3/directline/conversations", async (request: Request, response: Response) => {
    const conversationId = verify(request.headers.authorization) ?? "";
    adapter.conversations.set(conversationId, { log: [] });
    const streamUrl = `ws://${request.headers.host}/v3/directline/conversations/${conversationId}/stream`;
    const token = sign({ conversation: conversationId, exp: Date.now() + 1_800_000 });
    response.send(201, { conversationId, token, expires_in: 1800, streamUrl });
  });
  server.post("/v3/directline/conversations/:id/activities", async (request: Request, response: Response) => {
    const conversationId = verify(request.headers.authorization);
    if (conversationId === undefined || conversationId !== request.params.id) {
      response.send(403, { error: { code: "BadToken", message: "The token is not valid" } });
      return;
    }
    const incoming = { ...request.body, conversation: { id: conversationId }, recipient: { id: "bot" } };
    const id = adapter.append(conversationId, incoming);
    response.send(200, { id });
    await adapter.run({ ...incoming, id, channelId: "directline" }, (context) => bot.run(context));
  });
  return listen(server, adapter);
}

async function listen(server: restify.Server, adapter: BareAdapter): Promise<string> {
  const inner = server.server as HttpServer;
  const sockets = new WebSocketServer({ noServer: true });
  inner.on("upgrade", (request, connection, head) => {
    const conversation = adapter.conversations.get(String(request.url).split("/")[4] ?? "");
    if (!conversation) {
      connection.destroy();
      return;
    }
    sockets.handleUpgrade(request, connection, head, (socket) => {
      conversation.socket = socket;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(inner.address() as AddressInfo).port}`;
}
