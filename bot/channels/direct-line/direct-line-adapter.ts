import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  INVOKE_RESPONSE_KEY,
  type InvokeResponse,
  type ResourceResponse,
  TurnContext,
} from "botbuilder";
import type { Reader } from "../../../knowledge/languages.ts";
import type { BotHandler } from "../handler-options.ts";
import { setReader } from "../reader-state.ts";
import { BOT_ACCOUNT, type ConversationHub, type Draft } from "./conversation-hub.ts";

/** Stands where other channels have a web address; nothing is ever sent to it. */
const SERVICE_URL = "urn:sivuvirta:direct-line";

/**
 * The Bot Framework adapter of our own Direct Line: replies go straight to the conversation, without HTTP.
 *
 * Follows the SDK's contract: errors of a turn go to `onTurnError` when it is set.
 */
export class DirectLineAdapter extends BotAdapter {
  readonly #hub: ConversationHub;

  constructor(hub: ConversationHub) {
    super();
    this.#hub = hub;
  }

  /**
   * Runs one turn.
   *
   * @param incoming What the client sent, already made safe; sender and conversation come from the token.
   * @param options.handler The bot.
   * @param options.reader Rank of the person, from the token.
   * @returns The bot's answer to an invoke; `undefined` for everything else.
   */
  async run(
    incoming: Partial<Activity>,
    options: { handler: BotHandler; reader: Reader },
  ): Promise<InvokeResponse | undefined> {
    const activity = {
      ...incoming,
      channelId: "directline",
      serviceUrl: SERVICE_URL,
      recipient: BOT_ACCOUNT,
    };
    const context = new TurnContext(this, activity);
    setReader(context, options.reader);
    await this.runMiddleware(context, options.handler);
    const response: Partial<Activity> | undefined = context.turnState.get(INVOKE_RESPONSE_KEY);
    return response?.value;
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) responses.push({ id: await this.#send(context, activity) });
    return responses;
  }

  override async updateActivity(): Promise<never> {
    throw new Error("Cannot update an activity: Direct Line has no such call: send a new one");
  }

  override async deleteActivity(): Promise<never> {
    throw new Error("Cannot delete an activity: Direct Line has no such call");
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const event = { type: ActivityTypes.Event, name: "ContinueConversation" };
    const activity = TurnContext.applyConversationReference(event, reference, true);
    await this.runMiddleware(new TurnContext(this, activity), logic);
  }

  async #send(context: TurnContext, activity: Partial<Activity>): Promise<string> {
    switch (activity.type) {
      case "delay":
        await new Promise((resolve) => setTimeout(resolve, Number(activity.value) || 0));
        return "";
      case ActivityTypes.Trace:
        return "";
      case ActivityTypes.InvokeResponse:
        context.turnState.set(INVOKE_RESPONSE_KEY, activity);
        return "";
    }
    const conversationId = activity.conversation?.id ?? "";
    const draft = toDraft(activity);
    if (draft.type === ActivityTypes.Typing) return this.#hub.flash(conversationId, draft).id;
    const appended = this.#hub.append(conversationId, draft);
    await appended?.whenKept;
    return appended?.activity.id ?? "";
  }
}

function toDraft(activity: Partial<Activity>): Draft {
  const { serviceUrl: _notForClients, ...rest } = activity;
  return { ...rest, type: activity.type ?? ActivityTypes.Message, from: BOT_ACCOUNT };
}
