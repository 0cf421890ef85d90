import type { BotConfig } from "../config.ts";
import { describeError, type Log } from "../log.ts";
import type { ConversationStore } from "./conversation-store.ts";

const PURGE_INTERVAL_IN_MS = 3_600_000;

/** Deletes idle conversations now and each hour. @returns Stops it. */
export function purgeRegularly(
  store: ConversationStore,
  { config, log }: { config: Pick<BotConfig, "conversationIdleDays">; log: Log },
): () => void {
  const purge = async () => {
    try {
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
