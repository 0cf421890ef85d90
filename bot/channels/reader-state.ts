import type { TurnContext } from "botbuilder";
import type { Reader } from "../../knowledge/languages.ts";

const READER_STATE = Symbol("reader");

/**
 * Notes the rank of a turn's sender, as the channel's identity tells it.
 *
 * @param context The turn; only the adapter that authenticated it calls this.
 */
export function setReader(context: TurnContext, reader: Reader): void {
  context.turnState.set(READER_STATE, reader);
}

/** The noted rank of a turn's sender; `public` where no adapter noted one. */
export function readerOfTurn(context: TurnContext): Reader {
  return context.turnState.get<Reader | undefined>(READER_STATE) ?? "public";
}
