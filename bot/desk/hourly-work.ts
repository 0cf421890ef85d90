import { describeError } from "../log.ts";
import { createDeletionClock } from "../state/deletion-clock.ts";
import type { DeskBase, DeskPart } from "./desk-parts.ts";

const HOUR_IN_MS = 3_600_000;

/** What the parts of a desk do by themselves. */
export interface HourlyWork {
  /** Begins: does the work now and each hour. */
  start: () => void;
  /** Begins no more; resolves when the part that is at work is done. */
  stop: () => Promise<void>;
}

/**
 * Lets the parts purge, unless the clock jumped ahead, and do what their time has come for. A part that fails is logged and keeps no other from its work.
 * Every process that shares the state does all of it.
 */
export function createHourlyWork(parts: readonly DeskPart[], base: DeskBase): HourlyWork {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let running = Promise.resolve();
  const isClockSteady = createDeletionClock(base.database, base);
  const work = async (): Promise<void> => {
    const purges = parts.some(({ purge }) => purge) && (await isClockSteady().catch(() => false));
    for (const part of parts) if (!isStopped) await doPart(part, { base, purges });
    // What another process announced may have been lost.
    if (base.database.kind === "postgres" && !isStopped) await base.knowledgeChanged();
  };
  const begin = () => {
    running = running.then(work);
  };
  return {
    start: () => {
      begin();
      timer = setInterval(begin, HOUR_IN_MS);
      timer.unref();
    },
    stop: () => {
      isStopped = true;
      clearInterval(timer);
      return running;
    },
  };
}

async function doPart(
  { purge, tick }: DeskPart,
  { base, purges }: { base: DeskBase; purges: boolean },
): Promise<void> {
  const { log } = base;
  try {
    if (purges) await purge?.();
    await tick?.();
  } catch (error) {
    log.error("desk.hourly-failed", describeError(error));
  }
}
