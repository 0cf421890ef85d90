import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readCurrentVersion, readManifest } from "../../../indexer/manifest.ts";
import { type BenchFigure, round } from "../figure.ts";
import { forkOnce } from "../fork-once.ts";
import { changeKnowledge, generateKnowledge } from "./generate-knowledge.ts";
import type { BuiltReport, OpenedReport } from "./index-main.ts";

/** Figures of one size. */
export interface IndexFigures {
  passages: number;
  buildSeconds: number;
  /** Peak of the building process's resident memory. */
  buildPeakMb: number;
  /** Build after one file in a hundred has changed. */
  incrementalSeconds: number;
  openMs: number;
  rssMb: number;
  heapMb: number;
}

export interface IndexOptions {
  /** Folder in which knowledge and indexes are made; the indexes stay for the other sections. */
  folder: string;
  /** Passages of each collection, smallest first. @default {[1000, 10000, 100000]} */
  sizes?: readonly number[];
  /** Folder of the product's own knowledge. @default {"knowledge"} */
  knowledge?: string;
}

const CHANGED_SHARE = 0.01;
const MAIN = join(import.meta.dirname, "index-main.ts");

/** Folder of the index of a size, as {@link runIndex} leaves it. */
export function benchIndexFolder(folder: string, size: number): string {
  return join(folder, `index-${size}`);
}

/**
 * Builds real indexes of generated folders, changes one file in a hundred, builds again, and opens the index, each in a
 * process of its own.
 *
 * @throws {Error} When a build fails or names faults: then it is not the work of every day that was measured.
 */
export async function runIndex(options: IndexOptions): Promise<IndexFigures[]> {
  const { folder, sizes = [1000, 10_000, 100_000], knowledge = "knowledge" } = options;
  const figures: IndexFigures[] = [];
  for (const size of sizes) {
    const [source, index] = [join(folder, `knowledge-${size}`), benchIndexFolder(folder, size)];
    rmSync(source, { recursive: true, force: true });
    rmSync(index, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const generated = await generateKnowledge(source, { passages: size, knowledge });
    const built = await build(source, index);
    changeKnowledge(source, generated, CHANGED_SHARE);
    const rebuilt = await build(source, index);
    const opened = await open(index);
    rmSync(source, { recursive: true, force: true });
    figures.push({
      passages: built.passages,
      buildSeconds: built.seconds,
      buildPeakMb: built.peakMb,
      incrementalSeconds: rebuilt.seconds,
      ...opened,
    });
  }
  return figures;
}

/** Builds the index of a size where there is none that this code reads, for a section that runs alone. */
export async function ensureIndex(options: IndexOptions & { size: number }): Promise<string> {
  const { folder, size, knowledge = "knowledge" } = options;
  const index = benchIndexFolder(folder, size);
  if (await isReadable(index)) return index;
  rmSync(index, { recursive: true, force: true });
  const source = join(folder, `knowledge-${size}`);
  await generateKnowledge(source, { passages: size, knowledge });
  await build(source, index);
  rmSync(source, { recursive: true, force: true });
  return index;
}

/** An index of an older form would have to be built anew. */
async function isReadable(index: string): Promise<boolean> {
  try {
    const version = await readCurrentVersion(index);
    if (version === undefined) return false;
    await readManifest(index, version);
    return true;
  } catch {
    return false;
  }
}

/** What grows tenfold may take tenfold and half as much again, for memory that no longer fits into caches. */
const MOST_GROWTH = 15;

/** The figures as lines, with their growth from size to size. */
export function indexFigures(measured: readonly IndexFigures[]): BenchFigure[] {
  return measured.flatMap((one, at) => {
    const before = measured[at - 1];
    const line = (name: string, key: keyof IndexFigures, unit: string): BenchFigure[] => {
      const told: BenchFigure = {
        section: "index",
        name: `${one.passages} passages: ${name}`,
        value: one[key],
        unit,
      };
      if (before === undefined) return [told];
      // As if there were exactly ten times as many.
      const times = one.passages / before.passages;
      const growth = (one[key] / before[key]) ** (1 / Math.log10(times));
      return [
        told,
        {
          section: "index",
          name: `${one.passages} passages: ${name}, growth per 10×`,
          value: round(growth),
          unit: "×",
          target: { most: MOST_GROWTH },
        },
      ];
    };
    return [
      ...line("build", "buildSeconds", "s"),
      ...line("build after 1 % of the files changed", "incrementalSeconds", "s"),
      ...line("peak memory of the build", "buildPeakMb", "MB"),
      ...line("opening", "openMs", "ms"),
      ...line("memory of the opened index", "rssMb", "MB"),
      ...line("of it on the heap", "heapMb", "MB"),
    ];
  });
}

async function build(source: string, index: string): Promise<BuiltReport> {
  const report = await forkOnce<BuiltReport>(MAIN, { arguments: ["build", source, index] });
  if (report.faults === 0) return report;
  throw new Error(`Cannot measure the build of "${source}": it names ${report.faults} faults`);
}

function open(index: string): Promise<OpenedReport> {
  return forkOnce<OpenedReport>(MAIN, { arguments: ["open", index], execArgv: ["--expose-gc"] });
}
