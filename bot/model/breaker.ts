/** Failures in a row after which the model is left alone. */
const MOST_FAILURES = 3;
/** How long it is left alone, in milliseconds. */
const REST_IN_MS = 60_000;

/** Leaves an endpoint alone for a while when it keeps failing, so that nobody waits for it in vain. */
export class Breaker {
  readonly #now: () => number;
  #failures = 0;
  #restsUntil = 0;

  /** @param now Milliseconds since any moment. @default {Date.now} */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Whether the endpoint is being left alone. After the rest one failure is enough for the next. */
  get isResting(): boolean {
    return this.#now() < this.#restsUntil;
  }

  succeed(): void {
    this.#failures = 0;
  }

  /** @param restInMs How long the endpoint itself asks to be left alone; at most a minute is granted. */
  fail(restInMs?: number): void {
    this.#failures += 1;
    if (restInMs !== undefined) this.#restsUntil = this.#now() + Math.min(restInMs, REST_IN_MS);
    else if (this.#failures >= MOST_FAILURES) this.#restsUntil = this.#now() + REST_IN_MS;
  }
}
