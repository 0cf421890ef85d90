/** Says whether one more call of a caller fits into the current minute, and counts it. */
export interface RateLimit {
  (caller: string): boolean;
  /** Says whether the caller's minute is used up, without counting. */
  isSpent(caller: string): boolean;
}

/** Choices of {@link createRateLimit}. */
export interface RateLimitOptions {
  /** Clock, in milliseconds since 1970; it may jump. @default {Date.now} */
  now?: () => number;
  /** Callers of a minute that are counted each on their own; later ones share counts. @default {50_000} */
  mostCallers?: number;
}

/** Counts that callers beyond the most share. */
const SHARED_COUNTS = 1024;

/**
 * Creates a limit of calls per caller and minute; the minute is the clock's, so two minutes' calls may touch.
 *
 * Memory is bounded: whoever makes up callers by the thousand shares counts with others, and nobody gets more.
 *
 * @param callsPerMinute At least 1.
 * @param options See {@link RateLimitOptions}.
 *
 * @example
 * ```ts
 * const isWithinLimit = createRateLimit(1);
 * isWithinLimit("10.0.0.1"); // true
 * isWithinLimit("10.0.0.1"); // false
 * ```
 */
export function createRateLimit(callsPerMinute: number, options: RateLimitOptions = {}): RateLimit {
  const { now = Date.now, mostCallers = 50_000 } = options;
  const counts = new Map<string, number>();
  let minute = 0;
  const begin = () => {
    const current = Math.floor(now() / 60_000);
    if (current !== minute) counts.clear();
    minute = current;
  };
  const keyOf = (caller: string) =>
    counts.has(caller) || counts.size < mostCallers ? caller : `\0${sharedCount(caller)}`;
  const isWithin = (caller: string) => {
    begin();
    const key = keyOf(caller);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= callsPerMinute;
  };
  const isSpent = (caller: string) => {
    begin();
    return (counts.get(keyOf(caller)) ?? 0) >= callsPerMinute;
  };
  return Object.assign(isWithin, { isSpent });
}

function sharedCount(caller: string): number {
  let hash = 0;
  for (let at = 0; at < caller.length; at++) hash = (hash * 31 + caller.charCodeAt(at)) | 0;
  return Math.abs(hash) % SHARED_COUNTS;
}
