import { expect, test } from "vitest";
import { ConversationStore } from "../../bot/state/conversation-store.ts";
import { applicationOfTest, replyOf } from "../support/application.ts";
import { startConversation } from "../support/direct-line-client.ts";

const application = applicationOfTest();

test("what is to be written at the end comes after the last turn, while the state is still open", async () => {
  const store = new ConversationStore(":memory:");
  const [begun, open] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const happened: string[] = [];
  const url = await application.start({
    store,
    answerTurn: async () => {
      begun.resolve();
      await open.promise;
      happened.push("answered");
      return replyOf("Late");
    },
    beforeClose: () => {
      happened.push("written");
      store.readOrCreateMeta("last", () => "written");
    },
  });
  const conversation = await startConversation(url);
  await conversation.post("Hello");
  await begun.promise;
  const closed = application.close();
  open.resolve();
  await closed;
  expect(happened).toEqual(["answered", "written"]);
  expect(() => store.readOrCreateMeta("last", () => "again")).toThrow();
});
