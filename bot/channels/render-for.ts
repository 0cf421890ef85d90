import { type Activity, ActivityTypes } from "botbuilder";
import type { FileLinks } from "../links/create-file-links.ts";
import { measureStep } from "../observe/measure-step.ts";
import type { Reply } from "../reply/reply.ts";
import type { Renderers } from "./handler-options.ts";
import type { LinkPolicy } from "./link-policy.ts";
import type { RenderOptions } from "./render-attachments.ts";
import { teamsBeginning } from "./render-teams.ts";
import { webChatBeginning } from "./render-web-chat.ts";
import type { ReplyForm } from "./reply-form.ts";

const WEB_CHAT_CHANNELS = new Set(["directline", "webchat", "emulator"]);

/** Tells whether an activity came from a channel that Web Chat shows. */
export function isWebChat(activity: Activity): boolean {
  return WEB_CHAT_CHANNELS.has(activity.channelId);
}

/** What a reply is rendered with. */
interface RenderForOptions {
  reply: Reply;
  renderers: Renderers;
  links?: FileLinks;
  isKnownLink?: LinkPolicy;
}

/** The reply as the channel of an activity shows it. */
export function renderFor(
  activity: Activity,
  options: RenderForOptions & Pick<RenderOptions, "form">,
): Partial<Activity> {
  const { reply, renderers, links, isKnownLink, form } = options;
  const show = isWebChat(activity) ? renderers.webChat : renderers.teams;
  const rendered = measureStep("render", () =>
    show(reply, { ...(links && { links }), ...(isKnownLink && { isKnownLink }), ...(form && { form }) }),
  );
  const { suggestedActions: _forOne, ...withoutActions } = rendered;
  // In a channel there is no one whom they are for; Microsoft's Agents Playground shows "Invalid message" instead.
  const shown = activity.conversation?.conversationType === "channel" ? withoutActions : rendered;
  return { type: ActivityTypes.Message, locale: reply.language, ...shown };
}

/** The forms in which a reply is offered to a channel, fullest first; a channel that refuses one gets the next. */
export function formsFor(activity: Activity, options: RenderForOptions): ReplyForm[] {
  const forms = isWebChat(activity) ? [undefined] : [undefined, "fewer" as const, "bare" as const];
  return forms.map((form) => () => renderFor(activity, { ...options, form }));
}

/** Returns what gives the beginning of an answer the form the whole will have on the channel. */
export function beginningFor(activity: Activity, isKnownLink?: LinkPolicy): (text: string) => string {
  const show = isWebChat(activity) ? webChatBeginning : teamsBeginning;
  return (text) => show(text, isKnownLink);
}
