import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
/** Idle it takes one or two seconds; beside other tests many times that. */
const START_PATIENCE_IN_MS = 60_000;

/** The bot as `npm start` runs it, in a process of its own. */
export interface BotProcess {
  url: string;
  /** Milliseconds from the spawn of the process to its line that it is ready. */
  startInMs: number;
  /** Everything the process has written so far. */
  output(): string;
  /** Memory the process holds, in MB; `undefined` where the system does not tell. */
  residentMegabytes(): Promise<number | undefined>;
  /** `undefined` while it runs. */
  exitCode(): number | null | undefined;
  /** Asks it to stop, as a service manager does, and waits until it has. */
  stop(): Promise<number | null>;
  /** Freezes it, as a machine does that swaps or is moved, until {@link BotProcess.thaw}. */
  freeze(): void;
  thaw(): void;
  /** Ends it in the middle of whatever it does, as a power cut or the system would. */
  kill(): Promise<void>;
}

/**
 * Starts the bot and waits until it serves.
 *
 * @param environment Settings; nothing but `PATH` and `HOME` is taken over from the test's own.
 * @throws {Error} If it ends or stays silent, with what it wrote.
 */
export async function startBot(environment: Record<string, string>): Promise<BotProcess> {
  const { PATH = "", HOME = "" } = process.env;
  const started = performance.now();
  // The options of "npm start" in package.json.
  const child = spawn(process.execPath, ["--max-semi-space-size=8", "bot/main.ts"], {
    cwd: ROOT,
    env: { PATH, HOME, ...environment },
  });
  const written: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = await readyLine(child, written);
  return {
    url,
    startInMs: performance.now() - started,
    output: () => written.join(""),
    residentMegabytes: () => residentMegabytes(child.pid ?? 0),
    exitCode: () => child.exitCode ?? undefined,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function readyLine(child: ChildProcess, written: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      child.kill("SIGKILL");
      reject(new Error(`Cannot start the bot: it ${why}\n${written.join("")}`));
    };
    const timer = setTimeout(() => fail("stayed silent"), START_PATIENCE_IN_MS);
    const onExit = () => fail("ended");
    child.once("exit", onExit);
    const read = (chunk: Buffer) => {
      written.push(chunk.toString());
      const url = /is ready: open (\S+)\/ in a browser/.exec(written.join(""))?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      child.off("exit", onExit);
      resolve(url);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
  });
}

async function residentMegabytes(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
