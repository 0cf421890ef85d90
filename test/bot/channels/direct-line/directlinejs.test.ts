import { createRequire } from "node:module";
import { afterEach, beforeAll, expect, test } from "vitest";
import { ConversationStore } from "../../../../bot/state/conversation-store.ts";
import { applicationOfTest, send, waitFor } from "../../../support/application.ts";
import type { SeenActivity } from "../../../support/direct-line-client.ts";
import { FetchXmlHttpRequest } from "../../../support/xml-http-request.ts";

/** The parts of directlinejs the tests use; its own types need the browser's. */
interface Client {
  activity$: {
    subscribe(
      next: (activity: SeenActivity) => void,
      fail: (error: unknown) => void,
    ): { unsubscribe(): void };
  };
  connectionStatus$: { getValue(): number };
  postActivity(activity: unknown): {
    subscribe(done: (id: string) => void, fail: (error: unknown) => void): void;
  };
  conversationId: string;
  token: string;
  end(): void;
}
const { DirectLine, ConnectionStatus } = createRequire(import.meta.url)("botframework-directlinejs") as {
  DirectLine: new (options: Record<string, unknown>) => Client;
  ConnectionStatus: Record<"Online" | "ExpiredToken" | "FailedToConnect" | "Ended", number>;
};

beforeAll(() => {
  Object.assign(globalThis, { XMLHttpRequest: FetchXmlHttpRequest });
});

const application = applicationOfTest();
const { start } = application;
const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.end();
});

/** Connects as Web Chat does, with the shortest waits directlinejs allows. */
async function connect(url: string, options: Record<string, unknown> = {}) {
  const generated = await send(`${url}/v3/directline/tokens/generate`, { method: "POST" });
  const client = new DirectLine({
    domain: `${url}/v3/directline`,
    token: generated.body.token,
    pollingInterval: 200,
    random: () => 0,
    conversationStartProperties: { locale: "sv-SE" },
    ...options,
  });
  clients.push(client);
  const seen: SeenActivity[] = [];
  const subscription = client.activity$.subscribe(
    (activity) => seen.push(activity),
    () => undefined, // The end of a conversation comes as an error; the tests look at connectionStatus$.
  );
  const say = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const channelData = { clientActivityID: `client-${text}` };
      client
        .postActivity({ type: "message", text, from: { id: "ignored" }, channelData })
        .subscribe(resolve, reject);
    });
  const sees = (text: string) => waitFor(() => seen.find((activity) => activity.text === text), 8000);
  return { client, seen, say, sees, subscription };
}

test.each([
  ["WebSocket", true],
  ["polling", false],
])("directlinejs over %s starts, is greeted, gets its echo and the reply", async (_, webSocket) => {
  const url = await start();
  const { client, seen, say, sees } = await connect(url, { webSocket });
  await sees("Welcome (sv)");
  expect(client.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);
  const id = await say("Hej");
  const reply = await sees("Heard: Hej");
  const echo = seen.find((activity) => activity.id === id);
  expect(echo).toMatchObject({ text: "Hej", channelData: { clientActivityID: "client-Hej" } });
  expect(echo?.from.id).toMatch(/^dl_/);
  expect(reply.replyToId).toBe(id);
  expect(seen.map(({ text }) => text)).toEqual(["Welcome (sv)", "Hej", "Heard: Hej"]);
});

test("directlinejs comes back by its watermark after a dropped socket and misses nothing", async () => {
  let drop = () => {};
  class DroppableSocket extends WebSocket {
    constructor(url: string) {
      super(url);
      drop = () => this.close();
    }
  }
  const url = await start();
  const { seen, say, sees } = await connect(url, { WebSocket: DroppableSocket });
  await sees("Welcome (sv)");
  const first = drop;
  first();
  await say("While away");
  await sees("Heard: While away");
  expect(drop).not.toBe(first);
  expect(seen.map(({ text }) => text)).toEqual(["Welcome (sv)", "While away", "Heard: While away"]);
}, 15_000);

test("directlinejs after a page reload gets the whole conversation back", async () => {
  const url = await start();
  const before = await connect(url);
  await before.say("Before");
  await before.sees("Heard: Before");
  before.subscription.unsubscribe();
  const { conversationId, token } = before.client;
  const after = await connect(url, { token, conversationId, watermark: "0" });
  await after.sees("Heard: Before");
  expect(after.seen).toEqual(before.seen);
});

test("directlinejs is told of an expired token", async () => {
  let time = Date.now();
  const url = await start({ now: () => time });
  const { client, say, sees } = await connect(url);
  await sees("Welcome (sv)");
  time += 1_800_000;
  expect(await say("Too late")).toBe("retry");
  expect(client.connectionStatus$.getValue()).toBe(ConnectionStatus.ExpiredToken);
});

test("directlinejs stops for good when the conversation has ended", async () => {
  const store = new ConversationStore(":memory:");
  const url = await start({ store });
  const { client, sees } = await connect(url, { webSocket: false });
  await sees("Welcome (sv)");
  store.deleteConversation(client.conversationId);
  await waitFor(() => client.connectionStatus$.getValue() === ConnectionStatus.Ended);
});

test("directlinejs with a bad token fails to connect", async () => {
  const url = await start();
  const { client } = await connect(url, { token: "garbage" });
  await waitFor(() => client.connectionStatus$.getValue() === ConnectionStatus.FailedToConnect);
});
