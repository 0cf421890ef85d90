import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { applicationOfTest, replyOf, send, waitFor } from "../../../support/application.ts";
import { type SeenActivity, startConversation } from "../../../support/direct-line-client.ts";

const application = applicationOfTest();
const { start } = application;

/** Opens a socket and collects what comes. */
function openStream(url: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, { headers });
  const frames: { activities: SeenActivity[]; watermark: string }[] = [];
  const end: { code?: number; status?: number } = {};
  socket.on("message", (data) => frames.push(JSON.parse(String(data))));
  socket.on("close", (code) => {
    end.code = code;
  });
  socket.on("unexpected-response", (_, response) => {
    end.status = response.statusCode;
  });
  socket.on("error", () => undefined);
  return {
    socket,
    frames,
    end,
    texts: () => frames.flatMap(({ activities }) => activities.map(({ text }) => text)),
  };
}

test("the stream replays what came before, then goes on", async () => {
  const url = await start();
  const conversation = await startConversation(url);
  await conversation.waitForText("Welcome (en)");
  const stream = openStream(conversation.streamUrl);
  await waitFor(() => stream.frames.length === 1);
  expect(stream.frames[0]).toMatchObject({ watermark: "1", activities: [{ text: "Welcome (en)" }] });
  await conversation.post("Hi");
  await waitFor(() => stream.texts().includes("Heard: Hi"));
  // What came in one moment may come in one frame; its watermark is that of the last.
  expect(stream.texts()).toEqual(["Welcome (en)", "Hi", "Heard: Hi"]);
  expect(stream.frames.at(-1)?.watermark).toBe("3");
});

test("the reconnect address replays only what came after the watermark", async () => {
  const url = await start();
  const conversation = await startConversation(url);
  await conversation.post("Hi");
  await conversation.waitForText("Heard: Hi");
  const again = await send(`${url}/v3/directline/conversations/${conversation.id}?watermark=2`, {
    token: conversation.token,
  });
  expect(again).toMatchObject({ status: 200, body: { conversationId: conversation.id, expires_in: 1800 } });
  const stream = openStream(String(again.body.streamUrl));
  await waitFor(() => stream.frames.length > 0);
  expect(stream.texts()).toEqual(["Heard: Hi"]);
});

test("a second stream takes the place of the first", async () => {
  const url = await start();
  const conversation = await startConversation(url);
  const first = openStream(conversation.streamUrl);
  await waitFor(() => first.socket.readyState === WebSocket.OPEN);
  const again = await send(`${url}/v3/directline/conversations/${conversation.id}?watermark=1`, {
    token: conversation.token,
  });
  const second = openStream(String(again.body.streamUrl));
  await waitFor(() => first.end.code === 4000);
  await conversation.post("Hi");
  await waitFor(() => second.texts().includes("Heard: Hi"));
  expect(first.texts()).not.toContain("Hi");
});

test("a ticket opens one stream of its own conversation, once, for 60 seconds, from its own page", async () => {
  let time = Date.now();
  const url = await start({ now: () => time });
  const own = { headers: { origin: url } };
  const [one, two] = [await startConversation(url, own), await startConversation(url, own)];
  const statusOf = async (address: string, headers?: Record<string, string>) => {
    const { end } = openStream(address, headers);
    return waitFor(() => end.status);
  };
  const ticket = (address: string) => new URL(address).searchParams.get("t");
  expect(await statusOf(one.streamUrl.replace(one.id, two.id))).toBe(403);
  expect(await statusOf(one.streamUrl, { origin: "https://evil.example" })).toBe(403);
  expect(await statusOf(one.streamUrl.replace(ticket(one.streamUrl) ?? "", one.token))).toBe(403);
  expect(await statusOf(one.streamUrl.replace("/stream", "/other"))).toBe(404);
  const open = openStream(one.streamUrl, { origin: url });
  await waitFor(() => open.socket.readyState === WebSocket.OPEN);
  expect(await statusOf(one.streamUrl)).toBe(403);
  time += 60_000;
  expect(await statusOf(two.streamUrl)).toBe(403);
});

test("typing dots of a slow turn come over the stream and are not kept", async () => {
  const url = await start({
    answerTurn: async (turn) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      return replyOf(`Heard: ${turn.text}`);
    },
  });
  const conversation = await startConversation(url);
  const stream = openStream(conversation.streamUrl);
  await conversation.post("Hi");
  await conversation.waitForText("Heard: Hi");
  const types = stream.frames.flatMap(({ activities }) => activities.map(({ type }) => type));
  expect(types).toEqual(["message", "message", "typing", "message"]);
  expect((await conversation.poll()).activities.map(({ type }) => type)).not.toContain("typing");
});

test("a client that sends much over the stream is cut off, and a stopping server says so", async () => {
  const url = await start();
  const conversation = await startConversation(url);
  const loud = openStream(conversation.streamUrl);
  await waitFor(() => loud.socket.readyState === WebSocket.OPEN);
  loud.socket.send("");
  loud.socket.send("x".repeat(2000));
  await waitFor(() => loud.end.code === 1009);
  const other = await startConversation(url);
  const quiet = openStream(other.streamUrl);
  await waitFor(() => quiet.socket.readyState === WebSocket.OPEN);
  await application.close();
  await waitFor(() => quiet.end.code === 1001);
});

test("a client that no longer answers pings is cut off, one that does stays", async () => {
  const url = await start({ pingIntervalInMs: 30 });
  const [one, two] = [await startConversation(url), await startConversation(url)];
  const alive = openStream(one.streamUrl);
  const silent = new WebSocket(two.streamUrl, { autoPong: false });
  const closed = new Promise((resolve) => silent.on("close", resolve));
  expect(await closed).toBe(1006);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(alive.socket.readyState).toBe(WebSocket.OPEN);
});
