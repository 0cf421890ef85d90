import { randomUUID } from "node:crypto";
import type { Activity } from "botbuilder";
import type { WebSocket } from "ws";
import type { ConversationStore, StoredConversation } from "../../state/conversation-store.ts";

/** An activity as it is kept and delivered: plain JSON, complete. */
export type WireActivity = Omit<Partial<Activity>, "timestamp"> & {
  type: string;
  id: string;
  timestamp: string;
};

/** An activity before the hub sets its id, time, channel and conversation, whatever the draft says of them. */
export type Draft = Partial<Activity> & { type: string };

/** Who speaks for the bot on this channel. */
export const BOT_ACCOUNT = { id: "sivuvirta", name: "Sivuvirta", role: "bot" } as const;

/** A client that reads slower than this many bytes behind is cut off; it comes back by its watermark. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

/** Close code of a socket whose place another one took. */
const REPLACED = 4000;

/**
 * The conversations of the web chat: keeps each activity under its number and hands it to the client's socket.
 *
 * The watermark is that number; a client that names the last one it has gets all after it, never one twice.
 */
export class ConversationHub {
  readonly #store: ConversationStore;
  readonly #now: () => number;
  readonly #sockets = new Map<string, WebSocket>();

  constructor(store: ConversationStore, options: { now?: () => number } = {}) {
    this.#store = store;
    this.#now = options.now ?? Date.now;
  }

  /** Begins a conversation. @returns `false` when it had begun before. */
  start(conversation: Omit<StoredConversation, "lastSequence">): boolean {
    return this.#store.createConversation(conversation);
  }

  read(conversationId: string): StoredConversation | undefined {
    return this.#store.readConversation(conversationId);
  }

  /**
   * Completes an activity, keeps it and delivers it.
   *
   * @returns The kept activity, or `undefined` when the conversation is gone.
   */
  append(conversationId: string, draft: Draft): WireActivity | undefined {
    let complete: WireActivity | undefined;
    const kept = this.#store.appendActivity(conversationId, (sequence) => {
      complete = this.#complete(conversationId, { draft, number: String(sequence).padStart(7, "0") });
      return complete;
    });
    if (kept) this.#deliver(conversationId, { activities: [kept.json], watermark: kept.sequence });
    return kept ? complete : undefined;
  }

  /** Completes an activity and delivers it without keeping it: typing dots, which nobody needs later. */
  flash(conversationId: string, draft: Draft): WireActivity {
    const complete = this.#complete(conversationId, { draft, number: randomUUID() });
    if (this.#sockets.has(conversationId)) {
      const watermark = this.read(conversationId)?.lastSequence ?? 0;
      this.#deliver(conversationId, { activities: [JSON.stringify(complete)], watermark });
    }
    return complete;
  }

  /** All activities after a watermark as JSON text of a Direct Line activity set. */
  activitySet(conversationId: string, options: { after: number }): string {
    const activities = this.#store.readActivities(conversationId, options.after);
    return activitySetJson({
      activities,
      watermark: this.read(conversationId)?.lastSequence ?? options.after,
    });
  }

  /** Makes a socket the one of its conversation, in place of an earlier one, and replays what it missed. */
  attach(socket: WebSocket, options: { conversationId: string; after: number }): void {
    const { conversationId, after } = options;
    this.#sockets.get(conversationId)?.close(REPLACED, "replaced by a newer connection");
    this.#sockets.set(conversationId, socket);
    socket.on("close", () => {
      if (this.#sockets.get(conversationId) === socket) this.#sockets.delete(conversationId);
    });
    const activities = this.#store.readActivities(conversationId, after);
    const watermark = this.read(conversationId)?.lastSequence ?? after;
    if (activities.length > 0) socket.send(activitySetJson({ activities, watermark }));
  }

  #complete(conversationId: string, options: { draft: Draft; number: string }): WireActivity {
    return {
      ...options.draft,
      id: `${conversationId}|${options.number}`,
      timestamp: new Date(this.#now()).toISOString(),
      channelId: "directline",
      conversation: { id: conversationId } as Activity["conversation"],
    };
  }

  #deliver(conversationId: string, set: ActivitySet): void {
    const socket = this.#sockets.get(conversationId);
    if (!socket || socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.terminate();
    else socket.send(activitySetJson(set));
  }
}

interface ActivitySet {
  /** Each already JSON text, as the store keeps it. */
  activities: readonly string[];
  watermark: number;
}

function activitySetJson({ activities, watermark }: ActivitySet): string {
  return `{"activities":[${activities.join(",")}],"watermark":"${watermark}"}`;
}
