import { type Activity, ActivityTypes, type TurnContext } from "botbuilder";
import type { Language } from "../../knowledge/languages.ts";
import { describeError } from "../log.ts";
import { readLogContext } from "../observe/log-context.ts";
import type { Reply } from "../reply/reply.ts";
import { isConnectionLost } from "../state/database/is-connection-lost.ts";
import type { IncomingTurn } from "../turn.ts";
import { readCardForm } from "./card-form.ts";
import { conversationKey } from "./conversation-key.ts";
import { type DeliveredAnswer, watchTargets } from "./feedback.ts";
import type { BotHandlerOptions } from "./handler-options.ts";
import { languageOfActivity } from "./locale.ts";
import { readMessageText } from "./message-text.ts";
import { type Delivery, openDelivery } from "./open-delivery.ts";
import { beginningFor, formsFor, isWebChat } from "./render-for.ts";
import { isContentRefused, type ReplyForm } from "./reply-form.ts";
import { describeFailure, withinTime } from "./turn-error.ts";
import { isSharedConversation, turnPersonOf } from "./turn-person.ts";

/** Longest time for one answer, in milliseconds. */
const TURN_LIMIT_IN_MS = 60_000;
/** A turn that takes longer shows typing dots, in milliseconds. */
const TYPING_AFTER_IN_MS = 500;

/**
 * Answers one message: its words become a turn, the turn's reply goes back the way the channel takes it.
 *
 * When answering fails the person gets one sentence with an id instead, in the language of the conversation.
 *
 * @throws {unknown} What the channel threw when the reply could not be delivered.
 */
export async function answerMessage(context: TurnContext, options: BotHandlerOptions): Promise<void> {
  const { activity } = context;
  const reader = (await options.readerOf?.(context)) ?? "public";
  const turn = toTurn(activity, { reader, rank: (await options.rankOf?.(context)) ?? reader });
  const delivery = openDelivery(context, {
    pace: options.paceOf?.(activity),
    // Others wait for the answer too, so in a group the dots come at once.
    typingAfterInMs: isSharedConversation(activity) ? 0 : TYPING_AFTER_IN_MS,
    renderBeginning: beginningFor(activity, options.isKnownLink),
    log: options.log,
  });
  const targets = watchTargets(context);
  const { forms, turnId } = await answer(turn, { ...options, activity, delivery });
  try {
    await delivery.finish(forms);
  } catch (error) {
    // Elsewhere the channel is out of reach, and an apology would be too.
    if (!isContentRefused(error)) throw error;
    await context.sendActivity(await apologyFor(error, { ...options, turn }));
    return;
  }
  const { conversationId } = turn;
  if (turnId !== undefined) await noteDelivered({ turnId, conversationId, targets: targets() }, options);
}

/** The person has the answer, whatever comes of this. */
async function noteDelivered(answer: DeliveredAnswer, options: BotHandlerOptions): Promise<void> {
  try {
    await options.noteDelivered?.(answer);
  } catch (error) {
    options.log.error("answer.not-noted", describeError(error));
  }
}

async function answer(
  turn: IncomingTurn,
  options: BotHandlerOptions & { activity: Activity; delivery: Delivery },
): Promise<{ forms: ReplyForm[]; turnId?: string | undefined }> {
  const { activity, delivery, answerTurn, turnLimitInMs = TURN_LIMIT_IN_MS } = options;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const reply = await withinTime(answerTurn(turn, delivery.progress), turnLimitInMs);
    noteAnswer(reply, { ...options, turn, seconds: seconds() });
    return { forms: formsFor(activity, { ...options, reply }), turnId: reply.turnId };
  } catch (error) {
    // The turn is kept, and answered when the state is there again.
    if (isConnectionLost(error)) {
      delivery.abandon();
      throw error;
    }
    const apology = await apologyFor(error, { ...options, turn });
    noteFailure({ ...options, turn, seconds: seconds() });
    return { forms: [() => apology] };
  }
}

/** What is counted and logged of an answer: codes and times, the words only where a setting asks for them. */
function noteAnswer(
  reply: Reply,
  options: BotHandlerOptions & { turn: IncomingTurn; seconds: number },
): void {
  const { turn, seconds, log, metrics, logsTexts } = options;
  const { intent, language, refused, ms } = reply;
  const facts = { channel: turn.channel, intent, language, refused };
  const texts = logsTexts ? { question: turn.text, answer: reply.text } : {};
  log.info("turn.answered", { ...facts, ms, ...texts });
  const outcome = refused ? "refused" : "answered";
  metrics?.turn({ channel: turn.channel, intent, language, outcome, seconds });
  readLogContext().observer?.note(facts);
}

function noteFailure({
  turn,
  seconds,
  metrics,
}: BotHandlerOptions & { turn: IncomingTurn; seconds: number }): void {
  const { channel, preferredLanguage: language = "en" } = turn;
  metrics?.turn({ channel, intent: "none", language, outcome: "failed", seconds });
  readLogContext().observer?.note({ channel, failed: true });
}

async function apologyFor(
  error: unknown,
  options: BotHandlerOptions & { turn: IncomingTurn },
): Promise<Partial<Activity>> {
  const { turn, log } = options;
  const language = await languageFor(turn, options);
  const text = describeFailure(error, { language, channel: turn.channel, log });
  return { type: ActivityTypes.Message, locale: language, text };
}

/** What failed may be what tells the language too. */
async function languageFor(turn: IncomingTurn, { languageOf, log }: BotHandlerOptions): Promise<Language> {
  try {
    return (await languageOf?.(turn)) ?? turn.preferredLanguage ?? "en";
  } catch (error) {
    log.warn("turn.language-unknown", describeError(error));
    return turn.preferredLanguage ?? "en";
  }
}

function toTurn(
  activity: Activity,
  { reader, rank }: Record<"reader" | "rank", IncomingTurn["reader"]>,
): IncomingTurn {
  const person = turnPersonOf(activity);
  const text = readMessageText(activity);
  const form = text === "" ? readCardForm(activity.value) : undefined;
  return {
    channel: isWebChat(activity) ? "web-chat" : "teams",
    conversationId: conversationKey(activity),
    text,
    ...(form === undefined ? {} : { form }),
    preferredLanguage: languageOfActivity(activity),
    reader,
    ...(rank !== reader && { rank }),
    ...(person && { person }),
    ...(isSharedConversation(activity) && { isShared: true }),
  };
}
