import type { SpanFacts } from "./traces.ts";

/** A turn and the pieces of it whose time is told apart; a fixed list, for each is a label of the metrics. */
export const STEPS = [
  "turn",
  "understand",
  "retrieve",
  "skill",
  "model",
  "embed",
  "render",
  "database",
] as const;

export type Step = (typeof STEPS)[number];

/** Takes the time of steps. */
export interface StepObserver {
  /** Runs a step and notes how long it took, also when it fails. Returns or throws what `work` does. */
  step<Result>(step: Step, work: () => Result): Result;
  /** Adds facts to the span of the step that runs. */
  note(facts: SpanFacts): void;
}
