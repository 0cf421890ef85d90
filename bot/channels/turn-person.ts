import type { Activity } from "botbuilder";
import { z } from "zod";
import type { TurnPerson } from "../turn.ts";

const teamsSchema = z.object({
  channelId: z.literal("msteams"),
  from: z.object({ aadObjectId: z.string().min(1) }),
  conversation: z.object({ tenantId: z.string().optional() }).optional(),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).nullish(),
});

/** Tells who in Teams sent an activity, as `tenant/object id` of Microsoft Entra in small letters. */
export function teamsPersonOf(activity: Partial<Activity>): string | undefined {
  const sender = teamsSchema.safeParse(activity).data;
  const tenant = sender?.channelData?.tenant?.id ?? sender?.conversation?.tenantId;
  if (sender === undefined || tenant === undefined) return undefined;
  return `${tenant}/${sender.from.aadObjectId}`.toLowerCase();
}

/**
 * Tells who sent an activity, in a form that is the same in all conversations of the person.
 *
 * @returns `teams:TENANT/OBJECT`, `visitor:USER` in our own web chat, else channel and id; `undefined` without a sender.
 */
export function turnPersonOf(activity: Partial<Activity>): TurnPerson | undefined {
  const { from, channelId } = activity;
  if (!from?.id) return undefined;
  const person = teamsPersonOf(activity);
  const own = channelId === "directline" ? `visitor:${from.id}` : `${channelId}:${from.id}`;
  return { id: person === undefined ? own : `teams:${person}`, ...(from.name ? { name: from.name } : {}) };
}

/** Tells whether others read along: a group chat, or a channel of a team. */
export function isSharedConversation(activity: Partial<Activity>): boolean {
  const { conversationType, isGroup } = activity.conversation ?? {};
  return isGroup === true || conversationType === "groupChat" || conversationType === "channel";
}
