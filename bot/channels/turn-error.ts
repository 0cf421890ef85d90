import { randomUUID } from "node:crypto";
import type { TurnContext } from "botbuilder";
import type { Language } from "../../knowledge/languages.ts";
import { describeError, type Log } from "../log.ts";
import { isConnectionLost } from "../state/database/is-connection-lost.ts";
import { TEXTS } from "../texts.ts";
import { languageOfActivity } from "./locale.ts";
import { inContextOfTurn } from "./observe-turn.ts";
import { readSendError } from "./send-error.ts";

/** A turn that took too long. */
export class TurnTimeoutError extends Error {
  override readonly name = "TurnTimeoutError";
  readonly code = "TurnTimeout";
}

/**
 * Logs a failed turn and words the apology.
 *
 * @param error What was thrown; only its class and message reach the log.
 * @param options.language Language of the conversation.
 * @returns One sentence with an id that stands in the log too.
 */
export function describeFailure(
  error: unknown,
  options: { language: Language; channel: string; log: Log },
): string {
  const id = randomUUID().slice(0, 8);
  options.log.error("turn.failed", { id, channel: options.channel, ...describeError(error) });
  return TEXTS[options.language].failure(id);
}

/**
 * Creates the `onTurnError` of an adapter, for what a handler did not catch: logs the error under an id and tells the
 * person that id.
 *
 * Where the channel itself, or the state, could not be reached nothing is sent: it would only take as long once more.
 */
export function createTurnErrorHandler(log: Log): (context: TurnContext, error: Error) => Promise<void> {
  const apologise = async (context: TurnContext, error: Error) => {
    const { type, channelId } = context.activity;
    const language = languageOfActivity(context.activity) ?? "en";
    const apology = describeFailure(error, { language, channel: channelId, log });
    const { status } = readSendError(error);
    // A turn that the state kept is run again when the state is there.
    const isUnreachable = ("code" in error && error.code === "SendFailed") || isConnectionLost(error);
    if (type !== "message" || isUnreachable || status === 401 || status === 403 || status === 404) return;
    try {
      await context.sendActivity(apology);
    } catch (secondError) {
      log.error("turn.apology-failed", { ...describeError(secondError) });
    }
  };
  return (context, error) => inContextOfTurn(context, () => apologise(context, error));
}

/**
 * Waits for work, but not for ever.
 *
 * @param work What is waited for; it goes on when the time is over, its outcome is then dropped.
 * @param limitInMs Longest wait, in milliseconds.
 * @throws {TurnTimeoutError} When the time is over; else what `work` throws.
 */
export async function withinTime<Result>(work: Promise<Result>, limitInMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const message = `Cannot answer the turn: it took more than ${limitInMs / 1000} s`;
    timer = setTimeout(() => reject(new TurnTimeoutError(message)), limitInMs);
  });
  work.catch(() => undefined);
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
