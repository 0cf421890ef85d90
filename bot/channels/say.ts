import type { FileLinks } from "../links/create-file-links.ts";
import { describeError, type Log } from "../log.ts";
import type { Reply } from "../reply/reply.ts";
import { BOT_ACCOUNT, type ConversationHub } from "./direct-line/conversation-hub.ts";
import { turnKey } from "./direct-line/turn-key.ts";
import type { Renderers } from "./handler-options.ts";
import type { LinkPolicy } from "./link-policy.ts";
import type { Speak, SpeakOutcome } from "./teams/speak-first.ts";
import type { TurnQueue } from "./turn-queue.ts";

/** Says a reply in a conversation that did not ask for it just now; never throws. */
export type Say = (conversationId: string, reply: Reply) => Promise<SpeakOutcome>;

/** What {@link createSay} works with. */
export interface SayOptions {
  hub: ConversationHub;
  queue: TurnQueue;
  speak: Speak;
  renderers: Renderers;
  /** Addresses of pictures and downloads: those of our own page, and those for everywhere else. */
  links: { page?: FileLinks; outside?: FileLinks };
  /** Which addresses are shown as links. @default those of what is cited */
  isKnownLink?: LinkPolicy;
  log: Log;
}

const WEB_CHAT = turnKey("");

/**
 * Creates what speaks first on every channel: in the web chat the activity is kept and reaches the page at once, or when
 * the person comes back; in Teams and other Azure channels it is sent.
 */
export function createSay(options: SayOptions): Say {
  const { renderers, links, isKnownLink, speak } = options;
  return async (conversationId, reply) => {
    if (conversationId.startsWith(WEB_CHAT)) return sayOnPage(conversationId, { ...options, reply });
    const rendered = renderers.teams(reply, {
      ...(links.outside && { links: links.outside }),
      ...(isKnownLink && { isKnownLink }),
    });
    return speak(conversationId, { type: "message", locale: reply.language, ...rendered });
  };
}

async function sayOnPage(
  conversationId: string,
  options: SayOptions & { reply: Reply },
): Promise<SpeakOutcome> {
  const { hub, queue, renderers, links, isKnownLink, log, reply } = options;
  const id = conversationId.slice(WEB_CHAT.length);
  if ((await hub.read(id)) === undefined) return "gone";
  const rendered = renderers.webChat(reply, {
    ...(links.page && { links: links.page }),
    ...(isKnownLink && { isKnownLink }),
  });
  const draft = { type: "message", locale: reply.language, ...rendered, from: BOT_ACCOUNT };
  try {
    // In its place in the queue, so that it does not come into the middle of a turn.
    const appended = await queue.run(conversationId, () => hub.append(id, draft));
    await appended?.whenKept;
    return appended === undefined ? "gone" : "sent";
  } catch (error) {
    log.warn("say.failed", describeError(error));
    return "failed";
  }
}
