import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownIndexFolder } from "../../support/own-index.ts";
import { runStreams } from "./run-streams.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

describe("runStreams()", () => {
  it("finds every question understood answered with the rows and sums of SQL, and 95 of 100 understood", async () => {
    const report = await runStreams({
      file: join(ROOT, "test", "quality", "streams.jsonl"),
      index: await ownIndexFolder(),
      isJson: true,
      isVerbose: true,
    });
    const { streams, failures } = JSON.parse(report);
    const told = JSON.stringify(failures, null, 1);
    expect(streams.questions).toBeGreaterThanOrEqual(60);
    expect(streams.right, told).toBe(1);
    expect(streams.wronglyAnswered, told).toBe(0);
    expect(streams.understood, told).toBeGreaterThanOrEqual(0.95);
  }, 60_000);
});
