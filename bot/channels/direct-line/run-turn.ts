import type { Activity } from "botbuilder";
import { describeError } from "../../log.ts";
import { conversationKey } from "../bot-handler.ts";
import { errorBody, type HttpAnswer } from "../http.ts";
import { BOT_ACCOUNT, type Draft, type WireActivity } from "./conversation-hub.ts";
import type { DirectLineOptions } from "./endpoint-options.ts";

/** Key of a web-chat conversation in the turn queue, the same as in every store. */
export function turnKey(conversationId: string): string {
  return conversationKey({
    channelId: "directline",
    conversation: { id: conversationId } as Activity["conversation"],
  });
}

/** Tells the bot that a conversation began with a person and itself in it; the bot greets. */
export function greetClient(
  conversation: { id: string; user: string; locale?: string },
  options: DirectLineOptions,
): void {
  const { id, user, locale } = conversation;
  runInBackground(id, {
    ...options,
    incoming: {
      type: "conversationUpdate",
      id: `${id}|start`,
      from: { id: user, name: "", role: "user" },
      conversation: { id } as Activity["conversation"],
      membersAdded: [BOT_ACCOUNT, { id: user, name: "" }],
      locale,
    },
  });
}

/** Gives a kept activity to the bot; its replies go to the conversation whenever they are ready. */
export function answerClient(kept: WireActivity, options: DirectLineOptions): void {
  const incoming = { ...kept, timestamp: new Date(kept.timestamp) };
  runInBackground(kept.conversation?.id ?? "", { ...options, incoming });
}

/** Gives an invoke to the bot and answers the request with what the bot says. */
export async function runInvoke(
  conversationId: string,
  options: DirectLineOptions & { draft: Draft },
): Promise<HttpAnswer> {
  const { adapter, handler, queue, draft } = options;
  const conversation = { id: conversationId } as Activity["conversation"];
  const response = await queue.run(turnKey(conversationId), () =>
    adapter.run({ ...draft, conversation }, { handler }),
  );
  if (response) return { status: response.status, body: response.body ?? {} };
  return { status: 502, body: errorBody("BotError", "The assistant could not take this: try again later") };
}

/** Queues a turn. Errors within it are the adapter's; what escapes it is logged, for nobody waits here. */
function runInBackground(
  conversationId: string,
  options: DirectLineOptions & { incoming: Partial<Activity> },
): void {
  const { adapter, handler, queue, incoming, log } = options;
  queue
    .run(turnKey(conversationId), async () => {
      await adapter.run(incoming, { handler });
    })
    .catch((error) => log.error("turn.lost", describeError(error)));
}
