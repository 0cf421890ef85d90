import type { Log } from "../../log.ts";
import type { BotHandler } from "../bot-handler.ts";
import type { TurnQueue } from "../turn-queue.ts";
import type { Checks } from "./authorise.ts";
import type { DirectLineAdapter } from "./direct-line-adapter.ts";
import type { OriginPolicy } from "./origins.ts";

/** Everything the endpoint works with. */
export interface DirectLineOptions extends Checks {
  adapter: DirectLineAdapter;
  handler: BotHandler;
  queue: TurnQueue;
  origins: OriginPolicy;
  /** Lets another server make tokens, by `Authorization: Bearer`. */
  secret?: string;
  log: Log;
  /** Tokens for new conversations per network address and minute. @default {3000} */
  conversationsPerMinute?: number;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
}
