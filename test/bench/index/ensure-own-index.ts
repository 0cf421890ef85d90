import { join } from "node:path";
import { forkOnce } from "../fork-once.ts";

const MAIN = join(import.meta.dirname, "index-main.ts");

/**
 * Brings an index of the product's own knowledge up to date, so that the bench measures this code and this knowledge
 * whatever stands in `data/index`.
 *
 * @returns Its folder.
 */
export async function ensureOwnIndex(folder: string, knowledge = "knowledge"): Promise<string> {
  await forkOnce(MAIN, { arguments: ["build", knowledge, folder] });
  return folder;
}
