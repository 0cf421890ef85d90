import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import { conversationKey } from "./conversation-key.ts";
import { keepRating, parseSubmittedRating, SUBMIT_ACTION } from "./feedback.ts";
import type { BotHandlerOptions, InvokeAnswer } from "./handler-options.ts";

/** Answers an invoke inside its request: a rating, a search from the compose box, a link to be shown. */
export async function answerInvoke(context: TurnContext, options: BotHandlerOptions): Promise<void> {
  const value = (await answerRating(context.activity, options)) ??
    (await options.answerDialog?.(context)) ??
    (await options.extension?.(context.activity)) ?? { status: 501 };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
}

/** Teams shows an error for anything but 200 and `{}`, so an unreadable rating is logged only. */
async function answerRating(
  activity: Activity,
  options: BotHandlerOptions,
): Promise<InvokeAnswer | undefined> {
  if (activity.name !== SUBMIT_ACTION) return undefined;
  const conversationId = conversationKey(activity);
  await keepRating(activity, { ...options, rating: parseSubmittedRating(activity), conversationId });
  return { status: 200, body: {} };
}
