import type { Activity } from "botbuilder";
import { conversationKey } from "../conversation-key.ts";

/** Key of a web-chat conversation in the turn queue, the same as in every store. */
export function turnKey(conversationId: string): string {
  return conversationKey({
    channelId: "directline",
    conversation: { id: conversationId } as Activity["conversation"],
  });
}
