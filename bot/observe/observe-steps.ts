import { runInLogContext } from "./log-context.ts";
import type { Metrics } from "./metrics.ts";
import type { Step, StepObserver } from "./step.ts";
import type { OpenSpan, Traces } from "./traces.ts";

/**
 * Creates what times the steps of turns for metrics, and for traces where they are made.
 *
 * @param options.span The span that the steps are part of. @default none: steps make no spans
 */
export function observeSteps(options: { metrics: Metrics; traces?: Traces; span?: OpenSpan }): StepObserver {
  const { metrics, traces, span: parent } = options;
  return {
    note: (facts) => parent?.add(facts),
    step<Result>(step: Step, work: () => Result): Result {
      const started = performance.now();
      const span = traces?.begin(step, parent && { parent });
      const end = (error?: unknown) => {
        metrics.step(step, (performance.now() - started) / 1000);
        span?.end({ error });
      };
      const inner = span && { observer: observeSteps({ ...options, span }) };
      try {
        const result = inner === undefined ? work() : runInLogContext(inner, work);
        if (!(result instanceof Promise)) {
          end();
          return result;
        }
        return result.then(
          (value) => {
            end();
            return value;
          },
          (error) => {
            end(error);
            throw error;
          },
        ) as Result;
      } catch (error) {
        end(error);
        throw error;
      }
    },
  };
}
