import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { applicationOfTest, replyOf, send, waitFor } from "../../../support/application.ts";
import { type RestConversation, startConversation } from "../../../support/direct-line-client.ts";
import { openStore } from "../../../support/stores.ts";

const application = applicationOfTest();

const erase = (url: string, { id, token }: Pick<RestConversation, "id" | "token">) =>
  send(`${url}/v3/directline/conversations/${id}/erase`, { method: "POST", token });

test("erase deletes activities, memory and ratings of the conversation and of no other", async () => {
  const store = openStore();
  const url = await application.start({ store });
  const [one, two] = [await startConversation(url), await startConversation(url)];
  for (const conversation of [one, two]) {
    await conversation.post("Hi");
    await conversation.waitForText("Heard: Hi");
    await store.saveMemory(`web-chat:${conversation.id}`, { park: "Kemi" });
    await store.addFeedback({ conversationId: `web-chat:${conversation.id}`, reaction: "like" });
  }
  const answer = await erase(url, one);
  expect([answer.status, answer.text]).toEqual([204, ""]);
  expect(await store.readConversation(one.id)).toBeUndefined();
  expect(await store.readActivities(one.id, 0)).toEqual([]);
  expect(await store.loadMemory(`web-chat:${one.id}`)).toBeUndefined();
  expect((await store.readFeedback()).map(({ conversationId }) => conversationId)).toEqual([
    `web-chat:${two.id}`,
  ]);
  expect(await store.loadMemory(`web-chat:${two.id}`)).toEqual({ park: "Kemi" });
  expect((await two.poll()).activities).toHaveLength(3);
});

test("after erase every call is 404, and the same token begins no new conversation", async () => {
  const url = await application.start();
  const conversation = await startConversation(url);
  await erase(url, conversation);
  const base = `${url}/v3/directline`;
  const { id, token } = conversation;
  const answers = [
    await send(`${base}/conversations/${id}?watermark=0`, { token }),
    await send(`${base}/conversations/${id}/activities`, { token }),
    await conversation.post("Hi"),
    await send(`${base}/tokens/refresh`, { token, method: "POST" }),
    await send(`${base}/conversations`, { token, json: {} }),
    await erase(url, conversation),
  ];
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(404));
});

test("erase closes the socket", async () => {
  const url = await application.start();
  const conversation = await startConversation(url);
  const socket = new WebSocket(conversation.streamUrl);
  await new Promise((resolve) => socket.once("open", resolve));
  const closed = new Promise((resolve) => socket.once("close", resolve));
  await erase(url, conversation);
  expect(await closed).toBe(4001);
});

test("a turn that runs while its conversation is erased leaves nothing behind, and waiting turns do not run", async () => {
  const store = openStore();
  const gate = Promise.withResolvers<void>();
  const begun: string[] = [];
  const ended: string[] = [];
  const url = await application.start({
    store,
    answerTurn: async ({ conversationId, text }) => {
      begun.push(text);
      await gate.promise;
      await store.saveMemory(conversationId, { last: text });
      await store.addFeedback({ conversationId, reaction: "like", comment: text });
      ended.push(text);
      return replyOf(`Heard: ${text}`);
    },
  });
  const conversation = await startConversation(url);
  await conversation.post("first");
  await conversation.post("second");
  await waitFor(() => begun.length === 1);
  expect((await erase(url, conversation)).status).toBe(204);
  gate.resolve();
  await waitFor(() => ended.length === 1);
  // Closing waits for the queue.
  const kept = {
    memory: await store.loadMemory(`web-chat:${conversation.id}`),
    feedback: await store.readFeedback(),
    activities: await store.readActivities(conversation.id, 0),
  };
  expect(kept).toEqual({ memory: undefined, feedback: [], activities: [] });
  await application.close();
  expect(begun).toEqual(["first"]);
});

test("erase needs the conversation's own token", async () => {
  const url = await application.start();
  const [one, two] = [await startConversation(url), await startConversation(url)];
  expect((await erase(url, { id: one.id, token: two.token })).status).toBe(403);
  expect((await send(`${url}/v3/directline/conversations/${one.id}/erase`, { method: "POST" })).status).toBe(
    401,
  );
  expect((await one.poll()).activities.length).toBeGreaterThanOrEqual(0);
  expect((await one.post("Still here")).status).toBe(200);
});
