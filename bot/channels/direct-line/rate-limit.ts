/** Says whether one more call of a caller fits into the current minute. */
export type RateLimit = (caller: string) => boolean;

/**
 * Creates a limit of calls per caller and minute; the minute is the clock's, so two minutes' calls may touch.
 *
 * @param callsPerMinute At least 1.
 * @param options.now Clock, in milliseconds since 1970. @default {Date.now}
 *
 * @example
 * ```ts
 * const isWithinLimit = createRateLimit(1);
 * isWithinLimit("10.0.0.1"); // true
 * isWithinLimit("10.0.0.1"); // false
 * ```
 */
export function createRateLimit(callsPerMinute: number, options: { now?: () => number } = {}): RateLimit {
  const now = options.now ?? Date.now;
  const counts = new Map<string, number>();
  let minute = 0;
  return (caller) => {
    const current = Math.floor(now() / 60_000);
    if (current !== minute) counts.clear();
    minute = current;
    const count = (counts.get(caller) ?? 0) + 1;
    counts.set(caller, count);
    return count <= callsPerMinute;
  };
}
