import { expect, test } from "vitest";
import { presentChannel, runChannel } from "./run-channel.ts";

test("runChannel() compares our Direct Line with the bare bot at each level", async () => {
  const figures = await runChannel({ levels: [1, 4], rounds: 1, roundInMs: 150 });
  expect(figures.map(({ conversations }) => conversations)).toEqual([1, 4]);
  for (const { ours, bare, ratio } of figures) {
    for (const { turnsPerSecond, p50Ms, p95Ms } of [ours, bare]) {
      expect(turnsPerSecond).toBeGreaterThan(10);
      expect(p50Ms).toBeGreaterThan(0);
      expect(p95Ms).toBeGreaterThanOrEqual(p50Ms);
    }
    expect(ratio).toBeCloseTo(ours.turnsPerSecond / bare.turnsPerSecond, 1);
  }
  expect(presentChannel(figures).split("\n")).toHaveLength(2);
});
