import type { Request } from "restify";
import type { Metrics } from "../../observe/metrics.ts";
import { HttpProblem } from "../http.ts";
import { addressBlock } from "./address-block.ts";
import { clientAddress } from "./client-address.ts";
import { createRateLimit } from "./rate-limit.ts";

/** How much is taken; every number is per minute of the clock and at least 1, `Infinity` for no limit. */
export interface LimitOptions {
  /** Tokens for new conversations per network address. @default {3000} */
  conversationsPerMinute?: number;
  /** Activities per network address; many people may share one. @default {6000} */
  postsPerMinute?: number;
  /** Activities per person, over all their conversations. @default {120} */
  messagesPerMinute?: number;
  /** Proxies in front of the server that each add an address to `X-Forwarded-For`. @default {0} */
  proxyHops?: number;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
  /** Counts what is refused. @default nobody does */
  metrics?: Metrics;
}

/** Each counts one more call and throws {@link HttpProblem} 429 with `Retry-After` when it no longer fits. */
export interface Limits {
  countConversation(request: Request): void;
  countPost(request: Request, person: string): void;
}

const MINUTE_IN_MS = 60_000;

/** Creates the limits of one endpoint; all that is counted is forgotten with the minute. */
export function createLimits(options: LimitOptions): Limits {
  const { now = Date.now, proxyHops = 0 } = options;
  const conversations = createRateLimit(options.conversationsPerMinute ?? 3000, { now });
  const posts = createRateLimit(options.postsPerMinute ?? 6000, { now });
  const messages = createRateLimit(options.messagesPerMinute ?? 120, { now });
  const addressOf = (request: Request) => addressBlock(clientAddress(request, { proxyHops }));
  const refuse = (message: string) => {
    options.metrics?.refused("rate");
    const seconds = Math.ceil((MINUTE_IN_MS - (now() % MINUTE_IN_MS)) / 1000);
    throw new HttpProblem(429, {
      code: "TooManyRequests",
      message,
      headers: { "retry-after": String(seconds) },
    });
  };
  return {
    countConversation(request) {
      if (conversations(addressOf(request))) return;
      refuse("Too many conversations began at this address: try again in a minute");
    },
    countPost(request, person) {
      if (!posts(addressOf(request))) {
        refuse("Too many messages came from this address: try again in a minute");
      }
      if (!messages(person)) refuse("Too many messages at once: try again in a minute");
    },
  };
}
