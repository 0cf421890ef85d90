import { expect, test } from "vitest";
import { QueueFullError, TurnQueue } from "../../../bot/channels/turn-queue.ts";

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test("run() keeps the work of one key in order and lets keys pass each other", async () => {
  const queue = new TurnQueue();
  const seen: string[] = [];
  const work = (name: string, ms: number) => async () => {
    seen.push(`${name} begins`);
    await pause(ms);
    seen.push(`${name} ends`);
  };
  await Promise.all([
    queue.run("a", work("a1", 40)),
    queue.run("a", work("a2", 1)),
    queue.run("b", work("b1", 5)),
  ]);
  expect(seen).toEqual(["a1 begins", "b1 begins", "b1 ends", "a1 ends", "a2 begins", "a2 ends"]);
});

test("run() goes on after work that failed", async () => {
  const queue = new TurnQueue();
  const failing = queue.run("a", () => Promise.reject(new RangeError("no")));
  const next = queue.run("a", async () => "fine");
  await expect(failing).rejects.toThrow(RangeError);
  expect(await next).toBe("fine");
});

test("run() refuses more work than may wait, then takes it again", async () => {
  const queue = new TurnQueue({ maxWaiting: 1 });
  const first = queue.run("a", () => pause(5));
  await expect(queue.run("a", () => pause(0))).rejects.toThrow(QueueFullError);
  await first;
  await queue.run("a", () => pause(0));
});

test("drain() waits for running work, but no longer than told", async () => {
  const queue = new TurnQueue();
  let isDone = false;
  void queue.run("a", async () => {
    await pause(20);
    isDone = true;
  });
  await queue.drain(1000);
  expect(isDone).toBe(true);
  void queue.run("a", () => pause(60_000));
  await queue.drain(5);
});
