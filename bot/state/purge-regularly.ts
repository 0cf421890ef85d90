import type { BotConfig } from "../config.ts";
import { describeError, type Log } from "../log.ts";
import type { ConversationStore } from "./conversation-store.ts";
import { createDeletionClock } from "./deletion-clock.ts";

const PURGE_INTERVAL_IN_MS = 3_600_000;

/** Deletes idle conversations now and each hour, unless the clock jumped ahead. @returns Stops it. */
export function purgeRegularly(
  store: ConversationStore,
  options: {
    config: Pick<BotConfig, "conversationIdleDays">;
    log: Log;
    /** Clock, in milliseconds since 1970. @default {Date.now} */
    now?: (() => number) | undefined;
  },
): () => void {
  const { config, log, now = Date.now } = options;
  const isClockSteady = createDeletionClock(store.database, { now });
  const purge = async () => {
    try {
      if (!(await isClockSteady())) return log.warn("state.clock-jumped");
      const conversations = await store.purgeIdle(config.conversationIdleDays);
      if (conversations > 0) log.info("state.purged", { conversations });
    } catch (error) {
      log.error("state.purge-failed", describeError(error));
    }
  };
  void purge();
  const timer = setInterval(() => void purge(), PURGE_INTERVAL_IN_MS);
  timer.unref();
  return () => clearInterval(timer);
}
