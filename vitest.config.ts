import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests that start processes, load them or watch their own: they get a worker of their own each. */
const ALONE = "test/{bench,e2e,faults,fuzz,replicas,soak}/**/*.test.ts";

export default defineConfig({
  test: {
    setupFiles: ["./test/support/setup-file.ts"],
    reporters: ["default", "./test/support/closing-line-reporter.ts"],
    // vitest leaves one core free; with two that would run file after file.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: "alone", include: [ALONE], ...patience() } },
      {
        extends: true,
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: [ALONE],
          // Modules, vocabulary and the index of the own knowledge are read once for a worker and not for each file.
          isolate: false,
          ...patience(),
        },
      },
    ],
  },
});

/** Milliseconds; the machine may be several times slower than the writer's. */
function patience() {
  return { testTimeout: 20_000, hookTimeout: 60_000 };
}
