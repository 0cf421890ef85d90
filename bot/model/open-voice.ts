import type { BotConfig } from "../config.ts";
import type { Voice, VoiceParts } from "./voice.ts";

/**
 * Opens the voice of the chat model that the settings name. All of the model's part is loaded here, so that a bot
 * without one starts as fast as ever.
 *
 * @returns Nothing where no model is set.
 */
export async function openVoice(
  chat: BotConfig["chat"],
  parts: Omit<VoiceParts, "model">,
): Promise<{ voice?: Voice }> {
  if (chat === undefined) return {};
  const { createChatModel } = await import("./create-chat-model.ts");
  const { createVoice } = await import("./voice.ts");
  return { voice: createVoice({ ...parts, model: createChatModel(chat) }) };
}
