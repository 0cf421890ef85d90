import type { Log } from "../../log.ts";
import type { BotHandler } from "../handler-options.ts";
import type { TurnKeeper } from "../turn-keeper.ts";
import type { TurnQueue } from "../turn-queue.ts";
import type { Checks } from "./authorise.ts";
import type { DirectLineAdapter } from "./direct-line-adapter.ts";
import type { LimitOptions, Limits } from "./limits.ts";
import type { OriginPolicy } from "./origins.ts";
import type { Identify } from "./web-identity.ts";

/** Everything the endpoint works with. */
export interface DirectLineOptions extends Checks, LimitOptions {
  adapter: DirectLineAdapter;
  handler: BotHandler;
  queue: TurnQueue;
  turns: TurnKeeper;
  origins: OriginPolicy;
  /** Tells who asks for a token. @default everybody is public, and an identity is refused */
  identify?: Identify;
  log: Log;
}

/** The options of a route: with the limits of the endpoint it belongs to. */
export interface RouteOptions extends DirectLineOptions {
  limits: Limits;
}
