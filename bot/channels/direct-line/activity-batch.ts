import type { KeptActivity } from "../../state/stored-conversation.ts";

/**
 * Activities that are written and delivered together; a larger batch saves little more, and the requests that wait for
 * it fill the young part of the heap.
 */
const MAX_ACTIVITIES = 16;

/**
 * What came in one turn of the event loop, by conversation: it is settled at the end of that turn, or as soon as there is
 * enough of it.
 */
export class ActivityBatch {
  readonly #settle: (batch: ActivityBatch) => void;
  readonly #kept = new Map<string, KeptActivity[]>();
  readonly #outcome = Promise.withResolvers<void>();
  #count = 0;
  #isSettled = false;

  /** @param settle Writes and delivers; called once. */
  constructor(settle: (batch: ActivityBatch) => void) {
    this.#settle = settle;
    // Those who wait see a failure; that nobody waits is no reason to end the process.
    this.#outcome.promise.catch(() => undefined);
    setImmediate(() => this.#run());
  }

  /** Resolves when all is written; rejects when anything of it is lost. */
  get whenKept(): Promise<void> {
    return this.#outcome.promise;
  }

  add(conversationId: string, kept: KeptActivity): void {
    const others = this.#kept.get(conversationId);
    if (others) others.push(kept);
    else this.#kept.set(conversationId, [kept]);
    this.#count++;
    if (this.#count === MAX_ACTIVITIES) queueMicrotask(() => this.#run());
  }

  /** What came of one conversation, oldest first. */
  of(conversationId: string): readonly KeptActivity[] {
    return this.#kept.get(conversationId) ?? [];
  }

  /** All of it, by conversation. */
  entries(): Iterable<[string, readonly KeptActivity[]]> {
    return this.#kept;
  }

  #run(): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    try {
      this.#settle(this);
      this.#outcome.resolve();
    } catch (error) {
      this.#outcome.reject(error);
    }
  }
}
