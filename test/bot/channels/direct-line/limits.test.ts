import { expect, test } from "vitest";
import { ConversationStore } from "../../../../bot/state/conversation-store.ts";
import { applicationOfTest, echoTurn, send, waitFor } from "../../../support/application.ts";
import { startConversation } from "../../../support/direct-line-client.ts";

const application = applicationOfTest();
const { start } = application;

test("ratings are accepted and kept: the event is echoed, the invoke is not", async () => {
  const store = new ConversationStore(":memory:");
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
  expect(store.readFeedback()).toEqual([
    { conversationId, reaction: "like", target: "#like-1", comment: undefined },
    { conversationId, reaction: "dislike", target: "x|1", comment: "Old" },
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

test("uploads are 415 with a clear message, sessions 404", async () => {
  const url = await start();
  const { id, token } = await startConversation(url);
  const body = new FormData();
  body.append("file", new Blob(["x"]), "x.txt");
  const upload = await send(`${url}/v3/directline/conversations/${id}/upload?userId=x`, {
    method: "POST",
    token,
    body,
  });
  expect(upload).toMatchObject({ status: 415, body: { error: { code: "UploadNotSupported" } } });
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
