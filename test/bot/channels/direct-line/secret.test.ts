import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { applicationOfTest, send } from "../../../support/application.ts";
import { restConversation, startConversation } from "../../../support/direct-line-client.ts";

const SECRET = "s".repeat(40);
const SITE = "https://park.example";
const OTHER = "https://other.example";
const application = applicationOfTest("/v3/directline");

const start = () =>
  application.start({ config: { directLineSecret: SECRET, allowedOrigins: [SITE, OTHER] } });

test("the owner of the secret may name the user of a token", async () => {
  const base = await start();
  const generated = await send(`${base}/tokens/generate`, {
    token: SECRET,
    json: { user: { id: "dl_anna" } },
  });
  const token = String(generated.body.token);
  const { body } = await send(`${base}/conversations`, { token, json: { user: { id: "dl_boss" } } });
  const url = application.running.url;
  const conversation = restConversation({ url, id: String(body.conversationId), token: String(body.token) });
  await conversation.post("Hi");
  await conversation.waitForText("Heard: Hi");
  const echo = (await conversation.poll()).activities.find(({ text }) => text === "Hi");
  expect(echo?.from).toMatchObject({ id: "dl_anna", role: "user" });
});

test.each([
  ["without dl_", { user: { id: "anna" } }],
  ["the bot's own id", { user: { id: "sivuvirta" } }],
  ["over 64 characters", { user: { id: `dl_${"x".repeat(62)}` } }],
  ["no text", { user: { id: 7 } }],
  ["a path as origin", { trustedOrigins: [`${SITE}/chat`] }],
  ["a wildcard as origin", { trustedOrigins: ["*"] }],
  ["no origin at all", { trustedOrigins: [] }],
  [
    "too many origins",
    { trustedOrigins: Array.from({ length: 11 }, (_, index) => `https://${index}.example`) },
  ],
  ["no object", ["dl_anna"]],
])("a token for %s is refused with 400", async (_, json) => {
  const base = await start();
  const answer = await send(`${base}/tokens/generate`, { token: SECRET, json });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: "BadArgument" } } });
});

test("a caller without the secret gets a new user, whatever it asks for", async () => {
  const base = await start();
  for (const token of [undefined, "x".repeat(40)]) {
    const json = { user: { id: "dl_boss" }, trustedOrigins: ["*"] };
    const { status, body } = await send(`${base}/tokens/generate`, { token, json });
    expect(status).toBe(200);
    const payload = Buffer.from(String(body.token).split(".")[1] ?? "", "base64url").toString();
    expect(payload).toMatch(/"user":"dl_[\w-]{22}"/);
    expect(payload).not.toContain("origins");
  }
});

test("a token with trusted origins is good on these pages only", async () => {
  const base = await start();
  const json = { trustedOrigins: [SITE] };
  const { body } = await send(`${base}/tokens/generate`, { token: SECRET, json });
  const statusFrom = async (origin?: string) => {
    const headers: Record<string, string> = origin === undefined ? {} : { origin };
    return (await send(`${base}/conversations`, { token: String(body.token), json: {}, headers })).status;
  };
  expect(await statusFrom(OTHER)).toBe(403);
  expect(await statusFrom()).toBe(403);
  expect(await statusFrom(SITE)).toBe(201);
  expect(await statusFrom(SITE)).toBe(200);
});

test("trusted origins hold for the newer tokens and for the socket too", async () => {
  const base = await start();
  const generated = await send(`${base}/tokens/generate`, {
    token: SECRET,
    json: { trustedOrigins: [SITE] },
  });
  const headers = { origin: SITE };
  const started = await send(`${base}/conversations`, {
    token: String(generated.body.token),
    json: {},
    headers,
  });
  const token = String(started.body.token);
  const refreshed = await send(`${base}/tokens/refresh`, { method: "POST", token, headers });
  expect(refreshed.status).toBe(200);
  const path = `${base}/conversations/${started.body.conversationId}/activities`;
  const newer = String(refreshed.body.token);
  expect((await send(path, { token: newer, headers: { origin: OTHER } })).status).toBe(403);
  expect((await send(path, { token: newer, headers })).status).toBe(200);
  const openedFrom = async (origin: string) => {
    const { body } = await send(`${base}/conversations/${started.body.conversationId}`, { token, headers });
    const socket = new WebSocket(String(body.streamUrl), { origin });
    socket.on("error", () => undefined);
    const refused = once(socket, "unexpected-response").then(() => false);
    const opened = await Promise.race([once(socket, "open").then(() => true), refused]);
    socket.terminate();
    return opened;
  };
  expect([await openedFrom(OTHER), await openedFrom(SITE)]).toEqual([false, true]);
});

test("the secret itself begins a conversation and opens every one", async () => {
  const base = await start();
  const json = { user: { id: "dl_anna" }, locale: "fi-FI" };
  const started = await send(`${base}/conversations`, { token: SECRET, json });
  expect(started).toMatchObject({ status: 201, body: { expires_in: 1800, streamUrl: expect.any(String) } });
  const url = application.running.url;
  const bySecret = restConversation({ url, id: String(started.body.conversationId), token: SECRET });
  await bySecret.waitForText("Welcome (fi)");
  await bySecret.post("Hei");
  await bySecret.waitForText("Heard: Hei");
  const ofAnother = await startConversation(url);
  const foreign = restConversation({ url, id: ofAnother.id, token: SECRET });
  expect((await foreign.post("Hello")).status).toBe(200);
  expect((await send(`${base}/conversations/none/activities`, { token: SECRET })).status).toBe(404);
});

test("the secret is no token to refresh, and a wrong one begins nothing", async () => {
  const base = await start();
  expect((await send(`${base}/tokens/refresh`, { method: "POST", token: SECRET })).status).toBe(403);
  expect((await send(`${base}/conversations`, { token: `${SECRET}x`, json: {} })).status).toBe(403);
  expect((await send(`${base}/conversations`, { token: SECRET, json: { user: { id: "x" } } })).status).toBe(
    400,
  );
});

test("tokens/refresh with an expired token is 403", async () => {
  let time = Date.now();
  const base = await application.start({ now: () => time });
  const { token } = await startConversation(application.running.url);
  time += 1_800_000;
  const answer = await send(`${base}/tokens/refresh`, { method: "POST", token });
  expect(answer).toMatchObject({ status: 403, body: { error: { code: "TokenExpired" } } });
});
