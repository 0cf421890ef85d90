import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { waitFor } from "../support/application.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** What became of a process. */
export interface EndedProcess {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** All that it wrote, to both outputs. */
  output: string;
}

/** A process of the product that runs. */
export interface RunningProcess {
  child: ChildProcess;
  output(): string;
  /** Waits until it has written what fits. */
  wrote(pattern: RegExp): Promise<unknown>;
  ended: Promise<EndedProcess>;
}

/** How a process is run. */
export interface RunOptions {
  /** Settings; nothing but `PATH` and `HOME` is taken over from the test's own. */
  settings?: Record<string, string>;
  /** Words of `ulimit`, such as `-f 100` for files of at most 100 blocks. @default no limit */
  limit?: string;
}

const PATIENCE_IN_MS = 40_000;

/**
 * Runs a file of the product by Node.
 *
 * @param words The file, and its arguments.
 */
export function run(words: readonly string[], { settings = {}, limit }: RunOptions = {}): RunningProcess {
  const { PATH = "", HOME = "" } = process.env;
  const command = limit === undefined ? [] : ["sh", "-c", `ulimit ${limit} && exec "$@"`, "sh"];
  const [first = process.execPath, ...rest] = [...command, process.execPath, ...words];
  const child = spawn(first, rest, { cwd: ROOT, env: { PATH, HOME, ...settings } });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      written += chunk.toString();
    });
  }
  const ended = new Promise<EndedProcess>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, output: written }));
  });
  return {
    child,
    output: () => written,
    wrote: (pattern) => waitFor(() => pattern.test(written), PATIENCE_IN_MS),
    ended,
  };
}

/** Lines of output that are no log lines: what a person at the terminal reads. */
export function plainLines(output: string): string[] {
  return output.split("\n").filter((line) => line !== "" && !line.startsWith("{"));
}

/** Words that only a stack, or an error nobody put into words, would have. */
export const STACK = /^\s+at |node:internal|Node\.js v\d/m;
