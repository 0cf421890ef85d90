import type { KeptActivity } from "./stored-conversation.ts";

/**
 * Activities that are written and delivered together; a larger batch saves little more, and the requests that wait for
 * it fill the young part of the heap.
 */
const MAX_ACTIVITIES = 16;

/** An activity that has its number and is not written yet. */
export interface WaitingActivity<Head> extends KeptActivity {
  head: Head;
}

/** A turn that is not written yet. */
export interface WaitingTurn {
  id: string;
  conversation: string;
  sequence: number;
  json: string;
}

/**
 * What came in one turn of the event loop: it is written at the end of that turn, or as soon as there is enough of it.
 */
export class LogBatch<Head extends { id: string }> {
  activities: WaitingActivity<Head>[] = [];
  /** Turns that began and are not answered yet, by the id of their activity. */
  readonly turns = new Map<string, WaitingTurn>();
  /** Ids of turns that were written before and are answered now. */
  readonly settled: string[] = [];
  readonly #outcome = Promise.withResolvers<void>();
  readonly #write: () => void;

  /** @param write Writes the batch if that is not done yet; must not throw. */
  constructor(write: () => void) {
    this.#write = write;
    // Those who wait see a failure; that nobody waits is no reason to end the process.
    this.#outcome.promise.catch(() => undefined);
    setImmediate(write);
  }

  /** Resolves when all is written; rejects when it is lost. */
  get whenKept(): Promise<void> {
    return this.#outcome.promise;
  }

  add(activity: WaitingActivity<Head>): void {
    this.activities.push(activity);
    if (this.activities.length === MAX_ACTIVITIES) queueMicrotask(this.#write);
  }

  /** Forgets what came of a conversation that is deleted. */
  drop(conversationId: string): void {
    this.activities = this.activities.filter(({ head }) => head.id !== conversationId);
    for (const id of this.turns.keys()) if (id.startsWith(`${conversationId}|`)) this.turns.delete(id);
  }

  /** What came, by conversation. */
  byConversation(): Map<string, WaitingActivity<Head>[]> {
    return Map.groupBy(this.activities, ({ head }) => head.id);
  }

  settle(error?: { fault: unknown }): void {
    if (error === undefined) this.#outcome.resolve();
    else this.#outcome.reject(error.fault);
  }
}
