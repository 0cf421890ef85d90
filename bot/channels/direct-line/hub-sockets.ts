import type { WebSocket } from "ws";
import type { ConversationStore } from "../../state/conversation-store.ts";
import { MAX_REPLACED, OpenSockets, type SocketClaim } from "../../state/open-sockets.ts";
import { ACTIVITY_TOPIC } from "../../state/postgres-log-statements.ts";
import { ClientSocket } from "./client-socket.ts";
import { turnKey } from "./turn-key.ts";

/** Close code of a socket whose place another one took. */
const REPLACED = 4000;
/** Close code of a socket whose conversation was erased. */
const ERASED = 4001;

/** Under this topic go activities that are not kept, with their conversation. */
const FLASH_TOPIC = "sivuvirta_flash";
/** An announcement holds 8000 bytes, with some JSON around. */
const MAX_FLASH_BYTES = 7000;

/** How often it is noted that sockets are open, in milliseconds; a third of what is taken for gone. */
const TOUCH_INTERVAL_IN_MS = 20_000;

/** The client that listens to a conversation. */
interface Listener {
  client: ClientSocket;
  socket: WebSocket;
  connection: string;
  /** Connections this one took the place of, directly or not. */
  replaced: Set<string>;
}

/**
 * The sockets of this process, by conversation. What this process keeps is pushed; of what others keep they announce the
 * conversation, and it is read. Where announcements may have been lost, all look for themselves.
 */
export class HubSockets {
  readonly #store: ConversationStore;
  readonly #onFault: (error: unknown) => void;
  readonly #listeners = new Map<string, Listener>();
  readonly #unlisten: (() => void)[];
  /** Absent where no other process can have a socket. */
  readonly #shared: OpenSockets | undefined;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #writing = new Set<Promise<void>>();
  #isClosed = false;

  constructor(
    store: ConversationStore,
    { now, onFault }: { now: () => number; onFault: (error: unknown) => void },
  ) {
    const { database, conversations } = store;
    this.#store = store;
    this.#onFault = onFault;
    conversations.onKept((id, activities) => this.#listeners.get(id)?.client.push(activities));
    this.#unlisten = [
      database.onAnnounced(ACTIVITY_TOPIC, (id) => this.#look(id)),
      database.onAnnounced(FLASH_TOPIC, (payload) => this.#hearFlash(payload)),
    ];
    if (database.kind === "sqlite") return;
    const shared = new OpenSockets(database, { now });
    this.#shared = shared;
    this.#unlisten.push(shared.onClaimed((claim) => this.#hearClaim(claim)));
    this.#timer = setInterval(() => this.#note(shared.touch(this.#open())), TOUCH_INTERVAL_IN_MS);
    this.#timer.unref();
  }

  /** Tells the other processes that a connection feeds a conversation from now on; call it before `attach`. */
  async claim(conversationId: string, connection: string): Promise<void> {
    await this.#shared?.claim(conversationId, connection);
  }

  attach(socket: WebSocket, options: { conversationId: string; after: number; connection: string }): void {
    const { conversationId, connection, after } = options;
    const earlier = this.#listeners.get(conversationId);
    const replaced = new Set(
      [...(earlier ? [...earlier.replaced, earlier.connection] : [])].slice(-MAX_REPLACED),
    );
    replaced.delete(connection);
    const { conversations } = this.#store;
    const client = new ClientSocket(socket, {
      after,
      readNewest: async () => (await conversations.read(conversationId))?.lastSequence ?? 0,
      read: (range) => conversations.readActivities(conversationId, range),
    });
    this.#listeners.set(conversationId, { client, socket, connection, replaced });
    socket.on("close", () => {
      if (this.#listeners.get(conversationId)?.socket === socket) this.#listeners.delete(conversationId);
      if (this.#shared && !this.#isClosed) this.#note(this.#shared.release(conversationId, connection));
    });
    earlier?.client.close(REPLACED, "replaced by a newer connection");
    // One that took its place between claim and here was not heard.
    if (this.#shared) this.#note(this.#closeIfReplaced({ conversation: conversationId, connection }));
  }

  async isReplaced(conversationId: string, connection: string): Promise<boolean> {
    if (this.#listeners.get(conversationId)?.replaced.has(connection)) return true;
    return (await this.#shared?.isReplaced(conversationId, connection)) ?? false;
  }

  /** Hands on an activity that is not kept; where another process has the socket, as well as that goes. */
  async flash(conversationId: string, json: string): Promise<void> {
    const listener = this.#listeners.get(conversationId);
    if (listener) {
      // What was said before it comes before it.
      await this.#store.conversations.flush();
      listener.client.flash(json);
    } else if (this.#shared && json.length * 3 < MAX_FLASH_BYTES) {
      const payload = JSON.stringify([conversationId, json]);
      await this.#store.database.announce(FLASH_TOPIC, payload).catch(this.#onFault);
    }
  }

  /** Closes the socket of an erased conversation; with an empty key, those of all that are gone. */
  closeErased(key: string): void {
    for (const [id, { client }] of this.#listeners) {
      if (key === turnKey(id)) client.close(ERASED, "the conversation was erased");
      if (key === "") this.#note(this.#closeIfGone(id, client));
    }
  }

  /** Listens to nobody any more, and tells the others that the sockets of this process are gone. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const end of this.#unlisten) end();
    clearInterval(this.#timer);
    for (const { conversation, connection } of this.#open())
      if (this.#shared) this.#note(this.#shared.release(conversation, connection));
    await Promise.all(this.#writing);
  }

  #look(conversationId: string): void {
    if (conversationId === "") for (const { client } of this.#listeners.values()) client.look();
    this.#listeners.get(conversationId)?.client.look();
  }

  #hearFlash(payload: string): void {
    if (payload === "") return;
    const [conversationId, json] = JSON.parse(payload) as [string, string];
    this.#listeners.get(conversationId)?.client.flash(json);
  }

  #hearClaim(claim: SocketClaim | undefined): void {
    if (claim === undefined) {
      for (const open of this.#open()) this.#note(this.#closeIfReplaced(open));
      return;
    }
    const listener = this.#listeners.get(claim.conversation);
    if (listener === undefined || !claim.replaced.includes(listener.connection)) return;
    listener.client.close(REPLACED, "replaced by a newer connection");
  }

  async #closeIfReplaced({ conversation, connection }: Omit<SocketClaim, "replaced">): Promise<void> {
    if (!(await this.#shared?.isReplaced(conversation, connection))) return;
    const listener = this.#listeners.get(conversation);
    if (listener?.connection === connection)
      listener.client.close(REPLACED, "replaced by a newer connection");
  }

  async #closeIfGone(conversationId: string, client: ClientSocket): Promise<void> {
    if ((await this.#store.readConversation(conversationId)) !== undefined) return;
    client.close(ERASED, "the conversation was erased");
  }

  *#open(): Iterable<Omit<SocketClaim, "replaced">> {
    for (const [conversation, { connection }] of this.#listeners) yield { conversation, connection };
  }

  /** Waits for what nobody else waits for. */
  #note(work: Promise<void>): void {
    const noted = work.catch(this.#onFault).finally(() => this.#writing.delete(noted));
    this.#writing.add(noted);
  }
}
