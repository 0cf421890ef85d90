import { type Activity, type ConversationReference, TurnContext } from "botbuilder";
import { describeError, type Log } from "../../log.ts";
import { rootOf } from "../../root-conversation.ts";
import type { ReferenceStore } from "../../state/reference-store.ts";
import { conversationKey } from "../conversation-key.ts";
import type { Presence } from "../handler-options.ts";
import { isGone } from "../send-error.ts";
import type { TurnQueue } from "../turn-queue.ts";
import type { TeamsAdapter } from "./teams-adapter.ts";

/**
 * What became of a message nobody had asked for: `gone` means that the bot is not in the conversation (any more), so
 * that trying again is of no use.
 */
export type SpeakOutcome = "sent" | "gone" | "failed";

/** Sends an activity to a conversation by its key; never throws. */
export type Speak = (conversationId: string, activity: Partial<Activity>) => Promise<SpeakOutcome>;

/** Keeps where the bot may speak: saved when it is added or spoken to, forgotten with all it remembers when removed. */
export function createPresence(options: {
  references: ReferenceStore;
  /** Deletes what is remembered of a conversation. */
  forget: (conversationId: string) => Promise<void>;
  log: Log;
}): Presence {
  const { references, forget, log } = options;
  return {
    noteHere: async (activity) => {
      const reference = TurnContext.getConversationReference(activity);
      await references.save(conversationKey(activity), reference);
      const { conversation } = reference;
      const root = rootOf(conversationKey(activity));
      if (conversation === undefined || root === conversationKey(activity)) return;
      // In a channel each thread is a conversation; what is said first begins a thread of its own.
      await references.save(root, {
        ...reference,
        conversation: { ...conversation, id: rootOf(conversation.id) },
      });
    },
    noteGone: async (activity) => {
      const key = conversationKey(activity);
      await references.delete(key);
      await forget(key);
      log.info("conversation.left", { channel: activity.channelId });
    },
  };
}

/**
 * Creates what speaks first in a conversation of Teams or another Azure channel.
 *
 * Takes its place in the conversation's queue, so that it does not speak into a turn. A conversation the service says
 * the bot is not part of (403, 404) is forgotten instead of tried again.
 */
export function createSpeaker(options: {
  adapter: TeamsAdapter;
  appId: string;
  references: ReferenceStore;
  queue: TurnQueue;
  log: Log;
}): Speak {
  const { adapter, appId, references, queue, log } = options;
  const send = async (reference: Partial<ConversationReference>, activity: Partial<Activity>) => {
    let failure: { error: unknown } | undefined;
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      // Caught here, else the adapter would apologise to somebody who has asked nothing.
      await context.sendActivity(activity).catch((error) => {
        failure = { error };
      });
    });
    if (failure !== undefined) throw failure.error;
  };
  return async (conversationId, activity) => {
    try {
      const reference = await references.read(conversationId);
      if (reference === undefined) return "gone";
      await queue.run(conversationId, () => send(reference, activity));
      return "sent";
    } catch (error) {
      log.warn("speak.failed", describeError(error));
      if (!isGone(error)) return "failed";
      await references.delete(conversationId);
      return "gone";
    }
  };
}
