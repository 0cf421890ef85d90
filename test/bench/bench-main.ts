import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { type BenchFigure, isMet, presentFigures, SECTIONS } from "./figure.ts";
import { RUNS, type SectionOptions } from "./run-sections.ts";

const HELP = `npm run bench [-- --channel --index --retrieval --scale --blocks] [options]

Measures all parts, or the ones named, prints a table and writes the figures to a file.
  --out FILE        where the figures go as JSON (data/bench.json)
  --json            prints the JSON instead of the table
  --index DIR       index of the product's knowledge (one is built)
  --corpus DIR      corpus.jsonl, queries.jsonl and qrels.tsv to compare retrieval on
  --echo            channel: an echo in our channel instead of the whole bot
  --streams N       rows of the tables (100000)
  --companies N     (20000)`;

/** `npm run bench`: see `test/bench/README.md`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    args: withIndexBuild(process.argv.slice(2)),
    options: {
      channel: { type: "boolean", default: false },
      retrieval: { type: "boolean", default: false },
      "index-build": { type: "boolean", default: false },
      scale: { type: "boolean", default: false },
      blocks: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      echo: { type: "boolean", default: false },
      out: { type: "string", default: "data/bench.json" },
      index: { type: "string" },
      corpus: { type: "string" },
      streams: { type: "string", default: "100000" },
      companies: { type: "string", default: "20000" },
    },
  });
  if (values.help) return console.log(HELP);
  const isWanted = { ...values, index: values["index-build"] };
  const named = SECTIONS.filter((section) => isWanted[section]);
  const options: SectionOptions = {
    folder: "data/bench-cache",
    kind: values.echo ? "echo" : "whole",
    streams: Number(values.streams),
    companies: Number(values.companies),
    ...(values.index !== undefined && { index: values.index }),
    ...(values.corpus !== undefined && { corpus: values.corpus }),
  };
  mkdirSync(dirname(values.out), { recursive: true });
  // Written after each part, so that a later one that fails takes nothing along.
  const keep = (report: Report) => writeFileSync(values.out, `${JSON.stringify(report, undefined, 1)}\n`);
  const report = await measure(named.length === 0 ? SECTIONS : named, { ...options, keep });
  if (values.json) console.log(JSON.stringify(report));
  else present(report, values.out);
}

/** What is written. */
interface Report {
  measuredAt: string;
  node: string;
  /** What each part took. */
  seconds: Record<string, number>;
  figures: BenchFigure[];
}

/** "--index DIR" names an index, "--index" alone the part that builds some. */
function withIndexBuild(all: readonly string[]): string[] {
  return all.map((one, at) => {
    const hasValue = all[at + 1]?.startsWith("--") === false;
    return one === "--index" && !hasValue ? "--index-build" : one;
  });
}

async function measure(
  sections: readonly (typeof SECTIONS)[number][],
  options: SectionOptions & { keep: (report: Report) => void },
): Promise<Report> {
  const measuredAt = new Date().toISOString();
  const report: Report = { measuredAt, node: process.version, seconds: {}, figures: [] };
  for (const section of sections) {
    process.stderr.write(`Measuring: ${section} …\n`);
    const started = performance.now();
    report.figures.push(...(await RUNS[section](options)));
    report.seconds[section] = Math.round((performance.now() - started) / 100) / 10;
    options.keep(report);
  }
  return report;
}

function present({ figures, seconds }: Report, out: string): void {
  const missed = figures.filter((figure) => isMet(figure) === false).length;
  const kept = figures.filter((figure) => isMet(figure) === true).length;
  const total = Object.values(seconds).reduce((sum, one) => sum + one, 0);
  console.log(presentFigures(figures));
  console.log(
    `\n${kept} of ${kept + missed} targets met, in ${Math.round(total)} s; all figures are in ${out}.`,
  );
}

await main();
