import { expect, test } from "vitest";
import {
  type Identify,
  readerOfClaims,
  type WebIdentity,
} from "../../../../bot/channels/direct-line/web-identity.ts";
import { HttpProblem } from "../../../../bot/channels/http.ts";
import { applicationOfTest, replyOf, send } from "../../../support/application.ts";
import { type RestConversation, restConversation } from "../../../support/direct-line-client.ts";

const NOW = Date.parse("2026-01-01T12:00:00Z");
const application = applicationOfTest();

/** Starts a server that says the rank of whoever speaks, and knows one identity. */
async function startGuarded(options: { expires?: number; identify?: Identify } = {}) {
  const clock = { time: NOW };
  const known: WebIdentity = { reader: "member", expires: options.expires ?? NOW / 1000 + 3600 };
  const url = await application.start({
    now: () => clock.time,
    identify: options.identify ?? (async (_, identity) => (identity === "good" ? known : undefined)),
    answerTurn: async ({ reader }) => replyOf(`You are ${reader}`),
    welcome: () => replyOf("Welcome"),
  });
  return { url, clock };
}

const generate = (url: string, json?: unknown) =>
  send(`${url}/v3/directline/tokens/generate`, json === undefined ? { method: "POST" } : { json });

async function startAs(url: string, identity?: string): Promise<RestConversation> {
  const { body } = await generate(url, { identity });
  const started = await send(`${url}/v3/directline/conversations`, { token: String(body.token), json: {} });
  const { conversationId: id, token } = started.body as Record<string, string>;
  return restConversation({ url, id: id ?? "", token: token ?? "" });
}

test("a known identity gives its rank to each message", async () => {
  const { url } = await startGuarded();
  const conversation = await startAs(url, "good");
  await conversation.post("Hi");
  await conversation.waitForText("You are member");
});

test("without an identity the person is public", async () => {
  const { url } = await startGuarded();
  const conversation = await startAs(url);
  await conversation.post("Hi");
  await conversation.waitForText("You are public");
});

test("the rank lasts through tokens/refresh and ends with its time", async () => {
  const { url, clock } = await startGuarded({ expires: NOW / 1000 + 2000 });
  const first = await startAs(url, "good");
  clock.time += 1_500_000;
  const { body } = await send(`${url}/v3/directline/tokens/refresh`, { method: "POST", token: first.token });
  const conversation = restConversation({ url, id: first.id, token: String(body.token) });
  await conversation.post("Still here");
  await conversation.waitForText("You are member");
  clock.time = NOW + 2_000_000;
  await conversation.post("Too late");
  await conversation.waitForText("You are public");
});

test.each([
  ["not known", "bad", 403, "BadIdentity"],
  ["empty", "", 403, "BadIdentity"],
  ["no text", 7, 400, "BadArgument"],
  ["too long", "x".repeat(8193), 400, "BadArgument"],
])("an identity that is %s is refused and not taken for the public", async (_, identity, status, code) => {
  const { url } = await startGuarded();
  expect(await generate(url, { identity })).toMatchObject({ status, body: { error: { code } } });
});

test("an identity is refused where nobody can check it", async () => {
  const url = await application.start();
  expect(await generate(url, { identity: "good" })).toMatchObject({
    status: 403,
    body: { error: { code: "BadIdentity", message: expect.stringContaining("SITE_TOKEN_SECRET") } },
  });
  expect((await generate(url)).status).toBe(200);
});

test("a problem that the hook throws is the answer; any other throw is a 500 without words", async () => {
  const refusing = await startGuarded({
    identify: async () => {
      throw new HttpProblem(403, { code: "BadIdentity", message: "The identity has expired" });
    },
  });
  expect(await generate(refusing.url)).toMatchObject({
    status: 403,
    body: { error: { message: "The identity has expired" } },
  });
  const failing = await startGuarded({ identify: () => Promise.reject(new Error("inner detail")) });
  const answer = await generate(failing.url);
  expect(answer.status).toBe(500);
  expect(answer.text).not.toContain("inner detail");
});

test("a visitor may be known without an identity, by the request alone", async () => {
  const { url } = await startGuarded({
    identify: async ({ headers }) =>
      headers.cookie === "session=1" ? { reader: "coordinator", expires: NOW / 1000 + 60 } : undefined,
  });
  const { body } = await send(`${url}/v3/directline/tokens/generate`, {
    method: "POST",
    headers: { cookie: "session=1" },
  });
  const started = await send(`${url}/v3/directline/conversations`, { token: String(body.token), json: {} });
  const { conversationId: id, token } = started.body as Record<string, string>;
  const conversation = restConversation({ url, id: id ?? "", token: token ?? "" });
  await conversation.post("Hi");
  await conversation.waitForText("You are coordinator");
});

test("a client cannot give itself a rank", async () => {
  const { url } = await startGuarded();
  const { body } = await generate(url, { reader: "coordinator", readerUntil: 9e9, user: { id: "dl_boss" } });
  const started = await send(`${url}/v3/directline/conversations`, {
    token: String(body.token),
    json: { reader: "coordinator", readerUntil: 9e9 },
  });
  const { conversationId: id, token } = started.body as Record<string, string>;
  const conversation = restConversation({ url, id: id ?? "", token: token ?? "" });
  await conversation.post({
    type: "message",
    text: "Hi",
    channelData: { reader: "coordinator" },
    reader: "x",
  });
  await conversation.waitForText("You are public");
  expect((await conversation.poll()).activities.find(({ text }) => text === "Hi")?.from.id).not.toBe(
    "dl_boss",
  );
});

test.each([
  ["no rank", {}, "public"],
  ["a rank that lasts", { reader: "member", readerUntil: 101 }, "member"],
  ["a rank that ends now", { reader: "member", readerUntil: 100 }, "public"],
  ["a rank without an end", { reader: "coordinator" }, "public"],
] as const)("readerOfClaims() of %s", (_, claims, expected) => {
  expect(readerOfClaims(claims, { now: 100_000 })).toBe(expected);
});
