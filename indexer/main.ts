import { presentFault } from "../knowledge/fault.ts";
import { buildIndex } from "./build-index.ts";
import { parseIndexConfig } from "./config.ts";
import { createProgress } from "./present-progress.ts";

/** `npm run index`: builds an index of a folder and says in one line what came of it. */
async function main(): Promise<number> {
  const config = parseIndexConfig(process.argv.slice(2), { knowledge: "knowledge", out: "data/index" });
  const result = await buildIndex({ ...config, onProgress: createProgress(process.stderr) });
  for (const fault of result.faults) process.stderr.write(`${presentFault(fault)}\n`);
  const files = Object.keys(result.manifest.files).length;
  const counts = `${files} files, ${result.manifest.passages} passages (${result.reused} unchanged)`;
  const outcome = result.isNew ? `Indexed ${counts}` : `Unchanged: ${counts}`;
  const faults = result.faults.length === 0 ? "no faults" : `${result.faults.length} faults, named above`;
  process.stdout.write(
    `${outcome} into ${config.indexFolder}, ${faults}, in ${result.seconds.toFixed(2)} s\n`,
  );
  return result.faults.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
