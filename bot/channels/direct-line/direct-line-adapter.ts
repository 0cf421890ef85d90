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

const TURN_STATE = Symbol("turn");

/** A kept turn and what became of it. */
export interface AnsweredTurn {
  /** Id of the activity that is answered. */
  readonly id: string;
  /** `elsewhere`: somebody else has answered, so nothing of this answer is kept. */
  state: "open" | "answered" | "elsewhere";
}

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
   * @param options.turn Told whether the activity was answered. @default its turn is not kept
   * @returns The bot's answer to an invoke; `undefined` for everything else.
   */
  async run(
    incoming: Partial<Activity>,
    options: { handler: BotHandler; reader: Reader; turn?: AnsweredTurn },
  ): Promise<InvokeResponse | undefined> {
    const activity = {
      ...incoming,
      channelId: "directline",
      serviceUrl: SERVICE_URL,
      recipient: BOT_ACCOUNT,
    };
    const context = new TurnContext(this, activity);
    setReader(context, options.reader);
    if (options.turn) context.turnState.set(TURN_STATE, options.turn);
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
    const turn = context.turnState.get<AnsweredTurn | undefined>(TURN_STATE);
    if (turn?.state === "elsewhere") return "";
    if (draft.type === ActivityTypes.Typing) return (await this.#hub.flash(conversationId, draft)).id;
    return turn?.state === "open"
      ? this.#answer(conversationId, { draft, turn })
      : this.#keep(conversationId, draft);
  }

  /** The first of an answer ends the turn. */
  async #answer(
    conversationId: string,
    { draft, turn }: { draft: Draft; turn: AnsweredTurn },
  ): Promise<string> {
    turn.state = "answered";
    try {
      const appended = await this.#hub.append(conversationId, draft, { answers: turn.id });
      if (appended === undefined) turn.state = "elsewhere";
      await appended?.whenKept;
      return appended?.activity.id ?? "";
    } catch (error) {
      turn.state = "open";
      throw error;
    }
  }

  async #keep(conversationId: string, draft: Draft): Promise<string> {
    const appended = await this.#hub.append(conversationId, draft);
    await appended?.whenKept;
    return appended?.activity.id ?? "";
  }
}

function toDraft(activity: Partial<Activity>): Draft {
  const { serviceUrl: _notForClients, ...rest } = activity;
  return { ...rest, type: activity.type ?? ActivityTypes.Message, from: BOT_ACCOUNT };
}
