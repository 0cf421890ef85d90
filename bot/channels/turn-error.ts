import { randomUUID } from "node:crypto";
import type { TurnContext } from "botbuilder";
import type { Language } from "../../knowledge/languages.ts";
import { describeError, type Log } from "../log.ts";
import { languageOfActivity } from "./locale.ts";

const APOLOGIES: Record<Language, (id: string) => string> = {
  fi: (id) => `Pahoittelut, vastaaminen ei nyt onnistunut. Yritä hetken kuluttua uudelleen (tunnus ${id}).`,
  sv: (id) => `Tyvärr gick det inte att svara just nu. Försök igen om en stund (kod ${id}).`,
  en: (id) => `Sorry, I could not answer just now. Please try again in a moment (reference ${id}).`,
};

/**
 * Creates the `onTurnError` of an adapter: logs the error under an id and tells the person that id.
 *
 * The apology itself may fail, for instance when the channel cannot be reached; that is logged and ends there.
 */
export function createTurnErrorHandler(log: Log): (context: TurnContext, error: Error) => Promise<void> {
  return async (context, error) => {
    const id = randomUUID().slice(0, 8);
    log.error("turn.failed", { id, channel: context.activity.channelId, ...describeError(error) });
    if (context.activity.type !== "message") return;
    try {
      await context.sendActivity(APOLOGIES[languageOfActivity(context.activity) ?? "en"](id));
    } catch (secondError) {
      log.error("turn.apology-failed", { id, ...describeError(secondError) });
    }
  };
}
