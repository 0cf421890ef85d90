import { describeError, type Log } from "../log.ts";
import { type EnsureWebChatOptions, ensureWebChat, type WebChatBundle } from "./fetch-web-chat.ts";

/** Pause before a failed fetch is tried again, in milliseconds. */
const RETRY_AFTER_IN_MS = 5 * 60_000;

/** Choices of {@link webChatInBackground}. */
export interface WebChatInBackgroundOptions extends EnsureWebChatOptions {
  log: Log;
  /** Pause before a failed fetch is tried again, in milliseconds. @default {300000} */
  retryAfterInMs?: number;
}

/**
 * Gets the Web Chat script without holding up the start of the server.
 *
 * A failure is logged with its reason and tried again later; until then the page says that the chat is not
 * available yet, and every other route works. The timer does not keep the process alive.
 *
 * @param options See {@link WebChatInBackgroundOptions}.
 * @returns A function for `mountPages` that gives the script, or `undefined` while it is not there.
 *
 * @example
 * ```ts
 * const webChat = webChatInBackground({ folder, environment, log });
 * mountPages(server, { webChat, retentionDays: 30, usesChatModel: false });
 * ```
 */
export function webChatInBackground(options: WebChatInBackgroundOptions): () => WebChatBundle | undefined {
  const retryAfterInMs = options.retryAfterInMs ?? RETRY_AFTER_IN_MS;
  let bundle: WebChatBundle | undefined;
  const load = async (): Promise<void> => {
    try {
      bundle = await ensureWebChat(options);
    } catch (error) {
      options.log.error("web-chat.unavailable", { ...describeError(error), retryAfterInMs });
      setTimeout(load, retryAfterInMs).unref();
    }
  };
  void load();
  return () => bundle;
}
