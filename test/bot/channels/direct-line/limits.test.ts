import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { SqliteDatabase } from "../../../../bot/state/database/sqlite-database.ts";
import { applicationOfTest, echoTurn, send, waitFor } from "../../../support/application.ts";
import { startConversation } from "../../../support/direct-line-client.ts";
import { openStore } from "../../../support/stores.ts";

const application = applicationOfTest();
const { start } = application;

test("ratings are accepted and kept: the event is echoed, the invoke is not", async () => {
  const store = openStore();
  const url = await start({ store });
  const conversation = await startConversation(url);
  const event = await conversation.post({
    type: "event",
    name: "webchat:activity-status/feedback",
    entities: [{ "@type": "LikeAction", "@id": "#like-1" }],
  });
  const actionValue = { reaction: "dislike", feedback: { feedbackText: "Old" } };
  const invoke = await conversation.post({
    type: "invoke",
    name: "message/submitAction",
    replyToId: "x|1",
    value: { actionName: "feedback", actionValue },
  });
  expect([event.status, invoke.status, invoke.body]).toEqual([200, 200, {}]);
  const conversationId = `web-chat:${conversation.id}`;
  const person = expect.stringMatching(/^dl_/);
  expect(await store.readFeedback()).toEqual([
    { conversationId, person, reaction: "like", target: "1", comment: undefined },
    { conversationId, person, reaction: "dislike", target: "x|1", comment: "Old" },
  ]);
  const types = (await conversation.poll()).activities.map(({ type }) => type);
  expect(types).toEqual(["message", "event"]);
});

test("more messages than may wait get 429, and polling goes on", async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const url = await start({
    answerTurn: async (turn) => {
      await gate;
      return echoTurn(turn);
    },
  });
  const conversation = await startConversation(url);
  await conversation.waitForText("Welcome (en)");
  const answers = await Promise.all(Array.from({ length: 25 }, (_, index) => conversation.post(`m${index}`)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(5);
  expect(refused[0]?.headers.get("retry-after")).toBe("1");
  expect((await conversation.poll()).activities).toHaveLength(21);
  release();
  await waitFor(async () => (await conversation.poll()).activities.length === 41);
});

test("there are no sign-in sessions", async () => {
  const url = await start();
  const { token } = await startConversation(url);
  expect((await send(`${url}/v3/directline/session/getsessionid`, { token })).status).toBe(404);
});

test("tokens/generate is limited per address and minute, but not for the owner of the secret", async () => {
  let time = 0;
  const secret = "s".repeat(40);
  const config = { directLineSecret: secret };
  const url = await start({ config, conversationsPerMinute: 2, now: () => time });
  const generate = async (token?: string) =>
    (await send(`${url}/v3/directline/tokens/generate`, { method: "POST", token })).status;
  expect([await generate(), await generate(), await generate(), await generate("x".repeat(40))]).toEqual([
    200, 200, 429, 429,
  ]);
  expect(await generate(secret)).toBe(200);
  time = 60_000;
  expect(await generate()).toBe(200);
});

test("tokens/generate counts the client behind the proxies, and believes no header without them", async () => {
  const generate = async (url: string, forwarded: string) => {
    const headers = { "x-forwarded-for": forwarded };
    return (await send(`${url}/v3/directline/tokens/generate`, { method: "POST", headers })).status;
  };
  const proxied = await start({ config: { proxyHops: 1 }, conversationsPerMinute: 1, now: () => 0 });
  expect(await generate(proxied, "203.0.113.7")).toBe(200);
  expect(await generate(proxied, "198.51.100.9, 203.0.113.7")).toBe(429);
  expect(await generate(proxied, "203.0.113.8")).toBe(200);
  const direct = await start({ conversationsPerMinute: 1, now: () => 0 });
  expect(await generate(direct, "203.0.113.7")).toBe(200);
  expect(await generate(direct, "203.0.113.8")).toBe(429);
});

test("a setting limits conversations per minute too", async () => {
  const url = await start({ config: { conversationsPerMinute: 1 }, now: () => 0 });
  const generate = () => send(`${url}/v3/directline/tokens/generate`, { method: "POST" });
  expect((await generate()).status).toBe(200);
  expect((await generate()).status).toBe(429);
});

test("a conversation takes so many messages a minute, says when to go on, and polling is never limited", async () => {
  let time = 10_000;
  const url = await start({ messagesPerMinute: 3, now: () => time });
  const [one, two] = [await startConversation(url), await startConversation(url)];
  for (const text of ["a", "b", "c"]) {
    expect((await one.post(text)).status).toBe(200);
    await one.waitForText(`Heard: ${text}`);
  }
  const refused = await one.post("d");
  expect(refused).toMatchObject({ status: 429, body: { error: { code: "TooManyRequests" } } });
  expect(refused.headers.get("retry-after")).toBe("50");
  expect((await two.post("a")).status).toBe(200);
  const polls = await Promise.all(Array.from({ length: 50 }, () => one.poll()));
  expect(polls.every(({ activities }) => activities.length === 7)).toBe(true);
  time = 60_000;
  expect((await one.post("d")).status).toBe(200);
});

test("an address posts so many messages a minute, over all its conversations", async () => {
  const url = await start({ postsPerMinute: 2, now: () => 0 });
  const [one, two] = [await startConversation(url), await startConversation(url)];
  expect([(await one.post("a")).status, (await two.post("a")).status, (await one.post("b")).status]).toEqual([
    200, 200, 429,
  ]);
});

test("an address has so many open sockets, and a closed one makes room", async () => {
  const url = await start({ socketsPerAddress: 1 });
  const [one, two] = [await startConversation(url), await startConversation(url)];
  const first = new WebSocket(one.streamUrl);
  await once(first, "open");
  const second = new WebSocket(two.streamUrl);
  second.on("error", () => undefined);
  const [, response] = (await once(second, "unexpected-response")) as [unknown, { statusCode: number }];
  expect(response.statusCode).toBe(429);
  first.close();
  await once(first, "close");
  const { body } = await send(`${url}/v3/directline/conversations/${two.id}?watermark=`, {
    token: two.token,
  });
  const third = new WebSocket(String(body.streamUrl));
  await once(third, "open");
  third.close();
});

test("a poll answers with nothing new while the state cannot be read, and a post with 500", async () => {
  const store = openStore();
  const url = await start({ store });
  const conversation = await startConversation(url);
  await conversation.waitForText("Welcome (en)");
  // As a full or broken disk would.
  const { database } = store;
  if (!(database instanceof SqliteDatabase)) throw new Error("The state is no file");
  for (const table of ["new_activity", "activity"])
    database.file.exec(`alter table ${table} rename to lost_${table}`);
  const poll = await send(`${url}/v3/directline/conversations/${conversation.id}/activities`, {
    token: conversation.token,
  });
  expect(poll).toMatchObject({ status: 200, body: { activities: [] } });
  expect((await conversation.post("Hi")).status).toBe(500);
  for (const table of ["new_activity", "activity"])
    database.file.exec(`alter table lost_${table} rename to ${table}`);
  expect((await conversation.poll()).activities[0]?.text).toBe("Welcome (en)");
});
