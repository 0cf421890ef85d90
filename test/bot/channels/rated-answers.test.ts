import { afterEach, beforeEach, expect, test } from "vitest";
import { createBotHandler } from "../../../bot/channels/bot-handler.ts";
import { ConversationHub } from "../../../bot/channels/direct-line/conversation-hub.ts";
import { DirectLineAdapter } from "../../../bot/channels/direct-line/direct-line-adapter.ts";
import type { DeliveredAnswer } from "../../../bot/channels/feedback.ts";
import type { BotHandlerOptions } from "../../../bot/channels/handler-options.ts";
import { renderTeams } from "../../../bot/channels/render-teams.ts";
import { renderWebChat } from "../../../bot/channels/render-web-chat.ts";
import { createLog } from "../../../bot/log.ts";
import type { ConversationStore, TurnFeedback } from "../../../bot/state/conversation-store.ts";
import { replyOf } from "../../support/application.ts";
import { openStore } from "../../support/stores.ts";

let store: ConversationStore;
let hub: ConversationHub;
let delivered: DeliveredAnswer[];
beforeEach(async () => {
  store = openStore();
  hub = new ConversationHub(store);
  await hub.start({ id: "c1", user: "dl_1" });
  delivered = [];
});
afterEach(() => store.close());

/** Runs an activity through the real handler and adapter of the web chat. */
function post(activity: object, changes: Partial<BotHandlerOptions> = {}) {
  const handler = createBotHandler({
    answerTurn: async () => ({ ...replyOf("22 members."), turnId: "turn-1" }),
    welcome: (language) => replyOf("Hei", language),
    renderers: { webChat: renderWebChat, teams: renderTeams },
    recordFeedback: (feedback) => store.addFeedback(feedback),
    noteDelivered: (answer) => void delivered.push(answer),
    log: createLog({ level: "error", write: () => undefined }),
    ...changes,
  });
  const incoming = { conversation: { id: "c1" }, from: { id: "dl_1" }, ...activity } as Parameters<
    DirectLineAdapter["run"]
  >[0];
  return new DirectLineAdapter(hub).run(incoming, { handler, reader: "public" });
}

async function sent(): Promise<{ id: string; entities: { potentialAction: { "@id": string }[] }[] }> {
  const [activity] = (await store.readActivities("c1", 0))
    .map((json) => JSON.parse(json))
    .filter(({ type }) => type === "message");
  return activity;
}

test.each([
  ["plainly", undefined],
  ["as a stream", { intervalInMs: 1 }],
])("an answer sent %s is noted by the ids that its ratings name", async (_, pace) => {
  await post({ type: "message", text: "How many?" }, { paceOf: () => pace });
  const { id, entities } = await sent();
  const thumb = entities
    .flatMap(({ potentialAction = [] }) => potentialAction)[0]
    ?.["@id"].replace("#like-", "");
  expect(delivered).toHaveLength(1);
  expect(delivered[0]).toMatchObject({ turnId: "turn-1", conversationId: "web-chat:c1" });
  expect(delivered[0]?.targets).toEqual(expect.arrayContaining([id, thumb]));
});

test("a rating names the answer as it was noted, by event and by invoke", async () => {
  const heard: TurnFeedback[] = [];
  store.onFeedback((feedback) => void heard.push(feedback));
  await post({ type: "message", text: "How many?" });
  const { id, entities } = await sent();
  const like = entities.flatMap(({ potentialAction = [] }) => potentialAction)[0];
  const event = { type: "event", name: "webchat:activity-status/feedback" };
  await post({ ...event, entities: [{ ...like, "@type": "LikeAction" }] });
  await post({
    type: "invoke",
    name: "message/submitAction",
    replyToId: id,
    value: { actionName: "feedback", actionValue: { reaction: "dislike", feedback: "{}" } },
  });
  expect(heard.map(({ reaction }) => reaction)).toEqual(["like", "dislike"]);
  for (const { target } of heard) expect(delivered[0]?.targets).toContain(target);
});

test("an apology is no answer, and a rating of an erased conversation is told to nobody", async () => {
  await post(
    { type: "message", text: "How many?" },
    { answerTurn: () => Promise.reject(new Error("out of order")) },
  );
  expect(delivered).toEqual([]);
  const heard: TurnFeedback[] = [];
  store.onFeedback((feedback) => void heard.push(feedback));
  await store.eraseConversation("c1", "web-chat:c1");
  await store.addFeedback({ conversationId: "web-chat:c1", reaction: "like", target: "x" });
  expect(heard).toEqual([]);
});
