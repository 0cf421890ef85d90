import type { TurnLock } from "../state/database/turn-lock.ts";

/** A queue that cannot take more work for this key. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
  readonly code = "QueueFull";
}

/** Choices of {@link TurnQueue}. */
export interface TurnQueueOptions {
  /** Pieces of work that may wait or run per key, at least 1. @default {20} */
  maxWaiting?: number;
  /** Keeps other processes out of a conversation. @default there are none */
  lock?: TurnLock | undefined;
}

/**
 * Runs work of one conversation in order, one piece at a time over all processes; conversations do not wait for each
 * other.
 *
 * A dialogue's memory is read, changed and written in a turn: two turns at once would lose one of them.
 *
 * @example
 * ```ts
 * const queue = new TurnQueue();
 * await queue.run("web-chat:1", async () => "answer"); // "answer"
 * ```
 */
export class TurnQueue {
  readonly #tails = new Map<string, { last: Promise<unknown>; waiting: number }>();
  readonly #maxWaiting: number;
  readonly #lock: TurnLock | undefined;

  constructor({ maxWaiting = 20, lock }: TurnQueueOptions = {}) {
    this.#maxWaiting = maxWaiting;
    this.#lock = lock;
  }

  /** Pieces of work that run or wait. */
  get depth(): number {
    return [...this.#tails.values()].reduce((sum, { waiting }) => sum + waiting, 0);
  }

  /** Tells whether `run` would refuse work for this key. */
  isFull(key: string): boolean {
    return (this.#tails.get(key)?.waiting ?? 0) >= this.#maxWaiting;
  }

  /**
   * Runs `work` after all earlier work of `key`, whether that succeeded or not.
   *
   * @returns What `work` returns.
   * @throws {QueueFullError} If the key has no room; then `work` never runs.
   * @throws {TurnLockError} If another process works on the key for too long; then `work` never runs.
   */
  async run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    if (this.isFull(key)) {
      throw new QueueFullError(`Cannot take another turn: ${this.#maxWaiting} of this conversation wait`);
    }
    const lock = this.#lock;
    return this.#add(key, lock ? () => lock.hold(key, work) : work);
  }

  /** Runs `work` if nobody works on `key`, here or in another process. @returns Whether it ran. */
  async tryRun(key: string, work: () => Promise<void>): Promise<boolean> {
    if (this.#tails.has(key)) return false;
    const lock = this.#lock;
    return this.#add(key, async () => {
      if (lock) return lock.tryHold(key, work);
      await work();
      return true;
    });
  }

  /** Resolves when no work is left, or after `timeoutInMs`. */
  async drain(timeoutInMs: number): Promise<void> {
    const all = Promise.all([...this.#tails.values()].map((entry) => entry.last));
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, timeoutInMs);
    });
    await Promise.race([all, patience]);
    clearTimeout(timer);
  }

  async #add<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const entry = this.#tails.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    this.#tails.set(key, entry);
    entry.waiting++;
    const result = entry.last.then(work);
    entry.last = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      entry.waiting--;
      if (entry.waiting === 0) this.#tails.delete(key);
    }
  }
}
