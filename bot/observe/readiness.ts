import { describeError, type Log } from "../log.ts";

/** What a part of the bot is found to be; `degraded` parts are missed, but the bot answers without them. */
export type CheckState = "ok" | "degraded" | "failed";

/** Whether the bot can answer, and why not. Shown to whoever asks: no secrets, no paths. */
export interface Readiness {
  ready: boolean;
  /** In words, where it is not ready. */
  reason?: string;
  /** Each part by name. */
  checks?: Record<string, CheckState>;
}

/** Proves one part of the bot. */
export interface Check {
  /** Resolves when the part works; whatever it throws is logged, never shown. */
  prove: () => Promise<void> | void;
  /** Said when it fails; written for whoever runs the bot. */
  reason: string;
  /** The bot answers without this part. @default {false} */
  isDispensable?: boolean;
  /** Time for which an outcome is believed, in milliseconds. @default {3000} */
  lifeInMs?: number;
}

/** Options of {@link createReadiness}. */
export interface ReadinessOptions {
  /** Parts by the name under which they are told. */
  checks: Record<string, Check>;
  log: Log;
  /** Longest time for one check, in milliseconds. @default {2000} */
  limitInMs?: number;
  /** Clock, in milliseconds since any moment. @default {performance.now} */
  now?: () => number;
}

const LIFE_IN_MS = 3000;

/**
 * Creates what answers `/readyz`: runs the checks, each at most once in its life, so that asking often costs nothing and
 * cannot load what is checked.
 *
 * @example
 * ```ts
 * const isReady = createReadiness({ checks: { state: { prove: () => state.check(), reason: "…" } }, log });
 * await isReady(); // { ready: true, checks: { state: "ok" } }
 * ```
 */
export function createReadiness(options: ReadinessOptions): () => Promise<Readiness> {
  const proofs = Object.entries(options.checks).map(([name, check]) => ({
    name,
    check,
    prove: remember(name, { ...options, check }),
  }));
  return async () => {
    const outcomes = await Promise.all(
      proofs.map(async ({ name, check, prove }) => ({ name, check, isWell: await prove() })),
    );
    const checks = Object.fromEntries(
      outcomes.map(({ name, check, isWell }) => [name, stateOf(check, isWell)] as const),
    );
    const missing = outcomes.find(({ check, isWell }) => !isWell && check.isDispensable !== true);
    return missing === undefined
      ? { ready: true, checks }
      : { ready: false, reason: missing.check.reason, checks };
  };
}

function stateOf({ isDispensable }: Check, isWell: boolean): CheckState {
  if (isWell) return "ok";
  return isDispensable === true ? "degraded" : "failed";
}

/** Runs a check when its last outcome is too old; who asks meanwhile waits for the same one. */
function remember(name: string, options: ReadinessOptions & { check: Check }): () => Promise<boolean> {
  const { check, log, limitInMs = 2000, now = () => performance.now() } = options;
  const { lifeInMs = LIFE_IN_MS } = check;
  let running: Promise<boolean> | undefined;
  let last: { isWell: boolean; at: number } | undefined;
  const run = async (): Promise<boolean> => {
    try {
      await within(limitInMs, async () => check.prove());
      last = { isWell: true, at: now() };
    } catch (error) {
      if (last?.isWell !== false) log.warn("check.failed", { check: name, ...describeError(error) });
      last = { isWell: false, at: now() };
    }
    running = undefined;
    return last.isWell;
  };
  return async () => {
    if (last !== undefined && now() - last.at < lifeInMs) return last.isWell;
    running ??= run();
    return running;
  };
}

/** @throws {Error} When the work takes longer, or what it throws. */
async function within(limitInMs: number, work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The check took more than ${limitInMs} ms`)), limitInMs);
  });
  const done = work();
  done.catch(() => undefined);
  return Promise.race([done, limit]).finally(() => clearTimeout(timer));
}
