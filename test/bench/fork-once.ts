import { fork } from "node:child_process";

/**
 * Does a piece of work in a process of its own, so that neither the memory nor the compiled code of other work helps or
 * hurts it.
 *
 * @param script File that sends one message and then ends.
 * @param options.execArgv Options of Node.
 * @returns The message.
 * @throws {Error} When the process ends without one; what it said stands in the message.
 */
export async function forkOnce<Report>(
  script: string,
  options: { arguments: readonly string[]; execArgv?: readonly string[] },
): Promise<Report> {
  const child = fork(script, options.arguments, {
    execArgv: [...(options.execArgv ?? [])],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    said = (said + chunk).slice(-2000);
  });
  return new Promise<Report>((resolve, reject) => {
    child.once("message", (report) => resolve(report as Report));
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`Cannot measure: "${script}" ended with ${code ?? "a signal"}: ${said.trim()}`)),
    );
  });
}
