import { buildIndex, openIndex } from "../../../indexer/index.ts";

/** What the child tells of a build. */
export interface BuiltReport {
  seconds: number;
  passages: number;
  reused: number;
  faults: number;
  peakMb: number;
}

/** What the child tells of an index that it opened. */
export interface OpenedReport {
  openMs: number;
  /** Resident memory and heap that the index adds to a process that has loaded the code. */
  rssMb: number;
  heapMb: number;
}

const MEGABYTE = 2 ** 20;

async function build(knowledgeFolder: string, indexFolder: string): Promise<BuiltReport> {
  const { seconds, manifest, reused, faults } = await buildIndex({ knowledgeFolder, indexFolder });
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return { seconds, passages: manifest.passages, reused, faults: faults.length, peakMb };
}

async function open(indexFolder: string): Promise<OpenedReport> {
  const before = settledMemory();
  const started = performance.now();
  const index = await openIndex(indexFolder);
  const openMs = performance.now() - started;
  const after = settledMemory();
  // Used once more, so that it is still there when memory is looked at.
  if (index.passages.length === 0) throw new Error(`Cannot measure "${indexFolder}": it holds no passages`);
  return {
    openMs,
    rssMb: (after.rss - before.rss) / MEGABYTE,
    heapMb: (after.heapUsed - before.heapUsed) / MEGABYTE,
  };
}

function settledMemory(): NodeJS.MemoryUsage {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('Cannot measure memory: start Node with "--expose-gc"');
  gc();
  gc();
  return process.memoryUsage();
}

/** One piece of work on an index in a process of its own: `index-main.ts build KNOWLEDGE INDEX` or `open INDEX`. */
async function main(): Promise<void> {
  const [work, first = "", second = ""] = process.argv.slice(2);
  process.send?.(work === "build" ? await build(first, second) : await open(first));
  process.disconnect?.();
}

await main();
