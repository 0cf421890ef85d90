import { AsyncResource } from "node:async_hooks";
import { describeError, type Log } from "../../log.ts";
import type { NewRows, QuestionStore } from "./question-store.ts";

/** How long rows wait in memory, in milliseconds: what the end of the process may cost. */
const FLUSH_AFTER_IN_MS = 500;
/** Rows that could not be written are tried again after pauses of 1, 2, 4, 8 and 16 s, then lost. */
const MOST_ATTEMPTS = 6;
const FIRST_PAUSE_IN_MS = 1000;

/** Rows that go together: all of them or none. */
interface Batch {
  rows: { [Kind in keyof NewRows]: NewRows[Kind][number][] };
  attempts: number;
}

/**
 * Rows on their way to the database.
 *
 * They are written half a second after the first that waits, all in one transaction: whoever adds them pays for none of it.
 * A database that is out of reach for half a minute costs none of them; figures never stop answers.
 */
export class WaitingRows {
  readonly #store: QuestionStore;
  readonly #log: Log;
  /** Oldest first; the last takes new rows. */
  #batches: Batch[] = [];
  #writing = 0;
  /** Flushes by itself: not within the transaction in which rows happened to be added, which may be open still. */
  readonly #flushAlone = AsyncResource.bind(() => void this.flush());
  #timer: NodeJS.Timeout | undefined;

  constructor(store: QuestionStore, options: { log: Log }) {
    this.#store = store;
    this.#log = options.log;
  }

  add({ asked = [], targets = [], happenings = [] }: Partial<NewRows>): void {
    const { rows } = this.#openBatch();
    rows.asked.push(...asked);
    rows.targets.push(...targets);
    rows.happenings.push(...happenings);
    this.#flushAfter(FLUSH_AFTER_IN_MS);
  }

  /**
   * Writes what waits; once it resolves, all that was added before is in the database, or noted in the log as not kept.
   *
   * Within a transaction it is part of that one. Rows are taken out of memory only when the transaction has begun, and those
   * come one after another: so none are on their way beside it, and nothing need be waited for.
   */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#batches.length === 0 && this.#writing === 0) return;
    let taken: Batch[] = [];
    this.#writing += 1;
    try {
      await this.#store.database.transact(async () => {
        taken = this.#batches;
        this.#batches = [];
        for (const { rows } of taken) await this.#store.add(rows);
      });
    } catch (error) {
      this.#keepForLater(taken, error);
    } finally {
      this.#writing -= 1;
    }
  }

  #openBatch(): Batch {
    const last = this.#batches.at(-1);
    if (last?.attempts === 0) return last;
    const batch: Batch = { rows: { asked: [], targets: [], happenings: [] }, attempts: 0 };
    this.#batches.push(batch);
    return batch;
  }

  #keepForLater(taken: readonly Batch[], error: unknown): void {
    const tried = taken.map(({ rows, attempts }) => ({ rows, attempts: attempts + 1 }));
    const kept = tried.filter(({ attempts }) => attempts < MOST_ATTEMPTS);
    const lost = tried.filter((batch) => !kept.includes(batch));
    const count = (batches: readonly Batch[]) =>
      batches.reduce((sum, { rows }) => sum + rows.asked.length, 0);
    this.#log.error("questions.not-kept", {
      rows: count(tried),
      lost: count(lost),
      ...describeError(error),
    });
    this.#batches.unshift(...kept);
    const attempts = Math.max(0, ...kept.map((batch) => batch.attempts));
    if (kept.length > 0) this.#flushAfter(FIRST_PAUSE_IN_MS * 2 ** (attempts - 1));
  }

  #flushAfter(pauseInMs: number): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(this.#flushAlone, pauseInMs);
    this.#timer.unref();
  }
}
