import type { WebSocket } from "ws";
import type { KeptActivity } from "../../state/stored-conversation.ts";

/** What a client has not read yet may grow to this many bytes; then it gets no more until it has caught up. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

/** Activities that are replayed in one frame. */
const REPLAY_SIZE = 50;

/** Choices of {@link ClientSocket}. */
export interface ClientSocketOptions {
  /** Number of the newest activity the client has; beyond the end counts as the end. */
  after: number;
  /** Number of the newest activity of the conversation. */
  readNewest: () => Promise<number>;
  /** Reads what the conversation keeps, oldest first. */
  read: (range: { after: number; limit: number }) => Promise<KeptActivity[]>;
}

/**
 * The feed of one client: each kept activity once and in order, however slowly the client reads and whichever process
 * kept it.
 *
 * What a slow client has not taken stays in the state and is read from there once there is room, so that neither memory
 * grows nor an activity is lost. Typing dots are dropped meanwhile.
 */
export class ClientSocket {
  readonly #socket: WebSocket;
  readonly #options: ClientSocketOptions;
  #after: number;
  /** The client has more to read than it takes. */
  #isBehind = false;
  #reading: Promise<void> | undefined;
  /** Something came while the state was read. */
  #isStale = false;

  constructor(socket: WebSocket, options: ClientSocketOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#after = options.after;
    this.#reading = this.#readOn(async () => {
      this.#after = Math.min(this.#after, await options.readNewest());
    });
  }

  /** Hands on activities that were just kept, oldest first. */
  push(kept: readonly KeptActivity[]): void {
    if (this.#isBehind) return;
    const fresh = kept.filter(({ sequence }) => sequence > this.#after);
    // A gap: an activity was kept by somebody else, or while the client could not be told.
    if (this.#reading !== undefined || (fresh[0] && fresh[0].sequence > this.#after + 1)) this.look();
    else this.#send(fresh);
  }

  /** Reads what is new in the state and hands it on. */
  look(): void {
    if (this.#isBehind) return;
    this.#isStale = true;
    this.#reading ??= this.#readOn();
  }

  /** Hands on an activity that is not kept. */
  flash(json: string): void {
    if (this.#isBehind || this.#reading !== undefined || !this.#isOpen()) return;
    this.#socket.send(activitySetJson([json], this.#after));
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  async #readOn(first?: () => Promise<void>): Promise<void> {
    try {
      await first?.();
      do {
        this.#isStale = false;
        await this.#readAll();
      } while (this.#isStale && !this.#isBehind);
    } catch (error) {
      // Nobody waits for this: the client comes back by its watermark, and the server logs errors of sockets.
      this.#socket.emit("error", error);
      this.#socket.close(1011, "the server failed");
    } finally {
      this.#reading = undefined;
    }
  }

  async #readAll(): Promise<void> {
    while (this.#isOpen() && !this.#isBehind) {
      const activities = await this.#options.read({ after: this.#after, limit: REPLAY_SIZE });
      if (activities.length === 0) return;
      this.#send(activities);
      if (activities.length < REPLAY_SIZE) return;
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
      if (error) return;
      this.#isBehind = false;
      this.look();
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
