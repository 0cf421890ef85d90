import { afterEach, expect, test } from "vitest";
import { echoTurn, send, startApplication, type TestApplication } from "../support/application.ts";
import { startConversation } from "../support/direct-line-client.ts";

let application: TestApplication;
afterEach(() => application.close());

test("two turns of one conversation do not overlap, and keep their order", async () => {
  let running = 0;
  const seen: string[] = [];
  application = await startApplication({
    answerTurn: async (turn) => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, turn.text === "first" ? 50 : 1));
      running--;
      seen.push(turn.text);
      return echoTurn(turn);
    },
  });
  const conversation = await startConversation(application.url);
  for (const text of ["first", "second", "third"]) await conversation.post(text);
  await conversation.waitForText("Heard: third");
  expect(seen).toEqual(["first", "second", "third"]);
});

test("two turns of one Teams conversation do not overlap either", async () => {
  let running = 0;
  let most = 0;
  application = await startApplication({
    answerTurn: async (turn) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running--;
      return echoTurn(turn);
    },
  });
  const message = (conversation: string) => ({
    type: "message",
    text: "x",
    channelId: "msteams",
    serviceUrl: "http://localhost:9",
    deliveryMode: "expectReplies",
    conversation: { id: conversation },
  });
  const post = (conversation: string) =>
    send(`${application.url}/api/messages`, { json: message(conversation) });
  const same = await Promise.all([post("a"), post("a"), post("a")]);
  expect(same.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(most).toBe(1);
  await Promise.all([post("b"), post("c")]);
  expect(most).toBe(2);
});

test("50 conversations at once each get their own answers and nobody else's", async () => {
  application = await startApplication();
  const texts = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const conversation = await startConversation(application.url);
      await conversation.post(`question ${index}`);
      await conversation.waitForText(`Heard: question ${index}`);
      return (await conversation.poll()).activities.map(({ text }) => text);
    }),
  );
  texts.forEach((own, index) => {
    expect(own.sort()).toEqual([`Heard: question ${index}`, "Welcome (en)", `question ${index}`]);
  });
});
