const TICK_IN_MS = 2;

/** Gaps between ticks of the event loop, in milliseconds beyond the pause that was asked for. */
export interface Blocks {
  longestMs: number;
  p99Ms: number;
  /** How many lasted longer than 50 ms. */
  over50: number;
  /**
   * Most that the thread itself worked between two ticks: what is left of the longest block on a machine that has nothing
   * else to do.
   */
  longestWorkMs: number;
  /** How often the thread itself worked longer than 50 ms. */
  workOver50: number;
}

/**
 * Watches how long the event loop of this process is kept from ticking.
 *
 * @returns What to call when another phase begins: gives the blocks of the one that ends.
 */
export function watchBlocks(): () => Blocks {
  let gaps: number[] = [];
  let work: number[] = [];
  let last = performance.now();
  let lastWork = threadMs();
  const timer = setInterval(() => {
    const [now, worked] = [performance.now(), threadMs()];
    gaps.push(Math.max(0, now - last - TICK_IN_MS));
    work.push(worked - lastWork);
    [last, lastWork] = [now, worked];
  }, TICK_IN_MS);
  timer.unref();
  return () => {
    const sorted = gaps.sort((a, b) => a - b);
    const blocks = {
      longestMs: sorted.at(-1) ?? 0,
      p99Ms: sorted[Math.floor(0.99 * (sorted.length - 1))] ?? 0,
      over50: sorted.filter((gap) => gap > 50).length,
      longestWorkMs: work.reduce((most, one) => Math.max(most, one), 0),
      workOver50: work.filter((one) => one > 50).length,
    };
    gaps = [];
    work = [];
    return blocks;
  };
}

/** Time for which this thread has been at work. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
