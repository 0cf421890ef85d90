/** Answers whose questions are remembered at most; the oldest is forgotten first. */
const MOST_KEPT = 2000;
/** A rating that comes later than this finds no words. */
const LIFE_IN_MS = 24 * 3_600_000;

interface Words {
  conversation: string;
  text: string;
  until: number;
}

/**
 * The words of plainly answered questions, in memory only and for a day: they are kept if the answer is disliked, and
 * otherwise never written down.
 */
export class RecentWords {
  readonly #words = new Map<string, Words>();
  readonly #now: () => number;

  /** @param options.now Clock, in milliseconds since 1970. */
  constructor(options: { now: () => number }) {
    this.#now = options.now;
  }

  add(turn: string, { conversation, text }: { conversation: string; text: string }): void {
    this.#words.set(turn, { conversation, text, until: this.#now() + LIFE_IN_MS });
    const [oldest] = this.#words.keys();
    if (this.#words.size > MOST_KEPT && oldest !== undefined) this.#words.delete(oldest);
  }

  /** The words of a turn; `undefined` when they are forgotten. */
  read(turn: string): string | undefined {
    const found = this.#words.get(turn);
    return found === undefined || found.until < this.#now() ? undefined : found.text;
  }

  /** Forgets the words of a conversation. */
  erase(conversation: string): void {
    for (const [turn, words] of this.#words)
      if (words.conversation === conversation) this.#words.delete(turn);
  }

  /** Turns whose words are remembered. */
  turns(): string[] {
    return [...this.#words.keys()];
  }

  /** Forgets the words of a turn. */
  forget(turn: string): void {
    this.#words.delete(turn);
  }

  /** Forgets what is a day old. */
  purge(): void {
    for (const [turn, { until }] of this.#words) if (until < this.#now()) this.#words.delete(turn);
  }
}
