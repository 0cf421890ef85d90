import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { BuildIndexOptions, BuildIndexResult } from "../../indexer/index.ts";

/** Builds beside the bot, whose memory would otherwise keep the size that building needs. */
export async function buildInProcess(options: BuildIndexOptions): Promise<BuildIndexResult> {
  const child = fork(fileURLToPath(new URL("../build-index-child.ts", import.meta.url)), { execArgv: [] });
  const outcome = new Promise<{ result?: BuildIndexResult; fault?: string }>((resolve, reject) => {
    child.once("message", resolve);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Building the index ended with ${code ?? "a signal"}`)));
  });
  child.send(options);
  const { result, fault } = await outcome;
  if (result === undefined) throw new Error(fault);
  return result;
}
