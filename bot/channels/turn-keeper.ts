import { describeError, type Log } from "../log.ts";
import type { ConversationStore } from "../state/conversation-store.ts";
import type { PendingTurn } from "../state/pending-turns.ts";
import type { TurnQueue } from "./turn-queue.ts";

/** How a channel goes on with turns that another process, or this one before it ended, has begun. */
export interface ChannelTurns {
  /** Runs a turn from its start and ends it, unless it failed in a way that may pass. */
  resume(turn: PendingTurn): Promise<void>;
  /** Tells the person that there will be no answer, and ends the turn. */
  giveUp(turn: PendingTurn): Promise<void>;
  /** Ends a turn without a word. */
  end(turn: PendingTurn): Promise<void>;
}

/** Choices of {@link TurnKeeper}. */
export interface TurnKeeperOptions {
  store: ConversationStore;
  queue: TurnQueue;
  log: Log;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: (() => number) | undefined;
  /** Age from which a turn that nobody works on is taken over, in milliseconds. @default {3000} */
  takeOverAfterInMs?: number;
  /** Pause between looks for such turns, in milliseconds. @default {2000} */
  intervalInMs?: number;
}

/** After as many new beginnings a turn is given up. */
const MOST_ATTEMPTS = 3;

/**
 * Sees to it that each acknowledged message is answered, and once, also when the process that took it ends.
 *
 * Turns of a conversation run in the order of their messages: whoever may work on it first runs the older ones that
 * wait, whichever process took them.
 */
export class TurnKeeper {
  readonly #options: TurnKeeperOptions;
  readonly #channels = new Map<PendingTurn["channel"], ChannelTurns>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: TurnKeeperOptions) {
    this.#options = options;
  }

  /** Tells how turns of a channel are resumed. */
  serve(channel: PendingTurn["channel"], turns: ChannelTurns): void {
    this.#channels.set(channel, turns);
  }

  /**
   * Runs a turn that this process has begun, in its place.
   *
   * @param turn Its id, as kept with the message, and its conversation.
   * @param work Runs it and ends it; does nothing when another process has answered meanwhile.
   */
  async run(
    { id, conversation }: Pick<PendingTurn, "id" | "conversation">,
    work: () => Promise<void>,
  ): Promise<void> {
    const { store, queue } = this.#options;
    // One process alone runs turns in the order in which it took them.
    if (store.database.kind === "sqlite") return queue.run(conversation, work);
    await queue.run(conversation, async () => {
      for (const turn of await store.pending.of(conversation)) {
        if (turn.id === id) return work();
        await this.#resume(turn);
      }
    });
  }

  /** Begins to look for turns that nobody works on; those of a file are all of the process before. */
  start(): void {
    const { store, now = Date.now, intervalInMs = 2000, takeOverAfterInMs = 3000 } = this.#options;
    if (store.database.kind === "sqlite") this.#inBackground(this.look(Number.MAX_SAFE_INTEGER));
    this.#timer = setInterval(() => {
      if (!this.#isClosed) this.#inBackground(this.look(now() - takeOverAfterInMs));
    }, intervalInMs);
    this.#timer.unref();
  }

  /** Takes over what began before a time, in milliseconds since 1970, and nobody works on. */
  async look(before: number): Promise<void> {
    const { store, queue } = this.#options;
    for (const conversation of await store.pending.due(before)) {
      const resumed = queue.tryRun(conversation, async () => {
        for (const turn of await store.pending.of(conversation)) await this.#resume(turn);
      });
      this.#inBackground(resumed.then(() => undefined));
    }
  }

  /** Takes over no more; what runs goes on, and what waits stays for others. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
  }

  async #resume({ id, channel }: PendingTurn): Promise<void> {
    const { store, log } = this.#options;
    const channelTurns = this.#channels.get(channel);
    if (channelTurns === undefined || this.#isClosed) return;
    const turn = await store.pending.begin(id);
    // Somebody has answered meanwhile.
    if (turn === undefined) return;
    const { attempts } = turn;
    try {
      if (turn.isSending) {
        log.warn("turn.perhaps-answered", { channel });
        return await channelTurns.end(turn);
      }
      if (attempts > MOST_ATTEMPTS) {
        log.error("turn.given-up", { channel, attempts });
        return await channelTurns.giveUp(turn);
      }
      log.info("turn.resumed", { channel, attempts });
      await channelTurns.resume(turn);
    } catch (error) {
      log.error("turn.not-resumed", { channel, attempts, ...describeError(error) });
    }
  }

  #inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!this.#isClosed) this.#options.log.warn("turn.look-failed", describeError(error));
    });
  }
}
