import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import { answerInvoke } from "./answer-invoke.ts";
import { answerMessage } from "./answer-message.ts";
import { conversationKey } from "./conversation-key.ts";
import { keepRating, parseRatingEvent, WEB_CHAT_FEEDBACK } from "./feedback.ts";
import type { BotHandler, BotHandlerOptions } from "./handler-options.ts";
import { languageOfActivity } from "./locale.ts";
import { observeTurn } from "./observe-turn.ts";
import { renderFor } from "./render-for.ts";

/**
 * Creates the one bot behind all channels: takes an activity, asks `answerTurn`, sends the rendered reply.
 *
 * Greets when the bot itself is added to a conversation, so once for each. Unknown events are ignored, unknown
 * invokes answered with 501. Does not keep turns of a conversation apart; its callers queue them.
 */
export function createBotHandler(options: BotHandlerOptions): BotHandler {
  return (context) => observeTurn(context, () => handle(context, options));
}

async function handle(context: TurnContext, options: BotHandlerOptions): Promise<void> {
  const { activity } = context;
  switch (activity.type) {
    case ActivityTypes.Message:
      await options.presence?.noteHere(activity);
      return answerMessage(context, options);
    case ActivityTypes.ConversationUpdate:
      return noteMembers(context, options);
    case ActivityTypes.InstallationUpdate:
      return noteInstallation(activity, options);
    case ActivityTypes.Event:
      return noteEvent(activity, options);
    case ActivityTypes.Invoke:
      return answerInvoke(context, options);
  }
}

async function noteMembers(context: TurnContext, options: BotHandlerOptions): Promise<void> {
  const { activity } = context;
  const isBot = ({ id }: { id: string }) => id === activity.recipient?.id;
  if (activity.membersRemoved?.some(isBot)) await options.presence?.noteGone(activity);
  if (!activity.membersAdded?.some(isBot)) return;
  await options.presence?.noteHere(activity);
  const reply = options.welcome(languageOfActivity(activity) ?? "en");
  await context.sendActivity(renderFor(activity, { ...options, reply }));
}

/** Teams sends it beside the update of members; the greeting belongs to that one. */
async function noteInstallation(activity: Activity, { presence }: BotHandlerOptions): Promise<void> {
  if (activity.action?.startsWith("remove")) await presence?.noteGone(activity);
  else await presence?.noteHere(activity);
}

async function noteEvent(activity: Activity, options: BotHandlerOptions): Promise<void> {
  if (activity.name !== WEB_CHAT_FEEDBACK) return;
  const conversationId = conversationKey(activity);
  await keepRating(activity, { ...options, rating: parseRatingEvent(activity), conversationId });
}
