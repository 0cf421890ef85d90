import { afterEach, expect, test } from "vitest";
import { applicationOfTest, send, waitFor } from "../../../support/application.ts";
import {
  ConnectionStatus,
  connectRealClient,
  createDroppableSockets,
  type RealClient,
} from "../../../support/real-client.ts";
import { openStore } from "../../../support/stores.ts";

const application = applicationOfTest();
const { start } = application;
const clients: RealClient[] = [];
afterEach(() => {
  for (const { client } of clients.splice(0)) client.end();
});

async function connect(url: string, options: Record<string, unknown> = {}): Promise<RealClient> {
  const connected = await connectRealClient(url, options);
  clients.push(connected);
  return connected;
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
  const sockets = createDroppableSockets();
  const url = await start();
  const { seen, say, sees } = await connect(url, { WebSocket: sockets.Socket });
  await sees("Welcome (sv)");
  sockets.dropAll();
  await say("While away");
  await sees("Heard: While away");
  expect(sockets.opened()).toBe(2);
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
  const store = openStore();
  const url = await start({ store });
  const { client, sees } = await connect(url, { webSocket: false });
  await sees("Welcome (sv)");
  await store.deleteConversation(client.conversationId);
  await waitFor(() => client.connectionStatus$.getValue() === ConnectionStatus.Ended);
});

test("directlinejs with a bad token fails to connect", async () => {
  const url = await start();
  const { client } = await connect(url, { token: "garbage" });
  await waitFor(() => client.connectionStatus$.getValue() === ConnectionStatus.FailedToConnect);
});

test("a second directlinejs takes the place of the first, which stops and does not come back", async () => {
  const url = await start();
  const first = await connect(url);
  await first.sees("Welcome (sv)");
  const { conversationId, token } = first.client;
  const second = await connect(url, { token, conversationId, watermark: "0" });
  await second.sees("Welcome (sv)");
  // It waits three seconds, then asks for its socket again.
  await waitFor(() => first.client.connectionStatus$.getValue() === ConnectionStatus.ExpiredToken, 8000);
  await second.say("Hej");
  await second.sees("Heard: Hej");
  expect(second.client.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);
  expect(second.seen.map(({ text }) => text)).toEqual(["Welcome (sv)", "Hej", "Heard: Hej"]);
  expect(first.seen.map(({ text }) => text)).toEqual(["Welcome (sv)"]);
}, 15_000);

test("directlinejs goes on with a refreshed token, also after its first one has expired", async () => {
  let time = Date.now();
  const url = await start({ now: () => time });
  const { client, sees, say } = await connect(url);
  await sees("Welcome (sv)");
  time += 1_500_000;
  const refreshed = await send(`${url}/v3/directline/tokens/refresh`, {
    method: "POST",
    token: client.token,
  });
  // What directlinejs does itself every 15 minutes.
  client.token = String(refreshed.body.token);
  time += 1_000_000;
  await say("Fortfarande här");
  await sees("Heard: Fortfarande här");
  expect(client.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);
});

test("directlinejs ends its feed when the conversation is erased", async () => {
  const url = await start();
  const { client, failures, sees } = await connect(url);
  await sees("Welcome (sv)");
  const { conversationId: id, token } = client;
  const erased = await send(`${url}/v3/directline/conversations/${id}/erase`, { method: "POST", token });
  expect(erased.status).toBe(204);
  // It loses its socket, waits three seconds, and is then told that the conversation is over.
  await waitFor(() => failures.length > 0, 8000);
  expect(failures).toEqual(["conversation ended"]);
}, 15_000);
