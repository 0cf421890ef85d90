import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", "./test/support/closing-line-reporter.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // vitest leaves one core free; with two that would run file after file.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
