import { expect, test } from "vitest";
import { presentFigures } from "../figure.ts";
import { readBenchQuestions } from "./read-bench-questions.ts";
import { channelFigures, runChannel } from "./run-channel.ts";

test("runChannel() compares our Direct Line with the bare bot at each level", async () => {
  const figures = await runChannel({ kind: "echo", levels: [1, 4], rounds: 1, roundInMs: 150 });
  expect(figures.map(({ conversations }) => conversations)).toEqual([1, 4]);
  for (const { ours, bare, ratio, addedP50Ms } of figures) {
    for (const { turnsPerSecond, p50Ms, p95Ms } of [ours, bare]) {
      expect(turnsPerSecond).toBeGreaterThan(5);
      expect(p50Ms).toBeGreaterThan(0);
      expect(p95Ms).toBeGreaterThanOrEqual(p50Ms);
    }
    expect(ratio).toBeCloseTo(ours.turnsPerSecond / bare.turnsPerSecond, 1);
    expect(addedP50Ms).toBeCloseTo(ours.p50Ms - bare.p50Ms, 1);
  }
  expect(presentFigures(channelFigures(figures))).toContain("1 conversation: added p50");
});

test("readBenchQuestions() gives each question that has an answer once, in three languages", () => {
  const questions = readBenchQuestions();
  expect(questions.length).toBeGreaterThan(400);
  expect(new Set(questions.map(({ text }) => text)).size).toBeGreaterThan(questions.length * 0.98);
  expect(new Set(questions.slice(0, 20).map(({ language }) => language))).toEqual(
    new Set(["fi", "sv", "en"]),
  );
});
