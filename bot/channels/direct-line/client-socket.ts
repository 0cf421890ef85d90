import type { WebSocket } from "ws";
import type { KeptActivity } from "../../state/stored-conversation.ts";

/** What a client has not read yet may grow to this many bytes; then it gets no more until it has caught up. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

/** Activities that are replayed in one frame. */
const REPLAY_SIZE = 50;

/** Choices of {@link ClientSocket}. */
export interface ClientSocketOptions {
  /** Number of the newest activity the client has. */
  after: number;
  /** Reads what the conversation keeps, oldest first. */
  read: (range: { after: number; limit: number }) => KeptActivity[];
}

/**
 * The feed of one client: each kept activity once and in order, however slowly the client reads.
 *
 * What a slow client has not taken stays in the state and is read from there once there is room, so that neither memory
 * grows nor an activity is lost. Typing dots are dropped meanwhile.
 */
export class ClientSocket {
  readonly #socket: WebSocket;
  readonly #read: ClientSocketOptions["read"];
  #after: number;
  #isBehind = false;

  constructor(socket: WebSocket, options: ClientSocketOptions) {
    this.#socket = socket;
    this.#read = options.read;
    this.#after = options.after;
    this.#catchUp();
  }

  /** Hands on activities that were just kept, oldest first. */
  push(kept: readonly KeptActivity[]): void {
    if (this.#isBehind) return;
    const fresh = kept.filter(({ sequence }) => sequence > this.#after);
    // A gap: an activity was kept while the client could not be told.
    if (fresh[0] && fresh[0].sequence > this.#after + 1) this.#catchUp();
    else this.#send(fresh);
  }

  /** Hands on an activity that is not kept. */
  flash(json: string): void {
    if (this.#isBehind || !this.#isOpen()) return;
    this.#socket.send(activitySetJson([json], this.#after));
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  #catchUp(): void {
    this.#isBehind = false;
    try {
      while (this.#isOpen() && !this.#isBehind) {
        const activities = this.#read({ after: this.#after, limit: REPLAY_SIZE });
        if (activities.length === 0) return;
        this.#send(activities);
      }
    } catch (error) {
      // Nobody waits for this: the client comes back by its watermark, and the server logs errors of sockets.
      this.#socket.emit("error", error);
      this.#socket.close(1011, "the server failed");
    }
  }

  #send(activities: readonly KeptActivity[]): void {
    const newest = activities.at(-1);
    if (!newest || !this.#isOpen()) return;
    this.#after = newest.sequence;
    const frame = activitySetJson(
      activities.map(({ json }) => json),
      this.#after,
    );
    if (this.#socket.bufferedAmount + frame.length <= MAX_BUFFERED_BYTES) {
      this.#socket.send(frame);
      return;
    }
    this.#isBehind = true;
    this.#socket.send(frame, (error) => {
      if (!error) this.#catchUp();
    });
  }

  #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }
}

/** A Direct Line activity set of activities that are JSON text already. */
export function activitySetJson(activities: readonly string[], watermark: number): string {
  return `{"activities":[${activities.join(",")}],"watermark":"${watermark}"}`;
}
