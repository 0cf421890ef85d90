import { runExport } from "./run-export.ts";

/** `npm run offers:export`: writes the side streams that members published to the knowledge folder. */
try {
  process.exitCode = await runExport(process.argv.slice(2), {
    write: (line) => process.stdout.write(`${line}\n`),
    databaseUrl: process.env.DATABASE_URL || undefined,
    defaultState: process.env.STATE_FILE || "data/state.sqlite",
    defaultKnowledge: process.env.KNOWLEDGE_DIR || "knowledge",
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
