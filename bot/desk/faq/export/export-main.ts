import { runExport } from "./run-export.ts";

/** `npm run faq:export`: writes the FAQ entries of the desk back to the knowledge files. */
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
