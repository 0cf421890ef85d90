import type { BotConfig } from "../config.ts";
import type { Readiness } from "./readiness.ts";

/**
 * Adds to a readiness whether Microsoft takes what the bot says. A bot that may not speak there is not ready, though it
 * answers in the web chat. Without an app registration nothing is said of it.
 *
 * @param options.problem Why the bot cannot speak; `undefined` while it can, as far as is known.
 */
export function withTeams(
  readiness: Readiness,
  options: { config: Pick<BotConfig, "hasTeams" | "microsoftApp">; problem: string | undefined },
): Readiness {
  const { config, problem } = options;
  if (!config.hasTeams || config.microsoftApp === undefined) return readiness;
  const checks = {
    ...readiness.checks,
    teams: problem === undefined ? ("ok" as const) : ("failed" as const),
  };
  if (problem === undefined || !readiness.ready) return { ...readiness, checks };
  return { ready: false, reason: problem, checks };
}
