import type { Piscina } from "piscina";
import type * as Tasks from "./tasks.ts";

/** A thread that has nothing to do ends after so long; its memory goes with it. */
const IDLE_IN_MS = 30_000;
/** More than so many wait only in an attack; the caller is told to come again. */
const MOST_WAITING = 100;

let pool: Promise<Piscina> | undefined;

/**
 * Does work that takes long in a thread of its own, so that nobody waits for it but who asked.
 *
 * The thread is started for the first piece of work. Pieces run one after another.
 *
 * @param name A function of `tasks.ts`.
 * @param input Its argument; copied to the thread.
 * @returns Its result.
 * @throws {Error} What the function threw, or that too much waits already.
 *
 * @example
 * ```ts
 * const png = await runInBackground("drawPicture", drawing);
 * ```
 */
export async function runInBackground<Name extends keyof typeof Tasks>(
  name: Name,
  input: Parameters<(typeof Tasks)[Name]>[0],
): Promise<Awaited<ReturnType<(typeof Tasks)[Name]>>> {
  pool ??= createPool();
  return (await pool).run(input, { name });
}

/** Ends the thread at once: whoever waited for a file has been sent away by then. The next piece of work starts another. */
export async function closeBackground(): Promise<void> {
  const ending = await pool;
  pool = undefined;
  await ending?.destroy();
}

/** The library is loaded for the first piece of work: a start should not pay for it. */
async function createPool(): Promise<Piscina> {
  const { Piscina } = await import("piscina");
  return new Piscina({
    filename: new URL("./tasks.ts", import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_IN_MS,
    maxQueue: MOST_WAITING,
    execArgv: [],
  });
}
