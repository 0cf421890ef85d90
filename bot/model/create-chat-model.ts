import type { BotConfig } from "../config.ts";
import { Breaker } from "./breaker.ts";
import type { ChatClient } from "./chat-client.ts";
import { ModelFailure } from "./model-failure.ts";
import { ModelSession } from "./model-session.ts";
import { openChatClient } from "./open-chat-client.ts";
import { createTokenBudget, type TokenBudget } from "./token-budget.ts";

/** The chat model of the settings, as answering sees it. */
export interface ChatModel {
  /**
   * Begins the model's part of one answer.
   *
   * @throws {ModelFailure} While the model is left alone after failures, or the tokens of the day are used up.
   */
  begin(): Promise<ModelSession>;
  /** Told how a session went: what it took is spent, and failures in a row make the model rest. */
  end(session: ModelSession, failure?: ModelFailure): Promise<void>;
  /** Ends what is under way and begins nothing more: who waits gets the answer without the model. */
  close(): void;
}

/** What a test puts in the place of clock and budget. */
export interface ChatModelOptions {
  /** Milliseconds since 1970. @default {Date.now} */
  now?: () => number;
  /** @default one of this process, by the settings */
  budget?: TokenBudget;
}

/** Reasons that tell of the endpoint rather than of its words. */
const OF_ENDPOINT: ReadonlySet<string> = new Set([
  "timeout",
  "unreachable",
  "busy",
  "refused",
  "broken",
  "cut",
]);

/** Makes the chat model of the settings; nothing is loaded or asked before the first answer that needs it. */
export function createChatModel(
  config: NonNullable<BotConfig["chat"]>,
  options: ChatModelOptions = {},
): ChatModel {
  const breaker = new Breaker(options.now);
  const budget = options.budget ?? createTokenBudget(config.tokensPerDay, options.now);
  const stopping = new AbortController();
  let opened: Promise<ChatClient> | undefined;
  const client = () => {
    opened ??= openChatClient(config);
    return opened;
  };
  return {
    async begin() {
      if (breaker.isResting || stopping.signal.aborted) throw new ModelFailure("resting");
      if (!(await budget.hasRoom())) throw new ModelFailure("budget");
      return new ModelSession({
        client,
        timeoutInMs: config.timeoutInSeconds * 1000,
        stop: stopping.signal,
      });
    },
    async end({ figures }, failure) {
      if (failure === undefined) breaker.succeed();
      else if (OF_ENDPOINT.has(failure.reason)) breaker.fail(failure.retryAfterInMs);
      await budget.spend(figures);
    },
    close: () => stopping.abort(),
  };
}
