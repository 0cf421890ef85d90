/** First pause without a word of the service, in milliseconds; each further one is twice as long. */
const FIRST_PAUSE_IN_MS = 500;
const LONGEST_PAUSE_IN_MS = 20_000;

/**
 * How long to wait before a message is tried again.
 *
 * `Retry-After` counts when the service sent one, as seconds or as a date, and gets up to a fifth more, so that many
 * conversations do not come back at once. Else the pause doubles with each try, half of it random (Microsoft's page on
 * rate limits asks for exponential back-off with jitter).
 *
 * @param options.tries How often the message was tried, at least 1.
 * @param options.retryAfter Header of the answer.
 * @param options.random Random number from 0 to 1.
 * @param options.now Time, in milliseconds since 1970. @default now
 * @returns Milliseconds, at most 24,000.
 *
 * @example
 * ```ts
 * retryPauseInMs({ tries: 1, retryAfter: "2", random: () => 0 }); // 2000
 * retryPauseInMs({ tries: 3, retryAfter: undefined, random: () => 1 }); // 2000
 * ```
 */
export function retryPauseInMs(options: {
  tries: number;
  retryAfter: string | undefined;
  random: () => number;
  now?: number;
}): number {
  const { tries, retryAfter, random, now = Date.now() } = options;
  const asked = retryAfter === undefined ? undefined : askedPauseInMs(retryAfter, now);
  if (asked !== undefined) return Math.round(Math.min(asked, LONGEST_PAUSE_IN_MS) * (1 + random() * 0.2));
  const pause = Math.min(FIRST_PAUSE_IN_MS * 2 ** (tries - 1), LONGEST_PAUSE_IN_MS);
  return Math.round(pause * (0.5 + random() * 0.5));
}

function askedPauseInMs(retryAfter: string, now: number): number | undefined {
  const seconds = /^\s*\d{1,6}(?:\.\d{1,3})?\s*$/.test(retryAfter) ? Number(retryAfter) : undefined;
  if (seconds !== undefined) return seconds * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
