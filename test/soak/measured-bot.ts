import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
const START_PATIENCE_IN_MS = 60_000;
const SAMPLE_PATIENCE_IN_MS = 30_000;

/** What the bot is asked for. */
export interface AskedSample {
  /** Whether garbage is collected first, so that the heap is what is really held. */
  collects: boolean;
}

/** Memory and event loop of the bot at one moment. */
export interface ProcessSample {
  residentInMb: number;
  /** Heap and buffers right after a collection of garbage; absent where none was asked for. */
  heapInMb?: number;
  /** Delay of the event loop since the sample before, at the 99th percentile. */
  p99InMs: number;
  longestInMs: number;
  /** Time of processors that the process has used so far, in milliseconds. */
  cpuInMs: number;
}

/** The bot in a process of its own that tells its figures. */
export interface MeasuredBot {
  url: string;
  sample(asked: AskedSample): Promise<ProcessSample>;
  /** Lines that it logged at a level. */
  logged(level: "warn" | "error"): string[];
  /** Asks it to stop. @returns Its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the bot as `npm start` does, with what measures it loaded before.
 *
 * @param settings Settings; nothing but `PATH` and `HOME` is taken over from the caller's own.
 * @param preloads More files to load before the bot's own. @default none
 * @throws {Error} If it ends or stays silent, with what it wrote.
 */
export async function startMeasuredBot(
  settings: Record<string, string>,
  preloads: readonly string[] = [],
): Promise<MeasuredBot> {
  const { PATH = "", HOME = "" } = process.env;
  const imports = ["./bot/compile-cache.ts", "./test/soak/measure-preload.ts", ...preloads];
  const child = spawn(
    process.execPath,
    [
      "--max-semi-space-size=8",
      "--expose-gc",
      ...imports.flatMap((file) => ["--import", file]),
      "bot/main.ts",
    ],
    { cwd: ROOT, env: { PATH, HOME, ...settings }, stdio: ["ignore", "pipe", "pipe", "ipc"] },
  );
  const errors: string[] = [];
  child.stderr?.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = await readyUrl(child, errors);
  return {
    url,
    sample: (asked) => askSample(child, asked),
    logged: (level) =>
      errors
        .join("")
        .split("\n")
        .filter((line) => line.startsWith(`{"level":"${level}"`)),
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

async function askSample(child: ChildProcess, asked: AskedSample): Promise<ProcessSample> {
  const answered = once(child, "message", { signal: AbortSignal.timeout(SAMPLE_PATIENCE_IN_MS) });
  child.send(asked);
  const [sample] = await answered;
  return sample as ProcessSample;
}

function readyUrl(child: ChildProcess, errors: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      child.kill("SIGKILL");
      reject(new Error(`Cannot start the bot: it ${why}\n${errors.join("")}`));
    };
    const timer = setTimeout(() => fail("stayed silent"), START_PATIENCE_IN_MS);
    const onExit = () => fail("ended");
    child.once("exit", onExit);
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const url = /is ready: open (\S+)\/ in a browser/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      child.off("exit", onExit);
      resolve(url);
    });
  });
}
