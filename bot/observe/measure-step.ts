import { readLogContext } from "./log-context.ts";
import type { Step } from "./step.ts";

/**
 * Runs a step of a turn so that metrics and traces tell its time. Without metrics and traces it only runs it.
 *
 * @example
 * ```ts
 * const passages = await measureStep("retrieve", () => retriever.retrieve(question, options));
 * ```
 */
export function measureStep<Result>(step: Step, work: () => Result): Result {
  const { observer } = readLogContext();
  return observer === undefined ? work() : observer.step(step, work);
}
