import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ownIndexFolder } from "../support/own-index.ts";
import { runSoak, type SoakResult } from "./run-soak.ts";

/** `npm run soak`: uses the bot for some minutes as many people do at once, and tells what became of its memory. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "10" },
      conversations: { type: "string", default: "64" },
      think: { type: "string", default: "600" },
      json: { type: "boolean", default: false },
      preload: { type: "string", multiple: true, default: [] },
    },
  });
  const folder = await mkdtemp(join(tmpdir(), "sivuvirta-soak-"));
  try {
    const result = await runSoak({
      minutes: Number(values.minutes),
      conversations: Number(values.conversations),
      thinkInMs: Number(values.think),
      indexDir: await ownIndexFolder(),
      stateFile: join(folder, "state.sqlite"),
      preloads: values.preload,
      onSample: (line) => process.stderr.write(`${line}\n`),
    });
    process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : presentSoak(result));
    return result.faults.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function presentSoak(result: SoakResult): string {
  const { turnInMs, counts, faults, eventLoop } = result;
  const grows = ({ growth, standardError, firstInMb, lastInMb }: SoakResult["heap"]) =>
    `${growth.toFixed(3)} ± ${standardError.toFixed(3)} MB/min (${firstInMb.toFixed(0)} → ${lastInMb.toFixed(0)} MB)`;
  return [
    `${result.turns} turns in ${result.seconds.toFixed(0)} s, ${result.turnsPerSecond.toFixed(0)} a second`,
    `turn: p50 ${turnInMs.p50.toFixed(1)}, p95 ${turnInMs.p95.toFixed(1)}, p99 ${turnInMs.p99.toFixed(1)} ms`,
    `${counts.conversations} conversations, ${counts.reconnects} reconnects, ${counts.erasures} erasures, ${counts.ratings} ratings, ${counts.forms} forms`,
    `heap after collection: ${grows(result.heap)}`,
    `heap by turn: ${result.heapByTurn.growth.toFixed(2)} ± ${result.heapByTurn.standardError.toFixed(2)} KB`,
    `resident memory: ${grows(result.resident)}`,
    `event loop: p99 ${eventLoop.p99InMs.toFixed(1)} ms, longest ${eventLoop.longestInMs.toFixed(0)} ms; ${result.cpuInMsPerTurn.toFixed(1)} ms of processor time a turn`,
    `${faults.length} faults`,
    ...faults.slice(0, 20),
    "",
  ].join("\n");
}

process.exitCode = await main();
