import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import type { StepObserver } from "./step.ts";

/** What is known of the work that runs just now, wherever in the code it runs. */
export interface LogContext {
  /** Id of the HTTP request, the caller's own or a new one. */
  request?: string;
  /** `Reply.turnId` of the turn. */
  turn?: string;
  /** Short hash of the conversation's key, see {@link hashConversation}. */
  conversation?: string;
  /** Tells what the person said, to keep it out of the log, see `createLog`. */
  words?: () => string;
  /** Takes the time of steps. @default nobody does */
  observer?: StepObserver;
}

const storage = new AsyncLocalStorage<LogContext>();

/**
 * Runs work, and all that it starts, in a context: every line it logs bears the ids.
 *
 * @param more Laid over the context that holds already.
 *
 * @example
 * ```ts
 * runInLogContext({ turn: "t1" }, () => log.info("turn.begun")); // {…,"event":"turn.begun","turn":"t1"}
 * ```
 */
export function runInLogContext<Result>(more: LogContext, work: () => Result): Result {
  return storage.run({ ...storage.getStore(), ...more }, work);
}

/** The context of the work that runs just now; empty where nothing set one. */
export function readLogContext(): LogContext {
  return storage.getStore() ?? NOTHING;
}

const NOTHING: LogContext = Object.freeze({});

/** Names a conversation in the log without naming its key, which opens things on some channels. */
export function hashConversation(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, 10);
}
