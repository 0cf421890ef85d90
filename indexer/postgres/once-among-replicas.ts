import type { Pool } from "pg";

/** Key of the lock that lets one replica build; "sivubild" in bytes. */
export const BUILD_LOCK = "8316300319142340708";

const PAUSE_IN_MS = 500;

/**
 * Does a piece of work once, however many replicas come to it at the same time: one does it, the others wait until it is
 * done. One that dies in the middle lets go of its lock, and another takes over.
 *
 * @param options.isDone Whether it has been done meanwhile; asked before each try.
 * @returns What the work gave; nothing when another replica did it.
 */
export async function onceAmongReplicas<Result>(options: {
  pool: Pool;
  isDone: () => Promise<boolean>;
  work: () => Promise<Result>;
  onWaiting?: () => void;
}): Promise<Result | undefined> {
  const { pool, isDone, work, onWaiting } = options;
  const client = await pool.connect();
  let isTold = false;
  try {
    for (;;) {
      const { rows } = await client.query<{ is_mine: boolean }>(
        `SELECT pg_try_advisory_lock(${BUILD_LOCK}) AS is_mine`,
      );
      if (rows[0]?.is_mine === true) break;
      if (!isTold) onWaiting?.();
      isTold = true;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_IN_MS));
      if (await isDone()) return undefined;
    }
    return (await isDone()) ? undefined : await work();
  } finally {
    // The lock ends with the connection, whatever became of it.
    client.release(true);
  }
}
