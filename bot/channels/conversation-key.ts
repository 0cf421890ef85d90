import type { Activity } from "botbuilder";

/** Key of a conversation in every store; unique over channels. */
export function conversationKey(activity: Partial<Activity>): string {
  const channel = activity.channelId === "directline" ? "web-chat" : activity.channelId;
  return `${channel}:${activity.conversation?.id}`;
}
