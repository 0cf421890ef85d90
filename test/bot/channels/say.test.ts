import { expect, test } from "vitest";
import { applicationOfTest } from "../../support/application.ts";
import { startConversation } from "../../support/direct-line-client.ts";
import { makeReply } from "../../support/replies.ts";

const application = applicationOfTest();

const news = makeReply({ text: "Uutinen", language: "fi", citations: [] });

test("something said first reaches the page at once, and one that comes back later", async () => {
  const url = await application.start();
  const conversation = await startConversation(url, { locale: "fi-FI" });
  await conversation.waitForText("Welcome (fi)");
  const { watermark } = await conversation.poll();
  const { say } = application.running.application;
  expect(await say(`web-chat:${conversation.id}`, news)).toBe("sent");
  const { activities } = await conversation.poll(watermark);
  expect(activities).toMatchObject([
    { type: "message", text: "Uutinen", locale: "fi", from: { role: "bot" }, channelId: "directline" },
  ]);
});

test("comes after a turn that is under way", async () => {
  const open = Promise.withResolvers<void>();
  const url = await application.start({
    answerTurn: async () => {
      await open.promise;
      return makeReply({ text: "Vastaus", citations: [] });
    },
  });
  const conversation = await startConversation(url);
  await conversation.waitForText("Welcome (en)");
  await conversation.post("Kysymys");
  const said = application.running.application.say(`web-chat:${conversation.id}`, news);
  open.resolve();
  expect(await said).toBe("sent");
  const { activities } = await conversation.poll();
  expect(activities.map(({ text }) => text).filter(Boolean)).toEqual([
    "Welcome (en)",
    "Kysymys",
    "Vastaus",
    "Uutinen",
  ]);
});

test("is gone where there is no such conversation, on either channel", async () => {
  await application.start();
  const { say } = application.running.application;
  expect(await say("web-chat:none", news)).toBe("gone");
  expect(await say("msteams:none", news)).toBe("gone");
});
