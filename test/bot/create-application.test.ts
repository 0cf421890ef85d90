import { expect, test } from "vitest";
import { applicationOfTest, replyOf } from "../support/application.ts";
import { startConversation } from "../support/direct-line-client.ts";
import { openStore } from "../support/stores.ts";

const application = applicationOfTest();

test("what is to be written at the end comes after the last turn, while the state is still open", async () => {
  const store = openStore();
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
    beforeClose: async () => {
      happened.push("written");
      await store.readOrCreateMeta("last", () => "written");
    },
  });
  const conversation = await startConversation(url);
  await conversation.post("Hello");
  await begun.promise;
  const closed = application.close();
  open.resolve();
  await closed;
  expect(happened).toEqual(["answered", "written"]);
  await expect(store.readOrCreateMeta("last", () => "again")).rejects.toThrow();
});
