import { existsSync } from "node:fs";
import type { Database } from "../state/database/database.ts";
import { openStateDatabase } from "../state/database/open-state-database.ts";

/** Where the state lies for a command that works on it beside the bot. */
export interface StatePlace {
  /** File that the words of the command name; it goes before all else. */
  named: string | undefined;
  /** Address of the Postgres that the settings name. */
  databaseUrl: string | undefined;
  /** File where nothing else is named. */
  defaultState: string;
}

/**
 * Opens the state that is there already, also while the bot runs.
 *
 * @param options.action What the command does, for the error: `export the FAQ`.
 * @throws {Error} When the file is not there, or the database cannot be opened.
 */
export async function openDeskState(
  { named, databaseUrl, defaultState }: StatePlace,
  { action }: { action: string },
): Promise<Database> {
  const stateFile = named ?? defaultState;
  if (named === undefined && databaseUrl !== undefined) {
    return openStateDatabase({ stateFile, databaseUrl, databaseConnections: 2 });
  }
  if (!existsSync(stateFile)) {
    throw new Error(`Cannot ${action}: there is no state in "${stateFile}": name the file with --state`);
  }
  return openStateDatabase({ stateFile });
}
