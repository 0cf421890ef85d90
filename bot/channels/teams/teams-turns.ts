import type { Activity, TurnContext } from "botbuilder";
import { z } from "zod";
import { describeError, type Log } from "../../log.ts";
import type { ConversationStore } from "../../state/conversation-store.ts";
import { isConnectionLost } from "../../state/database/is-connection-lost.ts";
import { TurnLockError } from "../../state/database/turn-lock.ts";
import type { PendingTurn } from "../../state/pending-turns.ts";
import { conversationKey } from "../conversation-key.ts";
import type { BotHandler } from "../handler-options.ts";
import { languageOfActivity } from "../locale.ts";
import { describeFailure } from "../turn-error.ts";
import type { ChannelTurns, TurnKeeper } from "../turn-keeper.ts";
import type { TurnQueue } from "../turn-queue.ts";
import { type AnswerGuard, guardAnswer } from "./guard-answer.ts";
import { parseIncomingActivity } from "./incoming-activity.ts";
import type { TeamsAdapter } from "./teams-adapter.ts";

/** What {@link createTeamsTurns} works with. */
export interface TeamsTurnsOptions {
  store: ConversationStore;
  queue: TurnQueue;
  turns: TurnKeeper;
  adapter: TeamsAdapter;
  appId: string;
  handler: BotHandler;
  /** Tells the person that the turn failed; never throws. */
  apologise: (context: TurnContext, error: Error) => Promise<void>;
  log: Log;
}

/** An activity that was taken; a message has a turn that is kept. */
export interface TakenActivity {
  turn?: string;
}

/** The turns of Teams and all other channels of Azure Bot Service. */
export interface TeamsTurns {
  /**
   * Notes an activity of an authenticated sender as taken, and a message as one that must be answered.
   *
   * @returns `undefined` for one that was taken before.
   * @throws {unknown} When it could not be noted; then it must not be acknowledged.
   */
  take(activity: Activity): Promise<TakenActivity | undefined>;
  /** Runs the turn of a taken activity, in its place. */
  run(context: TurnContext, taken: TakenActivity): Promise<void>;
  /** Ends a kept turn that will not be run. */
  drop(taken: TakenActivity): Promise<void>;
}

const factsSchema = z.object({ activity: z.unknown() });

/** The sender needs what is in the answer to its request. */
export function isAnsweredInRequest({ type, deliveryMode }: Partial<Activity>): boolean {
  return type === "invoke" || deliveryMode === "expectReplies";
}

/** Creates what runs turns of Teams, and resumes those that others have begun. */
export function createTeamsTurns(options: TeamsTurnsOptions): TeamsTurns {
  const { store, queue, turns, handler, apologise, log } = options;
  const { pending, seen } = store;
  turns.serve("teams", createResumedTurns(options));
  return {
    async take(activity) {
      if (isAnsweredInRequest(activity)) return {};
      if (activity.type !== "message") return (await seen.isRepeated(activity)) ? undefined : {};
      const conversation = conversationKey(activity);
      const turn = await pending.take(activity, { seen, conversation, facts: { activity } });
      return turn === undefined ? undefined : { turn };
    },
    async run(context, { turn: id }) {
      const conversation = conversationKey(context.activity);
      if (id === undefined) return queue.run(conversation, () => handler(context));
      const guard = guardAnswer(context, { pending, id, log });
      try {
        await turns.run({ id, conversation }, () => runGuarded(context, { ...options, guard }));
      } catch (error) {
        // It stays kept, and is run when the conversation is free.
        if (error instanceof TurnLockError) return log.error("turn.postponed", describeError(error));
        if (isConnectionLost(error)) return log.error("turn.postponed", describeError(error));
        await apologise(context, toError(error));
        await guard.end();
      }
    },
    async drop({ turn }) {
      if (turn !== undefined) await pending.remove(turn);
    },
  };
}

/**
 * Runs a turn, and ends it when something was said to the person. One that failed since the state was out of reach is
 * run again later.
 */
async function runGuarded(
  context: TurnContext,
  { handler, apologise, guard, log }: TeamsTurnsOptions & { guard: AnswerGuard },
): Promise<void> {
  try {
    await handler(context);
  } catch (error) {
    if (isConnectionLost(error) && !guard.hasBegun()) {
      return log.error("turn.postponed", describeError(error));
    }
    await apologise(context, toError(error));
  }
  await guard.end();
}

function createResumedTurns(options: TeamsTurnsOptions): ChannelTurns {
  const { store, adapter, appId, log } = options;
  const { pending } = store;
  const resume = (turn: PendingTurn, work: (context: TurnContext, guard: AnswerGuard) => Promise<void>) => {
    const activity = parseIncomingActivity(factsSchema.parse(turn.facts).activity);
    return adapter.resume(activity, {
      appId,
      logic: (context) => work(context, guardAnswer(context, { pending, id: turn.id, log })),
    });
  };
  return {
    resume: (turn) => resume(turn, (context, guard) => runGuarded(context, { ...options, guard })),
    giveUp: (turn) =>
      resume(turn, async (context, guard) => {
        const { channelId, locale } = context.activity;
        const error = new Error(
          "Cannot answer the turn: it ended the process, or could not be kept, again and again",
        );
        const language = languageOfActivity({ locale }) ?? "en";
        const text = describeFailure(error, { language, channel: channelId, log });
        await context.sendActivity({ type: "message", text, locale: language });
        await guard.end();
      }),
    end: (turn) => pending.remove(turn.id),
  };
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
