import type { Activity } from "botbuilder";
import type { Reader } from "../../../knowledge/languages.ts";
import { describeError } from "../../log.ts";
import { errorBody, type HttpAnswer } from "../http.ts";
import { BOT_ACCOUNT, type Draft, type WireActivity } from "./conversation-hub.ts";
import type { DirectLineOptions } from "./endpoint-options.ts";
import { turnKey } from "./turn-key.ts";

/** What a turn needs to know. */
interface TurnOptions {
  endpoint: DirectLineOptions;
  /** Rank of the person who speaks. */
  reader: Reader;
}

/** Tells the bot that a conversation began with a person and itself in it; the bot greets, everybody alike. */
export function greetClient(
  conversation: { id: string; user: string; locale?: string },
  endpoint: DirectLineOptions,
): void {
  const { id, user, locale } = conversation;
  const incoming = {
    type: "conversationUpdate",
    id: `${id}|start`,
    from: { id: user, name: "", role: "user" },
    conversation: { id } as Activity["conversation"],
    membersAdded: [BOT_ACCOUNT, { id: user, name: "" }],
    locale,
  };
  runInBackground(incoming, { endpoint, reader: "public" });
}

/** Gives a kept activity to the bot; its replies go to the conversation whenever they are ready. */
export function answerClient(kept: WireActivity, options: TurnOptions): void {
  runInBackground({ ...kept, timestamp: new Date(kept.timestamp) }, options);
}

/** Gives an invoke to the bot and answers the request with what the bot says. */
export async function runInvoke(
  conversationId: string,
  options: TurnOptions & { draft: Draft },
): Promise<HttpAnswer> {
  const { draft, endpoint, reader } = options;
  const { adapter, handler, queue } = endpoint;
  const conversation = { id: conversationId } as Activity["conversation"];
  const response = await queue.run(turnKey(conversationId), () =>
    adapter.run({ ...draft, conversation }, { handler, reader }),
  );
  if (response) return { status: response.status, body: response.body ?? {} };
  return { status: 502, body: errorBody("BotError", "The assistant could not take this: try again later") };
}

/** Queues a turn. Errors within it are the adapter's; what escapes it is logged, for nobody waits here. */
function runInBackground(incoming: Partial<Activity>, options: TurnOptions): void {
  const { endpoint, reader } = options;
  const { adapter, handler, hub, queue, log } = endpoint;
  const conversationId = incoming.conversation?.id ?? "";
  queue
    .run(turnKey(conversationId), async () => {
      // Erased while it waited: nobody is there to be answered.
      if (hub.isErased(conversationId)) return;
      await adapter.run(incoming, { handler, reader });
    })
    .catch((error) => log.error("turn.lost", describeError(error)));
}
