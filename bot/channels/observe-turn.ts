import { randomUUID } from "node:crypto";
import { ActivityTypes, type TurnContext } from "botbuilder";
import {
  hashConversation,
  type LogContext,
  readLogContext,
  runInLogContext,
} from "../observe/log-context.ts";
import { measureStep } from "../observe/measure-step.ts";
import { conversationKey } from "./conversation-key.ts";

/** Where the context of a turn is kept for what happens after its handler: the adapter's apology. */
const KEPT = Symbol("log context of the turn");

/** Longest text whose words are kept out of the log, in characters; the rest is not read by anybody. */
const MAX_WORDS_CHARS = 8000;

/**
 * Runs a turn so that each of its log lines names it: a message gets the name of its turn here, before anything of it
 * is done; everything else bears its conversation.
 */
export function observeTurn<Result>(context: TurnContext, work: () => Promise<Result>): Promise<Result> {
  const { activity } = context;
  const isMessage = activity.type === ActivityTypes.Message;
  const own: LogContext = {
    conversation: hashConversation(conversationKey(activity)),
    words: () => wordsOf(activity),
    ...(isMessage && { turn: randomUUID() }),
  };
  context.turnState.set(KEPT, { ...readLogContext(), ...own });
  return runInLogContext(own, () => (isMessage ? measureStep("turn", work) : work()));
}

/** Runs what comes after a turn in the turn's context. */
export function inContextOfTurn<Result>(context: TurnContext, work: () => Result): Result {
  const kept: LogContext | undefined = context.turnState.get(KEPT);
  return kept === undefined ? work() : runInLogContext(kept, work);
}

/** Also what was written into a form or a comment is said. */
function wordsOf({ text, value }: { text?: string; value?: unknown }): string {
  try {
    return `${text ?? ""} ${JSON.stringify(value) ?? ""}`.slice(0, MAX_WORDS_CHARS);
  } catch {
    // Nested deeper than the stack is.
    return text ?? "";
  }
}
