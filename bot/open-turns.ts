import { randomBytes } from "node:crypto";
import { TurnKeeper, type TurnKeeperOptions } from "./channels/turn-keeper.ts";
import { TurnQueue } from "./channels/turn-queue.ts";
import type { BotConfig } from "./config.ts";
import type { Log } from "./log.ts";
import { ConversationStore } from "./state/conversation-store.ts";
import { openStateDatabase } from "./state/database/open-state-database.ts";
import { createTurnLock } from "./state/database/turn-lock.ts";

/** Choices of {@link openTurns}. */
export interface TurnsOptions {
  config: BotConfig;
  log: Log;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
  /** Opened by the caller when it needs the memory too; it is closed with the rest. @default that of the settings */
  store?: ConversationStore;
  /** When turns that nobody works on are taken over, for tests. */
  turns?: Pick<TurnKeeperOptions, "takeOverAfterInMs" | "intervalInMs">;
}

/** The state, and what runs turns on it: one for both channels. */
export interface Turns {
  store: ConversationStore;
  queue: TurnQueue;
  turns: TurnKeeper;
  /** Key of the web chat's tokens, the same in all processes that share the database; others are derived from it. */
  secret: string;
  closeState: () => Promise<void>;
}

/**
 * Opens the state and what runs turns on it.
 *
 * @throws {Error} If the state cannot be opened.
 */
export async function openTurns(options: TurnsOptions): Promise<Turns> {
  const { config, log, now } = options;
  const store = options.store ?? new ConversationStore(await openStateDatabase(config), options);
  const lock = createTurnLock(store.database);
  const queue = new TurnQueue({ lock });
  const makeSecret = () => randomBytes(48).toString("base64url");
  return {
    store,
    queue,
    turns: new TurnKeeper({ ...options.turns, log, now, store, queue }),
    secret: config.directLineSecret ?? (await store.readOrCreateMeta("direct-line-secret", makeSecret)),
    closeState: async () => {
      await lock?.close();
      await store.close();
    },
  };
}
