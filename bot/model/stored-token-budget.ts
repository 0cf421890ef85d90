import type { Database } from "../state/database/database.ts";
import { prepareAll } from "../state/database/prepare-all.ts";
import type { TokenBudget } from "./token-budget.ts";

const STATEMENTS = {
  read: "select tokens from model_usage where day = ?",
  add: `insert into model_usage (day, tokens) values (?, ?)
    on conflict (day) do update set tokens = model_usage.tokens + excluded.tokens`,
} as const;

/**
 * A budget by UTC day that lies in the database of the state: all processes share it, and a restart does not begin it
 * anew. Answers that are under way when it runs out are written to their end.
 *
 * @param options.tokensPerDay 0 for no limit; then nothing is read or written.
 * @param options.now Milliseconds since 1970. @default {Date.now}
 */
export function createStoredTokenBudget(
  database: Database,
  options: { tokensPerDay: number; now?: () => number },
): TokenBudget {
  const { tokensPerDay, now = Date.now } = options;
  const statements = prepareAll(database, STATEMENTS);
  const today = () => new Date(now()).toISOString().slice(0, 10);
  return {
    async hasRoom() {
      if (tokensPerDay === 0) return true;
      const row = await statements.read.get(today());
      return Number(row?.tokens ?? 0) < tokensPerDay;
    },
    async spend({ input, output }) {
      if (tokensPerDay > 0 && input + output > 0) await statements.add.run(today(), input + output);
    },
  };
}
