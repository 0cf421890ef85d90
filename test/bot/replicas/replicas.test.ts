import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { ConversationStore } from "../../../bot/state/conversation-store.ts";
import { openPostgres } from "../../../bot/state/database/postgres-database.ts";
import type { IncomingTurn } from "../../../bot/turn.ts";
import {
  type Changes,
  replyOf,
  send,
  startApplication,
  type TestApplication,
  waitFor,
} from "../../support/application.ts";
import { createTestPostgres, testPostgresServer } from "../../support/databases.ts";
import { restConversation, type SeenActivity, startConversation } from "../../support/direct-line-client.ts";
import { type RoundRobin, startRoundRobin } from "../../support/round-robin.ts";

/** What every replica was asked, with who was asked. */
let asked: { replica: string; text: string }[];
let replicas: TestApplication[];
let stores: ConversationStore[];
let proxy: RoundRobin;
let sockets: WebSocket[];
let databaseUrl: string;

beforeEach(async () => {
  [asked, replicas, stores, sockets] = [[], [], [], []];
  databaseUrl = await createTestPostgres();
  await startReplica("A");
  await startReplica("B");
  proxy = await startRoundRobin(replicas.map(({ url }) => url));
});

afterEach(async () => {
  for (const socket of sockets) socket.terminate();
  await proxy.close();
  await Promise.all(replicas.map((replica) => replica.close()));
});

let answer: (turn: IncomingTurn, replica: string) => Promise<string>;
beforeEach(() => {
  answer = async ({ text }, replica) => `${replica} heard ${text}`;
});

/** Starts one more bot on the same database. */
async function startReplica(name: string, changes: Changes = {}): Promise<TestApplication> {
  const store = new ConversationStore(await openPostgres({ url: databaseUrl, connections: 4 }));
  stores.push(store);
  const replica = await startApplication({
    store,
    answerTurn: async (turn) => {
      asked.push({ replica: name, text: turn.text });
      return replyOf(await answer(turn, name));
    },
    ...changes,
  });
  replicas.push(replica);
  return replica;
}

const urlOf = (index: number) => replicas[index]?.url ?? "";

/** Opens the conversation's socket at an address, and collects what comes over it. */
async function listen(streamUrl: string, url: string) {
  const socket = new WebSocket(streamUrl.replace(/^ws:\/\/[^/]+/, url.replace("http", "ws")));
  sockets.push(socket);
  const seen: SeenActivity[] = [];
  socket.on("message", (data) => {
    seen.push(...(JSON.parse(String(data)) as { activities: SeenActivity[] }).activities);
  });
  socket.on("error", () => undefined);
  await once(socket, "open");
  const messages = () => seen.filter(({ type }) => type === "message");
  const texts = () => messages().map(({ text }) => text);
  const closed = new Promise<number>((resolve) => {
    socket.once("close", resolve);
  });
  return { socket, seen, messages, texts, closed };
}

/** The same conversation at another address. */
const at = (url: string, { id, token }: { id: string; token: string }) =>
  restConversation({ url, id, token });

test("what is said at one replica, and the answer, reach the socket at the other, in order and once", async () => {
  const conversation = await startConversation(urlOf(0));
  const { texts, messages } = await listen(conversation.streamUrl, urlOf(1));
  await waitFor(() => texts().includes("Welcome (en)"));
  const posted: string[] = [];
  for (let index = 0; index < 20; index++) {
    const { url } = replicas[index % 2] as TestApplication;
    const { status, body } = await at(url, conversation).post(`m${index}`);
    expect(status).toBe(200);
    posted.push(String(body.id));
    await waitFor(() => texts().some((text) => text?.endsWith(`heard m${index}`)));
  }
  const ids = messages().map(({ id }) => id);
  expect(ids).toEqual(
    Array.from({ length: 41 }, (_, index) => `${conversation.id}|${String(index + 1).padStart(7, "0")}`),
  );
  expect(
    messages()
      .filter(({ replyToId }) => replyToId !== undefined)
      .map(({ replyToId }) => replyToId),
  ).toEqual(expect.arrayContaining(posted));
  expect(new Set(asked.map(({ replica }) => replica))).toEqual(new Set(["A", "B"]));
});

test("messages to both replicas at once are answered one after the other, each once", async () => {
  let running = 0;
  let most = 0;
  answer = async ({ text }) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 30));
    running--;
    return `Heard: ${text}`;
  };
  const conversation = await startConversation(urlOf(0));
  const texts = Array.from({ length: 6 }, (_, index) => `m${index}`);
  const answers = await Promise.all(
    texts.map((text, index) => at(urlOf(index % 2), conversation).post(text)),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  const said = async () => (await conversation.poll()).activities.filter(({ type }) => type === "message");
  await waitFor(async () => (await said()).length === 13);
  expect(most).toBe(1);
  const activities = await said();
  const order = (role: string) =>
    activities
      .filter(({ from, text }) => from.role === role && !text?.startsWith("Welcome"))
      .map(({ text }) => text);
  expect(order("bot")).toEqual(order("user").map((text) => `Heard: ${text}`));
  expect(asked).toHaveLength(6);
});

test("a message that a client sends again, to another replica too, is kept and answered once", async () => {
  const conversation = await startConversation(urlOf(0));
  const message = { type: "message", text: "once", channelData: { clientActivityID: "c1" } };
  const answers = await Promise.all(
    [0, 1, 0, 1].map((index) => at(urlOf(index), conversation).post(message)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const [id] = new Set(answers.map(({ body }) => body.id));
  await waitFor(() => asked.length > 0);
  await conversation.waitForText(`${asked[0]?.replica} heard once`);
  expect((await at(urlOf(1), conversation).post(message)).body.id).toBe(id);
  await at(urlOf(1), conversation).post({ ...message, channelData: { clientActivityID: "c2" } });
  const heard = async () =>
    (await conversation.poll()).activities.filter(({ from, replyToId }) => from.role === "bot" && replyToId);
  const [first, second] = await waitFor(async () => {
    const all = await heard();
    return all.length === 2 && all;
  });
  expect(first?.replyToId).toBe(id);
  expect(second?.replyToId).not.toBe(id);
  expect(asked).toHaveLength(2);
});

test("through a round-robin proxy a conversation is one: token, post, poll, socket, rating, erase", async () => {
  const conversation = await startConversation(proxy.url);
  const { texts, closed } = await listen(conversation.streamUrl, proxy.url);
  for (const text of ["one", "two", "three"]) expect((await conversation.post(text)).status).toBe(200);
  await waitFor(() => texts().length === 7);
  for (let count = 0; count < 2; count++) expect((await conversation.poll()).activities).toHaveLength(7);
  const event = { type: "event", name: "webchat:activity-status/feedback" };
  await conversation.post({ ...event, entities: [{ "@type": "LikeAction", "@id": "#like-1" }] });
  await waitFor(async () => (await stores[0]?.readFeedback())?.length === 1);
  const erased = await send(`${proxy.url}/v3/directline/conversations/${conversation.id}/erase`, {
    method: "POST",
    token: conversation.token,
  });
  expect(erased.status).toBe(204);
  expect(await closed).toBe(4001);
  for (const url of replicas.map((replica) => replica.url)) {
    expect((await at(url, conversation).post("late")).status).toBe(404);
    const again = { token: conversation.token, json: {} };
    expect((await send(`${url}/v3/directline/conversations`, again)).status).toBe(404);
  }
  expect([...proxy.counts.values()].every((count) => count > 3)).toBe(true);
});

test("a turn that runs at one replica while the other erases its conversation leaves nothing", async () => {
  const gate = Promise.withResolvers<void>();
  answer = async ({ conversationId, text }) => {
    await gate.promise;
    await stores[0]?.saveMemory(conversationId, { last: text });
    return "Too late";
  };
  const conversation = await startConversation(urlOf(0));
  await conversation.post("secret");
  await waitFor(() => asked.length === 1);
  const { id, token } = conversation;
  await send(`${urlOf(1)}/v3/directline/conversations/${id}/erase`, { method: "POST", token });
  gate.resolve();
  await replicas.shift()?.close();
  const [, store] = stores;
  expect(await store?.loadMemory(`web-chat:${id}`)).toBeUndefined();
  expect(await store?.readActivities(id, 0)).toEqual([]);
  expect(await store?.pending.of(`web-chat:${id}`)).toEqual([]);
});

test("a newer socket at the other replica takes the place of the older one, and its client is refused", async () => {
  const conversation = await startConversation(urlOf(0));
  const reconnect = (url: string, token: string) =>
    send(`${url}/v3/directline/conversations/${conversation.id}?watermark=`, { token });
  const first = await listen(conversation.streamUrl, urlOf(0));
  const second = await reconnect(urlOf(1), conversation.token);
  const newer = await listen(String(second.body.streamUrl), urlOf(1));
  expect(await first.closed).toBe(4000);
  for (const url of [urlOf(0), urlOf(1)])
    expect(await reconnect(url, conversation.token)).toMatchObject({
      status: 403,
      body: { error: { code: "ConnectionReplaced" } },
    });
  newer.socket.close();
  await newer.closed;
  await waitFor(async () => (await reconnect(urlOf(0), conversation.token)).status === 200);
});

test("a ticket opens one socket over all replicas", async () => {
  const conversation = await startConversation(urlOf(0));
  await listen(conversation.streamUrl, urlOf(0));
  const second = new WebSocket(
    conversation.streamUrl.replace(/^ws:\/\/[^/]+/, urlOf(1).replace("http", "ws")),
  );
  second.on("error", () => undefined);
  const [, response] = (await once(second, "unexpected-response")) as [unknown, { statusCode: number }];
  expect(response.statusCode).toBe(403);
});

test("a message of Teams that is sent to both replicas is answered once", async () => {
  const posts: string[] = [];
  const { startService, MESSAGE } = await import("../../support/bot-framework.ts");
  const calls: Parameters<typeof startService>[0] = [];
  const service = await startService(calls);
  const message = { ...MESSAGE, deliveryMode: undefined, serviceUrl: service.url, text: "hei" };
  const answers = await Promise.all(
    [0, 1, 0, 1].map((index) => send(`${urlOf(index)}/api/messages`, { json: { ...message, id: "m1" } })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  await waitFor(async () => (await stores[0]?.pending.due(Date.now() + 1000))?.length === 0);
  posts.push(...calls.filter(({ body }) => body.type === "message").map(({ body }) => String(body.text)));
  expect(posts).toHaveLength(1);
  service.close();
});

test("after the database was started anew, what was acknowledged is answered, and the sockets go on", async () => {
  const conversation = await startConversation(urlOf(0));
  const { texts } = await listen(conversation.streamUrl, urlOf(1));
  await waitFor(() => texts().length === 1);
  const gate = Promise.withResolvers<void>();
  answer = async ({ text }) => {
    if (text === "before") await gate.promise;
    return `Heard: ${text}`;
  };
  expect((await conversation.post("before")).status).toBe(200);
  await waitFor(() => asked.length === 1);
  const server = await testPostgresServer();
  await server.kill();
  gate.resolve();
  await server.restart();
  await waitFor(async () => (await at(urlOf(1), conversation).post("after")).status === 200, 15_000);
  await waitFor(() => texts().includes("Heard: before") && texts().includes("Heard: after"), 20_000);
  const heard = texts().filter((text) => text?.startsWith("Heard"));
  expect(heard.toSorted()).toEqual(["Heard: after", "Heard: before"]);
}, 60_000);
