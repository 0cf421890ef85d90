import { monitorEventLoopDelay } from "node:perf_hooks";
import type { AskedSample, ProcessSample } from "./measured-bot.ts";

/* Loaded into the bot before its own files, with `--expose-gc`: tells its memory and its event loop when asked. */

/** The histogram counts its own pause between looks too, in milliseconds. */
const RESOLUTION_IN_MS = 10;
const NANOSECONDS = 1e6;
const MEGABYTE = 2 ** 20;

const delays = monitorEventLoopDelay({ resolution: RESOLUTION_IN_MS });
delays.enable();

process.on("message", ({ collects }: AskedSample) => {
  const over = (nanoseconds: number) => Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_IN_MS);
  const loop = { p99InMs: over(delays.percentile(99)), longestInMs: over(delays.max) };
  // What asking costs is none of what is measured.
  delays.disable();
  if (collects) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  const sample: ProcessSample = {
    residentInMb: rss / MEGABYTE,
    ...(collects && { heapInMb: (heapUsed + external) / MEGABYTE }),
    ...loop,
    cpuInMs: (user + system) / 1000,
  };
  process.send?.(sample);
  delays.reset();
  delays.enable();
});
// To be asked keeps nobody from ending.
process.channel?.unref();
