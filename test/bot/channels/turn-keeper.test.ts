import { describe, expect, test } from "vitest";
import { ConversationStore } from "../../../bot/state/conversation-store.ts";
import type { IncomingTurn } from "../../../bot/turn.ts";
import { applicationOfTest, type Changes, echoTurn, replyOf, waitFor } from "../../support/application.ts";
import { MESSAGE, type Post, startService } from "../../support/bot-framework.ts";
import { DATABASE_KINDS, openTestDatabase } from "../../support/databases.ts";
import type { SeenActivity } from "../../support/direct-line-client.ts";

const application = applicationOfTest();

/** Turns that nobody works on are taken over quickly. */
const QUICK = { takeOverAfterInMs: 0, intervalInMs: 20 };

describe.each(DATABASE_KINDS)("TurnKeeper (%s)", (kind) => {
  const openStore = async () => new ConversationStore(await openTestDatabase(kind));

  /** What a process leaves behind that took messages and ended before it answered. */
  async function leaveMessages(
    store: ConversationStore,
    texts: readonly string[],
    facts: object = {},
  ): Promise<void> {
    await store.createConversation({ id: "c", user: "dl_u" });
    for (const text of texts) {
      const fields = {
        type: "message",
        text,
        locale: "fi-FI",
        timestamp: "2026-01-01T00:00:00.000Z",
        from: { id: "dl_u", role: "user" },
        conversation: { id: "c" },
      };
      const turn = { conversation: "web-chat:c", facts };
      await (await store.conversations.append("c", { fields, turn }))?.whenKept;
    }
  }

  const activitiesOf = async (store: ConversationStore) =>
    (await store.readActivities("c", 0)).map((json) => JSON.parse(json) as SeenActivity);

  const allEnded = (store: ConversationStore) =>
    waitFor(async () => (await store.pending.due(Number.MAX_SAFE_INTEGER)).length === 0);

  const start = (changes: Changes) => application.start({ turns: QUICK, ...changes });

  test("answers messages of a process that ended, each once and in order, for the rank they were sent with", async () => {
    const store = await openStore();
    const until = Math.floor(Date.now() / 1000) + 1000;
    await leaveMessages(store, ["one", "two"], { reader: "member", readerUntil: until });
    const turns: IncomingTurn[] = [];
    await start({
      store,
      answerTurn: async (turn) => {
        turns.push(turn);
        return echoTurn(turn);
      },
    });
    await allEnded(store);
    const answers = (await activitiesOf(store)).slice(2);
    expect(answers.map(({ text, replyToId }) => ({ text, replyToId }))).toEqual([
      { text: "Heard: one", replyToId: "c|0000001" },
      { text: "Heard: two", replyToId: "c|0000002" },
    ]);
    expect(turns).toMatchObject([
      { text: "one", reader: "member", conversationId: "web-chat:c", preferredLanguage: "fi" },
      { text: "two", reader: "member" },
    ]);
  });

  test("answers for the public once the rank has ended", async () => {
    const store = await openStore();
    await leaveMessages(store, ["one"], { reader: "member", readerUntil: 1000 });
    const readers: string[] = [];
    await start({
      store,
      answerTurn: async (turn) => {
        readers.push(turn.reader);
        return echoTurn(turn);
      },
    });
    await allEnded(store);
    expect(readers).toEqual(["public"]);
  });

  test("leaves a turn alone that takes long, and what came meanwhile", async () => {
    const store = await openStore();
    await store.createConversation({ id: "c", user: "dl_u" });
    let asked = 0;
    await start({
      store,
      answerTurn: async (turn) => {
        asked++;
        await new Promise((resolve) => setTimeout(resolve, 200));
        return echoTurn(turn);
      },
    });
    await leaveMessages(store, ["one", "two"]);
    await allEnded(store);
    expect(asked).toBe(2);
    expect((await activitiesOf(store)).map(({ text }) => text)).toEqual([
      "one",
      "two",
      "Heard: one",
      "Heard: two",
    ]);
  });

  test("gives a turn up that was begun three times, and says so in the language of the person", async () => {
    const store = await openStore();
    await leaveMessages(store, ["one"]);
    await store.database.prepare("update pending_turn set attempts = 3").run();
    let asked = 0;
    await start({
      store,
      answerTurn: async (turn) => {
        asked++;
        return echoTurn(turn);
      },
    });
    await allEnded(store);
    const [, apology] = await activitiesOf(store);
    expect(apology).toMatchObject({ locale: "fi", replyToId: "c|0000001" });
    const { lines } = application.running;
    const failed = lines.map((line) => JSON.parse(line)).find(({ event }) => event === "turn.failed");
    expect(apology?.text).toContain(failed.id);
    expect(asked).toBe(0);
  });

  test("forgets the turns of an erased conversation, and of one that is gone", async () => {
    const store = await openStore();
    await leaveMessages(store, ["one"]);
    await store.eraseConversation("c", "web-chat:c");
    await store.pending.take(
      { type: "message", id: "1", channelId: "x", conversation: { id: "gone" } },
      { seen: store.seen, conversation: "web-chat:gone", facts: {} },
    );
    await store.database.prepare("update pending_turn set channel = 'web-chat'").run();
    await start({ store });
    await allEnded(store);
    expect(application.running.lines.join()).not.toContain("turn.not-resumed");
  });

  test("goes on with a message of Teams that was acknowledged, and not with an answer that may have arrived", async () => {
    const posts: Post[] = [];
    const service = await startService(posts);
    const store = await openStore();
    const take = async (id: string, text: string) => {
      const activity = { ...MESSAGE, id, text, deliveryMode: undefined, serviceUrl: service.url };
      const conversation = `${activity.channelId}:${activity.conversation.id}`;
      return store.pending.take(activity, { seen: store.seen, conversation, facts: { activity } });
    };
    const sending = await take("m1", "perhaps answered");
    await store.pending.send(sending ?? "");
    await take("m2", "not answered");
    await start({ store });
    await allEnded(store);
    const said = posts.filter(({ body }) => body.type === "message");
    expect(said.map(({ body }) => body.text)).toEqual(["Teams: Heard: not answered"]);
    expect(said[0]?.body.replyToId).toBe("m2");
    expect(application.running.lines.join()).toContain("turn.perhaps-answered");
    service.close();
  });

  test("ends the turn of a message that gets no answer, and of a rating", async () => {
    const store = await openStore();
    await store.createConversation({ id: "c", user: "dl_u" });
    const fields = { type: "event", name: "other", from: { id: "dl_u" }, conversation: { id: "c" } };
    const turn = { conversation: "web-chat:c", facts: {} };
    await (
      await store.conversations.append("c", {
        fields: { ...fields, timestamp: "2026-01-01T00:00:00.000Z" },
        turn,
      })
    )?.whenKept;
    await start({ store, answerTurn: async () => replyOf("Never asked") });
    await allEnded(store);
    expect(await activitiesOf(store)).toHaveLength(1);
  });
});
