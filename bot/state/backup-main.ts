import { parseArgs } from "node:util";
import { backupState } from "./backup-state.ts";
import { refuseSharedDatabase } from "./refuse-shared-database.ts";

/** `npm run backup -- [FILE]`: copies the state of a running or stopped bot into one file. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { state: { type: "string" }, force: { type: "boolean" } },
  });
  refuseSharedDatabase(
    { ...values, databaseUrl: process.env.DATABASE_URL },
    'pg_dump --format=custom --file=state.dump "$DATABASE_URL"',
  );
  const state = values.state ?? (process.env.STATE_FILE?.trim() || "data/state.sqlite");
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const target = positionals[0] ?? `data/backups/state-${stamp}.sqlite`;
  const { file, bytes } = await backupState({ state, target, isForced: values.force ?? false });
  process.stdout.write(`Backed up "${state}" into "${file}" (${bytes} bytes).\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
