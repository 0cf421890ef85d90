import type { Request } from "restify";
import { HttpProblem } from "../http.ts";
import { clientAddress } from "./client-address.ts";
import { createRateLimit } from "./rate-limit.ts";

/** How much is taken; every number is per minute of the clock and at least 1, `Infinity` for no limit. */
export interface LimitOptions {
  /** Tokens for new conversations per network address. @default {3000} */
  conversationsPerMinute?: number;
  /** Activities per network address; many people may share one. @default {6000} */
  postsPerMinute?: number;
  /** Activities per conversation; far more than a person types. @default {120} */
  messagesPerMinute?: number;
  /** Proxies in front of the server that each add an address to `X-Forwarded-For`. @default {0} */
  proxyHops?: number;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: () => number;
}

/** Each counts one more call and throws {@link HttpProblem} 429 with `Retry-After` when it no longer fits. */
export interface Limits {
  countConversation(request: Request): void;
  countPost(request: Request, conversationId: string): void;
}

const MINUTE_IN_MS = 60_000;

/** Creates the limits of one endpoint; all that is counted is forgotten with the minute. */
export function createLimits(options: LimitOptions): Limits {
  const { now = Date.now, proxyHops = 0 } = options;
  const conversations = createRateLimit(options.conversationsPerMinute ?? 3000, { now });
  const posts = createRateLimit(options.postsPerMinute ?? 6000, { now });
  const messages = createRateLimit(options.messagesPerMinute ?? 120, { now });
  const refuse = (message: string) => {
    const seconds = Math.ceil((MINUTE_IN_MS - (now() % MINUTE_IN_MS)) / 1000);
    throw new HttpProblem(429, {
      code: "TooManyRequests",
      message,
      headers: { "retry-after": String(seconds) },
    });
  };
  return {
    countConversation(request) {
      if (conversations(clientAddress(request, { proxyHops }))) return;
      refuse("Too many conversations began at this address: try again in a minute");
    },
    countPost(request, conversationId) {
      if (!posts(clientAddress(request, { proxyHops }))) {
        refuse("Too many messages came from this address: try again in a minute");
      }
      if (!messages(conversationId)) refuse("Too many messages in this conversation: try again in a minute");
    },
  };
}
