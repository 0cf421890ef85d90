import { randomUUID } from "node:crypto";
import type { Activity } from "botbuilder";
import type { WebSocket } from "ws";
import { describeError, type Log } from "../../log.ts";
import type { NewTurn } from "../../state/conversation-log.ts";
import type { ConversationStore } from "../../state/conversation-store.ts";
import type { StoredConversation } from "../../state/stored-conversation.ts";
import { activitySetJson } from "./client-socket.ts";
import { HubSockets } from "./hub-sockets.ts";
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

/** An activity on its way to be kept. */
export interface Appended {
  activity: WireActivity;
  /** Resolves when it is safe in the state; only then may the client be told. */
  whenKept: Promise<void>;
  /** The client had sent it before; it is answered already, or will be. */
  isRepeated: boolean;
}

/** Choices of {@link ConversationHub.append}. */
export interface AppendOptions {
  /** What is needed to answer the activity; it stays until then, also over the end of the process. @default no answer */
  facts?: NewTurn["facts"];
  /** Id of the activity that this answers, on the first of an answer. @default none */
  answers?: string | undefined;
  /** Name that the client gave it; what comes again under it is kept once. @default none */
  clientId?: string | undefined;
}

/**
 * The conversations of the web chat: keeps each activity under its number and hands it to the client's socket.
 *
 * The watermark is that number; a client that names the last one it has gets all after it, never one twice. A
 * conversation has one socket: a newer one takes the place of an older one. With a database that several processes share
 * all of this holds over all of them.
 *
 * Nobody sees an activity that could still be lost.
 */
export class ConversationHub {
  readonly #store: ConversationStore;
  readonly #now: () => number;
  readonly #sockets: HubSockets;
  readonly #unlisten: (() => void)[];

  /** @param options.log Told of what goes wrong beside the requests. @default nobody is told */
  constructor(store: ConversationStore, options: { now?: (() => number) | undefined; log?: Log } = {}) {
    const { now = Date.now, log } = options;
    this.#store = store;
    this.#now = now;
    this.#sockets = new HubSockets(store, {
      now,
      onFault: (error) => log?.warn("hub.failed", describeError(error)),
    });
    this.#unlisten = [store.erased.onErased((key) => this.#sockets.closeErased(key))];
  }

  /** Begins a conversation. @returns `false` when it had begun before. */
  start(conversation: Omit<StoredConversation, "lastSequence">): Promise<boolean> {
    return this.#store.createConversation(conversation);
  }

  read(conversationId: string): Promise<StoredConversation | undefined> {
    return this.#store.readConversation(conversationId);
  }

  /**
   * Completes an activity and keeps it.
   *
   * @returns `undefined` when the conversation is unknown, or the message that it answers is answered already.
   */
  async append(
    conversationId: string,
    draft: Draft,
    { facts, answers, clientId }: AppendOptions = {},
  ): Promise<Appended | undefined> {
    const { id: _given, ...fields } = this.#complete(conversationId, { draft, id: "" });
    const appended = await this.#store.conversations.append(conversationId, {
      fields,
      ...(facts && { turn: { conversation: turnKey(conversationId), facts } }),
      answers,
      clientId,
    });
    if (!appended) return undefined;
    const { id, whenKept, isRepeated = false } = appended;
    return { activity: { ...fields, id }, whenKept, isRepeated };
  }

  /** Notes that the turn of an activity ended without an answer. */
  settleTurn(activityId: string): Promise<void> {
    return this.#store.conversations.settleTurn(activityId);
  }

  /** Completes an activity and delivers it without keeping it: typing dots, which nobody needs later. */
  async flash(conversationId: string, draft: Draft): Promise<WireActivity> {
    const complete = this.#complete(conversationId, { draft, id: `${conversationId}|${randomUUID()}` });
    await this.#sockets.flash(conversationId, JSON.stringify(complete));
    return complete;
  }

  /** All activities after a watermark as JSON text of a Direct Line activity set. */
  async activitySet(conversationId: string, options: { after: number }): Promise<string> {
    const activities = await this.#store.conversations.readActivities(conversationId, options);
    const newest = activities.at(-1)?.sequence ?? (await this.read(conversationId))?.lastSequence;
    return activitySetJson(
      activities.map(({ json }) => json),
      newest ?? options.after,
    );
  }

  /** The activity of a number, as it was kept. */
  async readActivity(conversationId: string, sequence: number): Promise<WireActivity | undefined> {
    const range = { after: sequence - 1, limit: 1 };
    const [kept] = await this.#store.conversations.readActivities(conversationId, range);
    return kept?.sequence === sequence ? (JSON.parse(kept.json) as WireActivity) : undefined;
  }

  /** Tells the other processes that a connection feeds a conversation from now on; call it before `attach`. */
  claim(conversationId: string, connection: string): Promise<void> {
    return this.#sockets.claim(conversationId, connection);
  }

  /**
   * Makes a socket the one of its conversation, in place of an earlier one, and replays what it missed.
   *
   * @param options.after Newest activity the client has; beyond the end counts as the end.
   * @param options.connection Name of the connection, as in the client's token.
   */
  attach(socket: WebSocket, options: { conversationId: string; after: number; connection: string }): void {
    this.#sockets.attach(socket, options);
  }

  /** Tells whether another client took the place of this connection and still listens. */
  isReplaced(conversationId: string, connection: string): Promise<boolean> {
    return this.#sockets.isReplaced(conversationId, connection);
  }

  /** Notes that a ticket is used to open a socket. @returns `false` when it was before. */
  async useTicket(ticket: string): Promise<boolean> {
    return !(await this.#store.seen.isRepeated({ type: "ticket", channelId: "directline", id: ticket }));
  }

  /** Deletes all that is kept of a conversation and ends it; from then on its tokens open nothing. */
  async erase(conversationId: string): Promise<void> {
    const key = turnKey(conversationId);
    await this.#store.eraseConversation(conversationId, key);
    this.#sockets.closeErased(key);
  }

  /** Tells whether a conversation was erased while one of its tokens may still live. */
  isErased(conversationId: string): Promise<boolean> {
    return this.#store.erased.has(turnKey(conversationId));
  }

  /** Listens to other processes no longer. */
  async close(): Promise<void> {
    for (const end of this.#unlisten) end();
    await this.#sockets.close();
  }

  #complete(conversationId: string, options: { draft: Draft; id: string }): WireActivity {
    return {
      ...options.draft,
      id: options.id,
      timestamp: new Date(this.#now()).toISOString(),
      channelId: "directline",
      conversation: { id: conversationId } as Activity["conversation"],
    };
  }
}
