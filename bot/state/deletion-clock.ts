import type { Database } from "./database/database.ts";
import { prepareAll } from "./database/prepare-all.ts";

/** How far the clock may run ahead of the time that passed since the last look, in milliseconds: ten minutes. */
const AHEAD_IN_MS = 600_000;
/** How long a process may have been away and still believe the clock at once, in milliseconds: two days. */
const AWAY_IN_MS = 2 * 86_400_000;

const STATEMENTS = {
  read: "select value from meta where key = 'deletion-clock'",
  write:
    "insert into meta (key, value) values ('deletion-clock', ?) on conflict (key) do update set value = excluded.value",
} as const;

/** Tells whether the clock may be believed for deleting what is too old. */
export type IsClockSteady = () => Promise<boolean>;

/**
 * Creates the look at the clock that comes before each deletion by age.
 *
 * A clock that is set forward by mistake, for minutes or an hour, would make everything too old at once, and what is
 * deleted does not come back. So a clock that has run ahead of the time that really passed, or of what the state knows by
 * more than two days, is not believed at this look; at the next one it is if it went on steadily. A clock that was set back
 * deletes nothing too early and is believed.
 *
 * @param options.now Clock, in milliseconds since 1970.
 * @param options.elapsed Time that really passed, from any beginning, in milliseconds. @default {performance.now}
 */
export function createDeletionClock(
  database: Database,
  { now, elapsed = () => performance.now() }: { now: () => number; elapsed?: () => number },
): IsClockSteady {
  const statements = prepareAll(database, STATEMENTS);
  let last: { wall: number; elapsed: number } | undefined;
  return async () => {
    const seen = { wall: now(), elapsed: elapsed() };
    const before = last;
    last = seen;
    const latest =
      before === undefined
        ? Number((await statements.read.get())?.value ?? seen.wall) + AWAY_IN_MS
        : before.wall + (seen.elapsed - before.elapsed) + AHEAD_IN_MS;
    if (seen.wall > latest) return false;
    await statements.write.run(String(seen.wall));
    return true;
  };
}
