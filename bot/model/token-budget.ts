import type { ChatUsage } from "./chat-client.ts";

/** How many tokens may still be used today. */
export interface TokenBudget {
  /** Asked once before an answer. */
  hasRoom(): Promise<boolean>;
  /** Told once after an answer, also after one that failed, what it took. */
  spend(usage: ChatUsage): Promise<void>;
}

/**
 * A budget by UTC day that starts anew with the process, for the command line, which has no state.
 *
 * @param tokensPerDay 0 for no limit.
 * @param now Milliseconds since 1970. @default {Date.now}
 */
export function createTokenBudget(tokensPerDay: number, now: () => number = Date.now): TokenBudget {
  let day = "";
  let spent = 0;
  const turnPage = () => {
    const today = new Date(now()).toISOString().slice(0, 10);
    if (today !== day) spent = 0;
    day = today;
  };
  return {
    async hasRoom() {
      turnPage();
      return tokensPerDay === 0 || spent < tokensPerDay;
    },
    async spend({ input, output }) {
      turnPage();
      spent += input + output;
    },
  };
}

const CHARS_PER_TOKEN = 3;

/** What a call has cost about, where the endpoint does not tell; Finnish takes more tokens than English. */
export function estimateUsage(input: string, output: string): ChatUsage {
  return {
    input: Math.ceil(input.length / CHARS_PER_TOKEN),
    output: Math.ceil(output.length / CHARS_PER_TOKEN),
  };
}
