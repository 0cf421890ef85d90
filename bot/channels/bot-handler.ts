import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import type { Language, Reader } from "../../knowledge/languages.ts";
import type { FileLinks } from "../links/create-file-links.ts";
import type { Log } from "../log.ts";
import type { Reply } from "../reply/reply.ts";
import type { TurnFeedback } from "../state/conversation-store.ts";
import type { AnswerTurn, IncomingTurn } from "../turn.ts";
import { readCardForm } from "./card-form.ts";
import {
  parseRatingEvent,
  parseSubmittedRating,
  type Rating,
  SUBMIT_ACTION,
  WEB_CHAT_FEEDBACK,
} from "./feedback.ts";
import { languageOfActivity } from "./locale.ts";
import { readMessageText } from "./message-text.ts";
import type { RenderOptions } from "./render-attachments.ts";

/** Turns a reply into the activity a channel shows. */
export type RenderReply = (reply: Reply, options: RenderOptions) => Partial<Activity>;

/** One renderer per way of showing. */
export interface Renderers {
  /** Web Chat: our own Direct Line, Azure's, and the Bot Framework Emulator. */
  webChat: RenderReply;
  /** Teams, and every channel not named above. */
  teams: RenderReply;
}

/** Everything {@link createBotHandler} needs from outside the channels. */
export interface BotHandlerOptions {
  answerTurn: AnswerTurn;
  /** First words of a conversation, in the language of the client. */
  welcome: (language: Language) => Reply;
  renderers: Renderers;
  /** Makes addresses of pictures and downloads that people of these channels reach. @default without them */
  links?: FileLinks;
  /** Keeps a rating; a throw makes the turn fail. */
  recordFeedback: (feedback: TurnFeedback) => void | Promise<void>;
  /** Rank of the sender; sees the activity after its channel authenticated it. @default everyone is `public` */
  readerOf?: (activity: Activity) => Reader;
  log: Log;
}

/** What an adapter runs for each incoming activity. */
export type BotHandler = (context: TurnContext) => Promise<void>;

/** A turn that takes longer shows typing dots, in milliseconds. */
const TYPING_AFTER_IN_MS = 500;

const WEB_CHAT_CHANNELS = new Set(["directline", "webchat", "emulator"]);

/**
 * Creates the one bot behind all channels: takes an activity, asks `answerTurn`, sends the rendered reply.
 *
 * Greets when the bot itself is added to a conversation, so once for each. Unknown events are ignored, unknown
 * invokes answered with 501. Does not keep turns of a conversation apart; its callers queue them.
 */
export function createBotHandler(options: BotHandlerOptions): BotHandler {
  return async (context) => {
    switch (context.activity.type) {
      case ActivityTypes.Message:
        return answerMessage(context, options);
      case ActivityTypes.ConversationUpdate:
        return greet(context, options);
      case ActivityTypes.Event:
        return noteEvent(context.activity, options);
      case ActivityTypes.Invoke:
        return answerInvoke(context, options);
    }
  };
}

/** Key of a conversation in every store; unique over channels. */
export function conversationKey(activity: Partial<Activity>): string {
  const channel = activity.channelId === "directline" ? "web-chat" : activity.channelId;
  return `${channel}:${activity.conversation?.id}`;
}

async function answerMessage(context: TurnContext, options: BotHandlerOptions): Promise<void> {
  const { activity } = context;
  const text = readMessageText(activity);
  const form = text === "" ? readCardForm(activity.value) : undefined;
  const turn: IncomingTurn = {
    channel: isWebChat(activity) ? "web-chat" : "teams",
    conversationId: conversationKey(activity),
    text,
    ...(form === undefined ? {} : { form }),
    preferredLanguage: languageOfActivity(activity),
    reader: options.readerOf?.(activity) ?? "public",
  };
  const reply = await whileTyping(context, () => options.answerTurn(turn));
  await context.sendActivity(render(activity, { ...options, reply }));
  const { intent, language, refused, ms } = reply;
  options.log.info("turn.answered", { channel: turn.channel, intent, language, refused, ms });
}

async function greet(context: TurnContext, options: BotHandlerOptions): Promise<void> {
  const { activity } = context;
  const added = activity.membersAdded ?? [];
  if (!added.some((member) => member.id === activity.recipient?.id)) return;
  const reply = options.welcome(languageOfActivity(activity) ?? "en");
  await context.sendActivity(render(activity, { ...options, reply }));
}

async function noteEvent(activity: Activity, options: BotHandlerOptions): Promise<void> {
  if (activity.name !== WEB_CHAT_FEEDBACK) return;
  await keepRating(activity, { rating: parseRatingEvent(activity), handler: options });
}

async function answerInvoke(context: TurnContext, options: BotHandlerOptions): Promise<void> {
  const isKnown = context.activity.name === SUBMIT_ACTION;
  if (isKnown) {
    await keepRating(context.activity, { rating: parseSubmittedRating(context.activity), handler: options });
  }
  const value = isKnown ? { status: 200, body: {} } : { status: 501 };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
}

async function keepRating(
  activity: Activity,
  options: { rating: Rating | undefined; handler: BotHandlerOptions },
): Promise<void> {
  const { rating, handler } = options;
  if (rating) await handler.recordFeedback({ ...rating, conversationId: conversationKey(activity) });
  else handler.log.warn("feedback.unreadable", { channel: activity.channelId });
}

/** Shows typing dots once `work` takes long; a client that waits for all replies at once gets none. */
async function whileTyping<Result>(context: TurnContext, work: () => Promise<Result>): Promise<Result> {
  if (context.activity.deliveryMode === "expectReplies") return work();
  let typing: Promise<unknown> = Promise.resolve();
  const timer = setTimeout(() => {
    typing = context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
  }, TYPING_AFTER_IN_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    // The dots must not arrive after the answer, nor be sent through a context that is over.
    await typing;
  }
}

function render(
  activity: Activity,
  options: Pick<BotHandlerOptions, "renderers" | "links"> & { reply: Reply },
): Partial<Activity> {
  const { reply, renderers, links } = options;
  const show = isWebChat(activity) ? renderers.webChat : renderers.teams;
  const rendered = show(reply, links === undefined ? {} : { links });
  return { type: ActivityTypes.Message, locale: reply.language, ...rendered };
}

function isWebChat(activity: Activity): boolean {
  return WEB_CHAT_CHANNELS.has(activity.channelId);
}
