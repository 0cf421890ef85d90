import { openDatabase } from "../../bot/state/open-database.ts";

/* Opens states as a user whom the system does not let write everywhere, and tells in a line what came of each. */

/** Whom systems call "nobody"; root gives up its rights only when everything is loaded. */
const NOBODY = 65_534;

if (process.getuid?.() === 0) process.seteuid?.(NOBODY);
for (const file of process.argv.slice(2)) {
  try {
    openDatabase(file).close();
    process.stdout.write("opened\n");
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}
