import { setImmediate as nextTurn } from "node:timers/promises";

/** After so long other work gets its turn, in milliseconds. */
const SLICE_IN_MS = 8;

/** Lets other work come in between pieces of a long one. */
export interface TimeSlices {
  /** Goes on at once while the slice lasts, else when everything that waits has had its turn. */
  pause: () => Promise<void>;
}

/**
 * Cuts long work into slices of some milliseconds, so that chats go on meanwhile.
 *
 * @example
 * ```ts
 * const slices = createTimeSlices();
 * for (const row of rows) {
 *   await slices.pause();
 *   write(row);
 * }
 * ```
 */
export function createTimeSlices(): TimeSlices {
  let started = performance.now();
  return {
    async pause() {
      if (performance.now() - started <= SLICE_IN_MS) return;
      await nextTurn();
      started = performance.now();
    },
  };
}
