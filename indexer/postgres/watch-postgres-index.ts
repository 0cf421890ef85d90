import type { Pool, PoolClient } from "pg";
import { INDEX_CHANNEL } from "./schema.ts";

export interface WatchOptions {
  pool: Pool;
  /** Called when a version may have been published: time to look which is current. */
  onMaybeNew: () => void;
  /**
   * Pause between calls without any news, in milliseconds: some poolers let no announcements through.
   * @default {10_000}
   */
  pollIntervalInMs?: number;
  /** Told when the connection is lost; it is opened again by itself. */
  onLost?: (error: Error) => void;
}

const FIRST_PAUSE_IN_MS = 250;
const LONGEST_PAUSE_IN_MS = 10_000;

/**
 * Listens for newly published versions on a connection of its own, one of the pool's. Where it is lost, it is opened
 * again, and what was missed meanwhile is looked for.
 *
 * @returns Ends the watch.
 */
export function watchPostgresIndex(options: WatchOptions): () => void {
  const { pool, onMaybeNew, onLost } = options;
  let isEnded = false;
  let pause = FIRST_PAUSE_IN_MS;
  let client: PoolClient | undefined;
  let again: NodeJS.Timeout | undefined;
  const lose = (error: Error) => {
    if (client === undefined && again !== undefined) return;
    client?.release(error);
    client = undefined;
    if (isEnded) return;
    onLost?.(error);
    again = setTimeout(connect, pause);
    again.unref();
    pause = Math.min(2 * pause, LONGEST_PAUSE_IN_MS);
  };
  const connect = async (): Promise<void> => {
    again = undefined;
    try {
      const opened = await pool.connect();
      client = opened;
      opened.on("error", lose);
      opened.on("notification", ({ channel }) => {
        if (channel === INDEX_CHANNEL) onMaybeNew();
      });
      await opened.query(`LISTEN ${INDEX_CHANNEL}`);
      pause = FIRST_PAUSE_IN_MS;
      if (isEnded) release();
      else onMaybeNew();
    } catch (error) {
      lose(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const release = () => {
    // Not given back to the pool: whoever got it next would go on listening.
    client?.removeListener("error", lose);
    client?.on("error", () => {});
    client?.release(true);
    client = undefined;
  };
  const poll = setInterval(onMaybeNew, options.pollIntervalInMs ?? LONGEST_PAUSE_IN_MS);
  poll.unref();
  void connect();
  return () => {
    isEnded = true;
    clearInterval(poll);
    clearTimeout(again);
    release();
  };
}
