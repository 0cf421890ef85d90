import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { LogOptions } from "./conversation-log.ts";
import type { Head } from "./embedded-heads.ts";
import { LOG_STATEMENTS } from "./embedded-log-statements.ts";
import type { LogBatch } from "./log-batch.ts";
import { transactNow } from "./transact-now.ts";

/** Activities that may lie unfiled; filing more at once takes longer, in which nobody is answered. */
const MAX_NEW = 2000;

/** How old the noted time of the last activity may grow before it is written again, in milliseconds. */
const TOUCH_INTERVAL_IN_MS = 60_000;

/** Writes the batches of the embedded log. All calls are done in one go. */
export class EmbeddedWriter {
  readonly statements: Record<keyof typeof LOG_STATEMENTS, StatementSync>;
  readonly #file: DatabaseSync;
  readonly #options: LogOptions;
  /** Rows of `new_activity`, at most. */
  #unfiled: number;

  constructor(file: DatabaseSync, options: LogOptions) {
    this.#file = file;
    this.#options = options;
    const prepared = Object.entries(LOG_STATEMENTS).map(([name, sql]) => [name, file.prepare(sql)]);
    this.statements = Object.fromEntries(prepared) as typeof this.statements;
    this.#unfiled = this.#countNew();
  }

  /** Writes all of a batch or, on a throw, nothing. */
  write(batch: LogBatch<Head>): void {
    if (this.#unfiled >= MAX_NEW) this.file();
    if (!this.#writeAlone(batch)) transactNow(this.#file, () => this.#writeAll(batch));
    this.#unfiled += batch.activities.length;
  }

  /** Moves what lies in `new_activity` to its conversations. */
  file(): void {
    if (this.#unfiled === 0) return;
    const { newest, file, forgetNew, trim } = this.statements;
    transactNow(this.#file, () => {
      const heads = newest.all();
      file.run();
      forgetNew.run();
      for (const { conversation, sequence } of heads) {
        trim.run(conversation ?? "", Number(sequence) - this.#options.maxActivities);
      }
    });
    this.#unfiled = 0;
  }

  /** Ids of the activities whose turns are not answered. */
  readPending(): Set<string> {
    return new Set(this.statements.pendingTurns.all().map(({ id }) => String(id)));
  }

  /** Takes another state for its own. */
  reload(): void {
    this.statements.forgetOrphans.run();
    this.#unfiled = this.#countNew();
  }

  /**
   * Writes a message and its answer, which mostly come together, by one statement, a transaction by itself.
   *
   * @returns `false` when there is more to write than that; then nothing was.
   */
  #writeAlone({ activities, turns, settled }: LogBatch<Head>): boolean {
    const [first, second] = activities;
    const time = this.#options.now();
    if (turns.size > 0 || settled.length > 0 || activities.length > 2) return false;
    if (activities.some(({ head }) => isStale(head, time))) return false;
    const { add, addTwo } = this.statements;
    if (first && second) {
      addTwo.run(first.head.id, first.sequence, first.json, second.head.id, second.sequence, second.json);
    } else if (first) add.run(first.head.id, first.sequence, first.json);
    return true;
  }

  #writeAll({ activities, turns, settled }: LogBatch<Head>): void {
    const time = this.#options.now();
    const { add, touch, addTurn, settleTurn } = this.statements;
    for (const { head, sequence, json } of activities) {
      add.run(head.id, sequence, json);
      if (!isStale(head, time)) continue;
      touch.run(time, sequence, head.id);
      head.noted = time;
    }
    for (const { id, conversation, sequence, json } of turns.values()) {
      addTurn.run(id, conversation, sequence, json, time);
    }
    for (const id of settled) settleTurn.run(id);
  }

  #countNew(): number {
    return Number(this.statements.countNew.get()?.count);
  }
}

/** Also true of a time that lies ahead, as after a clock was set back. */
function isStale({ noted }: Head, time: number): boolean {
  return Math.abs(time - noted) >= TOUCH_INTERVAL_IN_MS;
}
