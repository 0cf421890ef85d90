import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { watchBlocks } from "./block-watch.ts";

it("watchBlocks() tells how long the thread was kept, and forgets it with the phase", async () => {
  const endPhase = watchBlocks();
  await pause(10);
  const end = performance.now() + 80;
  while (performance.now() < end);
  await pause(10);
  const blocked = endPhase();
  expect(blocked.longestMs).toBeGreaterThan(70);
  expect(blocked.over50).toBeGreaterThan(0);
  expect(blocked.longestWorkMs).toBeLessThanOrEqual(blocked.longestMs + 10);
  await pause(10);
  expect(endPhase().longestMs).toBeLessThan(blocked.longestMs);
});
