import { expect, test } from "vitest";
import type { IncomingTurn } from "../../../../bot/turn.ts";
import { applicationOfTest, echoTurn, replyOf, send } from "../../../support/application.ts";
import { MESSAGE } from "../../../support/bot-framework.ts";
import { openStore } from "../../../support/stores.ts";

const application = applicationOfTest("/api/messages");
const { start } = application;

const app = { id: "app", password: "p", tenantId: "t", type: "SingleTenant" } as const;

test("a message in expectReplies mode gets its reply in the answer, rendered for Teams", async () => {
  const turns: IncomingTurn[] = [];
  const url = await start({
    answerTurn: async (turn) => {
      turns.push(turn);
      return echoTurn(turn);
    },
  });
  const answer = await send(url, { json: MESSAGE });
  expect(answer.status).toBe(200);
  expect(answer.body.activities).toMatchObject([
    { type: "message", text: "Teams: Heard: Hei", replyToId: "m1", locale: "fi" },
  ]);
  expect(turns).toEqual([
    {
      channel: "teams",
      conversationId: "msteams:19:abc@thread.v2",
      text: "Hei",
      preferredLanguage: "fi",
      reader: "public",
      person: { id: "msteams:29:person", name: "Eva" },
    },
  ]);
});

test("the emulator gets what Web Chat gets, and the rank comes from readerOf", async () => {
  const url = await start({
    answerTurn: async (turn) => replyOf(`${turn.channel} ${turn.reader}`),
    readerOf: ({ activity }) => (activity.from.id === "29:person" ? "member" : "public"),
  });
  const answer = await send(url, { json: { ...MESSAGE, channelId: "emulator" } });
  expect(answer.body.activities).toMatchObject([{ text: "web-chat member" }]);
});

test("the bot greets when it is added, and not when somebody else is", async () => {
  const url = await start();
  const update = (id: string) => ({
    ...MESSAGE,
    type: "conversationUpdate",
    text: undefined,
    locale: undefined,
    entities: [{ type: "clientInfo", locale: "sv-SE" }],
    membersAdded: [{ id }],
  });
  const added = await send(url, { json: update("28:bot") });
  expect(added.body.activities).toMatchObject([{ text: "Teams: Welcome (sv)" }]);
  expect((await send(url, { json: update("29:person") })).body.activities).toEqual([]);
});

test("a rating is answered with 200 and {} and kept; an unknown invoke is 501", async () => {
  const store = openStore();
  const url = await start({ store });
  const invoke = {
    ...MESSAGE,
    type: "invoke",
    deliveryMode: undefined,
    name: "message/submitAction",
    replyToId: "a1",
    value: { actionName: "feedback", actionValue: { reaction: "like", feedback: '{"feedbackText":"Hyvä"}' } },
  };
  expect(await send(url, { json: invoke })).toMatchObject({ status: 200, text: "{}" });
  expect((await send(url, { json: { ...invoke, name: "other" } })).status).toBe(501);
  expect(await store.readFeedback()).toEqual([
    {
      conversationId: "msteams:19:abc@thread.v2",
      person: "29:person",
      reaction: "like",
      target: "a1",
      comment: "Hyvä",
    },
  ]);
});

test.each([
  ["no type", { type: undefined }, "type"],
  ["no conversation", { conversation: undefined }, "conversation"],
  ["a service on another machine", { serviceUrl: "https://evil.example" }, "serviceUrl"],
  ["a file as service", { serviceUrl: "file:///etc/passwd" }, "serviceUrl"],
  ["an odd timestamp", { timestamp: "yesterday" }, "timestamp"],
  ["odd entities", { entities: "x" }, "entities"],
])("an activity with %s is 400", async (_, change, field) => {
  const url = await start();
  const answer = await send(url, { json: { ...MESSAGE, ...change } });
  expect(answer.status).toBe(400);
  expect(answer.body.error?.message).toContain(field);
});

test("without an app registration strangers get 503, and the web chat works", async () => {
  const url = await start({ config: { host: "0.0.0.0" } });
  const local = url.replace("0.0.0.0", "127.0.0.1");
  expect(await send(local, { json: MESSAGE })).toMatchObject({
    status: 503,
    body: { error: { code: "NotConfigured", message: expect.stringContaining("MICROSOFT_APP_ID") } },
  });
  const generate = local.replace("/api/messages", "/v3/directline/tokens/generate");
  expect((await send(generate, { method: "POST" })).status).toBe(200);
});

test("a proxy in front of a loopback server does not open /api/messages", async () => {
  const url = await start();
  expect((await send(url, { json: MESSAGE, headers: { "x-forwarded-for": "1.2.3.4" } })).status).toBe(503);
  await application.close();
  const published = await start({ config: { publicUrl: "https://chat.example" } });
  expect((await send(published, { json: MESSAGE })).status).toBe(503);
});

test.each([
  ["no header", undefined],
  ["Basic", "Basic eDp5"],
  ["garbage", "Bearer garbage"],
  ["a token of three parts", "Bearer a.b.c"],
])("with an app registration %s is 401, silently", async (_, authorization) => {
  const url = await start({ config: { microsoftApp: app } });
  const headers: Record<string, string> = authorization ? { authorization } : {};
  const answer = await send(url, { json: MESSAGE, headers });
  expect(answer).toMatchObject({ status: 401, body: { error: { code: "Unauthorized" } } });
});
