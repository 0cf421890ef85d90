import { randomUUID } from "node:crypto";
import type { Activity } from "botbuilder";
import type { WebSocket } from "ws";
import type { ConversationStore } from "../../state/conversation-store.ts";
import type { StoredConversation } from "../../state/stored-conversation.ts";
import { ActivityBatch } from "./activity-batch.ts";
import { activitySetJson, ClientSocket } from "./client-socket.ts";
import { turnKey } from "./turn-key.ts";

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

/** Close code of a socket whose place another one took. */
const REPLACED = 4000;
/** Close code of a socket whose conversation was erased. */
const ERASED = 4001;

/** Connections that are remembered as replaced while the one in their place is open. */
const MAX_REPLACED = 50;

/** An activity on its way to be kept. */
export interface Appended {
  activity: WireActivity;
  /** Resolves when it is safe in the state; only then may the client be told. */
  whenKept: Promise<void>;
}

/** The client that listens to a conversation. */
interface Listener {
  client: ClientSocket;
  socket: WebSocket;
  connection: string;
  /** Connections this one took the place of, directly or not. */
  replaced: Set<string>;
}

/**
 * The conversations of the web chat: keeps each activity under its number and hands it to the client's socket.
 *
 * The watermark is that number; a client that names the last one it has gets all after it, never one twice. A
 * conversation has one socket: a newer one takes the place of an older one.
 *
 * Activities that come in one turn of the event loop are written in one transaction and then delivered, those of one
 * conversation in one frame. Nobody sees an activity that could still be lost.
 */
export class ConversationHub {
  readonly #store: ConversationStore;
  readonly #now: () => number;
  readonly #listeners = new Map<string, Listener>();

  #batch: ActivityBatch | undefined;

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
   * @returns The activity with its id, at once; `undefined` when the conversation is gone.
   */
  append(conversationId: string, draft: Draft): Appended | undefined {
    let activity: WireActivity | undefined;
    const kept = this.#store.conversations.append(conversationId, (sequence) => {
      activity = this.#complete(conversationId, { draft, number: String(sequence).padStart(7, "0") });
      return activity;
    });
    if (!kept || !activity) return undefined;
    this.#batch ??= new ActivityBatch((batch) => this.#settle(batch));
    const { whenKept } = this.#batch;
    this.#batch.add(conversationId, kept);
    return { activity, whenKept };
  }

  /** Completes an activity and delivers it without keeping it: typing dots, which nobody needs later. */
  flash(conversationId: string, draft: Draft): WireActivity {
    const complete = this.#complete(conversationId, { draft, number: randomUUID() });
    const listener = this.#listeners.get(conversationId);
    if (!listener) return complete;
    const said = this.#batch?.of(conversationId) ?? [];
    if (said.length > 0) {
      // What was said before it comes before it.
      this.#store.conversations.flush();
      listener.client.push(said);
    }
    listener.client.flash(JSON.stringify(complete));
    return complete;
  }

  /** All activities after a watermark as JSON text of a Direct Line activity set. */
  activitySet(conversationId: string, options: { after: number }): string {
    const activities = this.#store.readActivities(conversationId, options.after);
    return activitySetJson(activities, this.read(conversationId)?.lastSequence ?? options.after);
  }

  /**
   * Makes a socket the one of its conversation, in place of an earlier one, and replays what it missed.
   *
   * @param options.after Newest activity the client has; beyond the end counts as the end.
   * @param options.connection Name of the connection, as in the client's token.
   */
  attach(socket: WebSocket, options: { conversationId: string; after: number; connection: string }): void {
    const { conversationId, connection } = options;
    const earlier = this.#listeners.get(conversationId);
    const replaced = new Set(
      [...(earlier ? [...earlier.replaced, earlier.connection] : [])].slice(-MAX_REPLACED),
    );
    replaced.delete(connection);
    const read = (range: { after: number; limit: number }) =>
      this.#store.conversations.readActivities(conversationId, range);
    const after = Math.min(options.after, this.read(conversationId)?.lastSequence ?? 0);
    const client = new ClientSocket(socket, { after, read });
    this.#listeners.set(conversationId, { client, socket, connection, replaced });
    socket.on("close", () => {
      if (this.#listeners.get(conversationId)?.socket === socket) this.#listeners.delete(conversationId);
    });
    earlier?.client.close(REPLACED, "replaced by a newer connection");
  }

  /** Tells whether another client took the place of this connection and still listens. */
  isReplaced(conversationId: string, connection: string): boolean {
    return this.#listeners.get(conversationId)?.replaced.has(connection) ?? false;
  }

  /** Deletes all that is kept of a conversation and ends it; from then on its tokens open nothing. */
  erase(conversationId: string): void {
    this.#store.eraseConversation(conversationId, turnKey(conversationId));
    this.#listeners.get(conversationId)?.client.close(ERASED, "the conversation was erased");
  }

  /** Tells whether a conversation was erased while one of its tokens may still live. */
  isErased(conversationId: string): boolean {
    return this.#store.erased.has(turnKey(conversationId));
  }

  /** Writes a batch, then tells the clients. */
  #settle(batch: ActivityBatch): void {
    this.#batch = undefined;
    this.#store.conversations.flush();
    let isComplete = true;
    for (const [conversationId, activities] of batch.entries()) {
      // Somebody who wanted to read may have had it written before, or failed to.
      const written = activities.filter(({ isLost }) => !isLost);
      this.#listeners.get(conversationId)?.client.push(written);
      isComplete &&= written.length === activities.length;
    }
    if (!isComplete) throw new Error("Cannot keep an activity: the state could not be written");
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
}
