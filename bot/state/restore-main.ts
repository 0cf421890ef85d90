import { parseArgs } from "node:util";
import { restoreState } from "./backup-state.ts";
import { refuseSharedDatabase } from "./refuse-shared-database.ts";

/** `npm run restore -- FILE`: puts a backup in the place of the state of a running or stopped bot. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { state: { type: "string" } },
  });
  refuseSharedDatabase(
    { ...values, databaseUrl: process.env.DATABASE_URL },
    'pg_restore --clean --if-exists --dbname="$DATABASE_URL" state.dump, while no process of the bot runs',
  );
  const [backup] = positionals;
  if (backup === undefined) throw new Error("Cannot restore: name the file of a backup");
  const state = values.state ?? (process.env.STATE_FILE?.trim() || "data/state.sqlite");
  const { kept } = await restoreState({ backup, state });
  process.stdout.write(`Restored "${state}" from "${backup}".\n`);
  if (kept !== undefined) process.stdout.write(`The state as it was is in "${kept}".\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
