import { presentFault } from "../knowledge/fault.ts";
import { buildIndex } from "./build-index.ts";
import { type IndexConfig, parseIndexConfig } from "./config.ts";
import { parseEmbeddingSettings } from "./embedding-settings.ts";
import { IndexError } from "./errors.ts";
import { loadPostgresIndex } from "./postgres/load-postgres-index.ts";
import { presentCost } from "./present-cost.ts";
import { createProgress } from "./present-progress.ts";

/** `npm run index`: builds an index of a folder and says in one line what came of it, in another what a model cost. */
async function main(): Promise<number> {
  const config = parseIndexConfig(process.argv.slice(2), { knowledge: "knowledge", out: "data/index" });
  const embedding = parseEmbeddingSettings(process.env);
  const result = await buildIndex({ ...config, embedding, onProgress: createProgress(process.stderr) });
  for (const fault of result.faults) process.stderr.write(`${presentFault(fault)}\n`);
  const files = Object.keys(result.manifest.files).length;
  const counts = `${files} files, ${result.manifest.passages} passages (${result.reused} unchanged)`;
  const outcome = result.isNew ? `Indexed ${counts}` : `Unchanged: ${counts}`;
  const faults = result.faults.length === 0 ? "no faults" : `${result.faults.length} faults, named above`;
  process.stdout.write(
    `${outcome} into ${config.indexFolder}, ${faults}, in ${result.seconds.toFixed(2)} s\n`,
  );
  const { cost, manifest } = result;
  if (cost !== undefined && manifest.model !== undefined) {
    process.stdout.write(`${presentCost(manifest.model, cost)}\n`);
  }
  await publish(config, process.env.DATABASE_URL?.trim());
  return result.faults.length === 0 ? 0 : 1;
}

/** Takes the index into the database that the replicas of the bot share, where one is set. */
async function publish(
  { indexFolder: folder, isForced }: IndexConfig,
  databaseUrl: string | undefined,
): Promise<void> {
  if (!databaseUrl) return;
  const { default: pg } = await import("pg");
  const { publishIndex } = await loadPostgresIndex();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  // What breaks while nothing is asked shows itself when the next thing is.
  pool.on("error", () => {});
  try {
    const { passages, rows, isNew, seconds } = await publishIndex({ folder, pool, isForced });
    const sent = `${passages.sent} of ${passages.all} passages and ${rows.sent} of ${rows.all} rows sent`;
    process.stdout.write(
      isNew
        ? `Taken into the database: ${sent}, in ${seconds.toFixed(2)} s\n`
        : "The database has this index already\n",
    );
  } catch (error) {
    // The bot then reads the folder, and says so too.
    if (!(error instanceof IndexError) || error.code !== "missing") throw error;
    process.stderr.write(`Not taken into the database: ${error.message}\n`);
  } finally {
    await pool.end();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
