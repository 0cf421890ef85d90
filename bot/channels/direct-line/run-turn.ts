import type { Activity } from "botbuilder";
import { z } from "zod";
import { READERS, type Reader } from "../../../knowledge/languages.ts";
import { describeError } from "../../log.ts";
import type { PendingTurn } from "../../state/pending-turns.ts";
import { errorBody, type HttpAnswer } from "../http.ts";
import { languageOfActivity } from "../locale.ts";
import { describeFailure } from "../turn-error.ts";
import type { ChannelTurns } from "../turn-keeper.ts";
import { BOT_ACCOUNT, type Draft, type WireActivity } from "./conversation-hub.ts";
import type { AnsweredTurn } from "./direct-line-adapter.ts";
import type { DirectLineOptions } from "./endpoint-options.ts";
import { turnKey } from "./turn-key.ts";
import { type RankClaims, readerOfClaims } from "./web-identity.ts";

/** What a turn needs to know. */
interface TurnOptions {
  endpoint: DirectLineOptions;
  /** Rank of the person who speaks. */
  reader: Reader;
}

/** Parts of the endpoint that run turns. */
type TurnParts = Pick<DirectLineOptions, "adapter" | "handler" | "hub" | "log" | "now">;

const factsSchema = z.object({
  reader: z.enum(READERS).optional(),
  readerUntil: z.number().int().optional(),
});

const KEY_PREFIX = turnKey("");

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
  const greeted = endpoint.queue.run(turnKey(id), () =>
    runTurn(incoming, { parts: endpoint, reader: "public" }),
  );
  greeted.catch((error) => endpoint.log.error("turn.lost", describeError(error)));
}

/** What is kept with an activity until it is answered: the rank, which ends with its time. */
export function factsOf({ reader, readerUntil }: RankClaims): RankClaims {
  return reader === undefined ? {} : { reader, readerUntil };
}

/** Gives a kept activity to the bot; its replies go to the conversation whenever they are ready. */
export function answerClient(kept: WireActivity, { endpoint, reader }: TurnOptions): void {
  const conversationId = kept.conversation?.id ?? "";
  const answered = endpoint.turns.run({ id: kept.id, conversation: turnKey(conversationId) }, () =>
    runTurn(toIncoming(kept), { parts: endpoint, reader, turn: kept.id }),
  );
  // Errors within it are the adapter's; what escapes it is logged, for nobody waits here.
  answered.catch((error) => endpoint.log.error("turn.lost", describeError(error)));
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

/** How turns of the web chat are resumed, from the activity as it was kept. */
export function createWebChatTurns(parts: TurnParts): ChannelTurns {
  const { hub, log, now = Date.now } = parts;
  const idOf = ({ conversation }: PendingTurn) => conversation.slice(KEY_PREFIX.length);
  return {
    async resume(turn) {
      const kept = await hub.readActivity(idOf(turn), turn.sequence);
      if (kept === undefined) return hub.settleTurn(turn.id);
      const reader = readerOfClaims(factsSchema.parse(turn.facts), { now: now() });
      await runTurn(toIncoming(kept), { parts, reader, turn: turn.id });
    },
    async giveUp(turn) {
      const kept = await hub.readActivity(idOf(turn), turn.sequence);
      const language = (kept && languageOfActivity(kept)) ?? "en";
      const error = new Error(
        "Cannot answer the turn: it ended the process, or could not be kept, again and again",
      );
      const text = describeFailure(error, { language, channel: "web-chat", log });
      const draft = { type: "message", text, locale: language, from: BOT_ACCOUNT, replyToId: turn.id };
      const appended = await hub.append(idOf(turn), draft, { answers: turn.id });
      if (appended) await appended.whenKept;
      else await hub.settleTurn(turn.id);
    },
    end: (turn) => hub.settleTurn(turn.id),
  };
}

/**
 * Runs a turn. One that failed without a word to the person stays kept and is run again later; any other has ended.
 *
 * @param options.turn Id of the kept turn. @default it is not kept
 */
async function runTurn(
  incoming: Partial<Activity>,
  options: { parts: TurnParts; reader: Reader; turn?: string },
): Promise<void> {
  const { parts, reader, turn: id } = options;
  const { adapter, hub } = parts;
  // Erased while it waited: nobody is there to be answered.
  if (await hub.isErased(incoming.conversation?.id ?? "")) return;
  const turn: AnsweredTurn | undefined = id === undefined ? undefined : { id, state: "open" };
  let hasFailed = false;
  const handler: DirectLineOptions["handler"] = async (context) => {
    try {
      await parts.handler(context);
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  await adapter.run(incoming, { handler, reader, ...(turn && { turn }) });
  if (turn?.state === "open" && !hasFailed) await hub.settleTurn(turn.id);
}

function toIncoming(kept: WireActivity): Partial<Activity> {
  return { ...kept, timestamp: new Date(kept.timestamp) };
}
