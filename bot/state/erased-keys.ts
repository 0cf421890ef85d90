/** Longer than any token lives and any turn runs, in milliseconds. */
const ERASED_FOR_IN_MS = 3_600_000;

/** The conversations that were erased within the last hour by this process, so that nothing of them is written anew. */
export class ErasedKeys {
  readonly #times = new Map<string, number>();
  readonly #now: () => number;

  /** @param options.now Clock, in milliseconds since 1970. */
  constructor(options: { now: () => number }) {
    this.#now = options.now;
  }

  has(key: string): boolean {
    return this.#times.has(key);
  }

  /** Notes a key, and forgets those whose hour is over. */
  add(key: string): void {
    const now = this.#now();
    for (const [other, time] of this.#times) {
      // The oldest stand first.
      if (time > now - ERASED_FOR_IN_MS) break;
      this.#times.delete(other);
    }
    this.#times.set(key, now);
  }
}
