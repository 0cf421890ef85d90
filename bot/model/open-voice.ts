import type { BotConfig } from "../config.ts";
import type { Database } from "../state/database/database.ts";
import type { Voice, VoiceParts } from "./voice.ts";

/**
 * Opens the voice of the chat model that the settings name. All of the model's part is loaded here, so that a bot
 * without one starts as fast as ever.
 *
 * @param parts.database Where the tokens of the day are counted, for all processes that share it. @default this process
 * @returns Nothing where no model is set.
 */
export async function openVoice(
  chat: BotConfig["chat"],
  { database, ...parts }: Omit<VoiceParts, "model"> & { database?: Database },
): Promise<{ voice?: Voice }> {
  if (chat === undefined) return {};
  const { createChatModel } = await import("./create-chat-model.ts");
  const { createVoice } = await import("./voice.ts");
  const { createStoredTokenBudget } = await import("./stored-token-budget.ts");
  const budget = database && createStoredTokenBudget(database, chat);
  return { voice: createVoice({ ...parts, model: createChatModel(chat, { ...(budget && { budget }) }) }) };
}
