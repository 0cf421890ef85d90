import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { applicationOfTest, send, waitFor } from "../../../support/application.ts";
import { restConversation, startConversation } from "../../../support/direct-line-client.ts";
import { openStore } from "../../../support/stores.ts";

const application = applicationOfTest();
const { start } = application;

test("Direct Line welcomes once, echoes with id and clientActivityID, and answers", async () => {
  const url = await start();
  const conversation = await startConversation(url, { locale: "fi-FI" });
  await conversation.waitForText("Welcome (fi)");
  const posted = await conversation.post({
    type: "message",
    text: "Hei",
    locale: "fi-FI",
    channelData: { clientActivityID: "c1" },
  });
  const reply = await conversation.waitForText("Heard: Hei");
  const { activities, watermark } = await conversation.poll();
  expect(activities).toHaveLength(3);
  expect(activities[1]).toMatchObject({
    id: posted.body.id,
    type: "message",
    text: "Hei",
    channelId: "directline",
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    from: { id: expect.stringMatching(/^dl_/), role: "user" },
    conversation: { id: conversation.id },
    channelData: { clientActivityID: "c1" },
  });
  expect(reply).toMatchObject({ replyToId: posted.body.id, from: { id: "sivuvirta", role: "bot" } });
  expect(watermark).toBe("3");
  expect(await conversation.poll(watermark)).toEqual({ activities: [], watermark: "3" });
  expect(await conversation.poll("999")).toEqual({ activities: [], watermark: "3" });
});

test("Direct Line takes nothing from the client but what a client may say", async () => {
  const url = await start();
  const conversation = await startConversation(url);
  const posted = await conversation.post({
    type: "message",
    text: "Hi",
    id: "mine",
    from: { id: "sivuvirta", role: "bot" },
    conversation: { id: "another" },
    recipient: { id: "x" },
    timestamp: "1999-01-01T00:00:00Z",
    channelId: "msteams",
    serviceUrl: "https://evil.example",
    replyToId: "x",
    attachments: [{ contentType: "text/html", content: "<b>" }],
    deliveryMode: "expectReplies",
  });
  const echo = (await conversation.poll()).activities.find(({ id }) => id === posted.body.id);
  expect(echo).toBeDefined();
  expect(Object.keys(echo ?? {}).sort()).toEqual([
    "channelId",
    "conversation",
    "from",
    "id",
    "text",
    "timestamp",
    "type",
  ]);
  expect(echo?.from).toMatchObject({ id: expect.stringMatching(/^dl_/), role: "user" });
  expect(echo?.timestamp).not.toContain("1999");
  await conversation.waitForText("Heard: Hi");
});

test("a conversation begun twice is the same one, without a second welcome", async () => {
  const url = await start();
  const conversation = await startConversation(url, { locale: "sv" });
  await conversation.waitForText("Welcome (sv)");
  const again = await send(`${url}/v3/directline/conversations`, { token: conversation.token, json: {} });
  expect(again).toMatchObject({ status: 200, body: { conversationId: conversation.id, expires_in: 1800 } });
  expect((await conversation.poll()).activities).toHaveLength(1);
});

test("no token is 401, a bad one 403, an expired one 403, another conversation's 403", async () => {
  let time = Date.now();
  const url = await start({ now: () => time });
  const [one, two] = [await startConversation(url), await startConversation(url)];
  const activities = `${url}/v3/directline/conversations/${one.id}/activities`;
  const errorOf = async (token?: string) => {
    const { status, body } = await send(activities, { token });
    return `${status} ${body.error?.code}`;
  };
  expect(await errorOf()).toBe("401 Unauthorized");
  expect(await errorOf("garbage")).toBe("403 BadToken");
  expect(await errorOf(`${one.token}x`)).toBe("403 BadToken");
  expect(await errorOf(two.token)).toBe("403 BadToken");
  expect(await errorOf(new URL(one.streamUrl).searchParams.get("t") ?? "")).toBe("403 BadToken");
  time += 1_800_000;
  expect(await errorOf(one.token)).toBe("403 TokenExpired");
});

test("tokens/refresh gives a newer token for the same person and conversation", async () => {
  let time = Date.now();
  const url = await start({ now: () => time });
  const conversation = await startConversation(url);
  time += 1_700_000;
  const refreshed = await send(`${url}/v3/directline/tokens/refresh`, {
    method: "POST",
    token: conversation.token,
  });
  expect(refreshed).toMatchObject({
    status: 200,
    body: { conversationId: conversation.id, expires_in: 1800 },
  });
  time += 1_700_000;
  const later = restConversation({ url, id: conversation.id, token: String(refreshed.body.token) });
  expect((await later.post("Still here")).status).toBe(200);
});

test("a conversation that has ended is 404 on every route", async () => {
  const store = openStore();
  const url = await start({ store });
  const { id, token } = await startConversation(url);
  await store.deleteConversation(id);
  const base = `${url}/v3/directline`;
  const statuses = [
    await send(`${base}/conversations/${id}?watermark=0`, { token }),
    await send(`${base}/conversations/${id}/activities`, { token }),
    await send(`${base}/conversations/${id}/activities`, { token, json: { type: "message", text: "x" } }),
    await send(`${base}/tokens/refresh`, { token, method: "POST" }),
  ].map(({ status, body }) => `${status} ${body.error?.code}`);
  expect(statuses).toEqual(Array(4).fill("404 ConversationNotFound"));
});

test("a restarted server goes on with the conversation, its ids and its watermarks", async () => {
  const folder = mkdtempSync(join(tmpdir(), "restart-"));
  const config = { stateFile: join(folder, "state.sqlite") };
  const first = await start({ config });
  const before = await startConversation(first);
  await before.post("One");
  await before.waitForText("Heard: One");
  const { activities, watermark } = await before.poll();
  await application.close();

  const url = await start({ config });
  const after = restConversation({ url, id: before.id, token: before.token });
  expect((await after.poll()).activities).toEqual(activities);
  expect((await after.post("Two")).body.id).toBe(`${before.id}|0000004`);
  await after.waitForText("Heard: Two");
  expect((await after.poll(watermark)).activities.map(({ text }) => text)).toEqual(["Two", "Heard: Two"]);
  await application.close();
  rmSync(folder, { recursive: true });
});

test("a failing turn becomes one friendly sentence with an id, in the person's language", async () => {
  const url = await start({ answerTurn: () => Promise.reject(new Error("inner secret detail")) });
  const conversation = await startConversation(url);
  await conversation.post({ type: "message", text: "Hej", locale: "sv-SE" });
  const apology = await waitFor(async () =>
    (await conversation.poll()).activities.find(({ text }) => text?.startsWith("Något gick fel")),
  );
  const id = /kod (\w{8})/.exec(apology.text ?? "")?.[1];
  expect(application.running.lines.join("\n")).toContain(`"id":"${id}"`);
  expect(JSON.stringify(await conversation.poll())).not.toContain("inner secret");
});

test("a message that comes again under its clientActivityID, also after a restart, gets its id and one answer", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sivuvirta-again-"));
  const config = { stateFile: join(folder, "state.sqlite") };
  const { id, token, ...conversation } = await startConversation(await start({ config }));
  const message = (text: string) => ({ type: "message", text, channelData: { clientActivityID: text } });
  const answers = await Promise.all(["Hei", "Hei", "Hallå"].map((text) => conversation.post(message(text))));
  const [first, again, other] = answers.map(({ body }) => body.id);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
  const after = restConversation({ url: await start({ config }), id, token });
  expect((await after.post(message("Hei"))).body.id).toBe(first);
  await after.post(message("Hi"));
  await after.waitForText("Heard: Hi");
  const texts = (await after.poll()).activities.map(({ text }) => text);
  expect(texts.filter((text) => text?.startsWith("Heard: "))).toEqual([
    "Heard: Hei",
    "Heard: Hallå",
    "Heard: Hi",
  ]);
  expect(texts.filter((text) => text === "Hei")).toHaveLength(1);
  rmSync(folder, { recursive: true });
});
