/** SQLite's codes, without their finer ones, for what the system does to the file; with what to do. */
const TROUBLES: Record<number, string> = {
  8: "the file or its folder is read-only: make both writable",
  10: "the disk fails, or the system allows no larger file: look at the disk and its limits",
  11: 'the file is damaged: stop the bot and put a backup in its place with "npm run restore -- FILE"',
  13: "the disk is full: make room",
  14: "the file cannot be opened: look at STATE_FILE, its folder and the rights of this user",
  26: 'the file is no database, or damaged: stop the bot and put a backup in its place with "npm run restore -- FILE"',
};

/** The codes of a file that is lost. */
const DAMAGED: readonly number[] = [11, 26];

/**
 * Says what is wrong with the disk or the file when the state could not be read or written, and what to do.
 *
 * @returns `undefined` for every other error.
 * @example
 * ```ts
 * readStateTrouble(Object.assign(new Error("database or disk is full"), { errcode: 13 })); // "the disk is full: make room"
 * ```
 */
export function readStateTrouble(error: unknown): string | undefined {
  return TROUBLES[primaryCode(error)];
}

/** Tells whether an error says that a database is damaged, or none. */
export function isDamaged(error: unknown): boolean {
  return DAMAGED.includes(primaryCode(error));
}

function primaryCode(error: unknown): number {
  if (!(error instanceof Error)) return 0;
  // The finer codes lie in the bytes above.
  return "errcode" in error ? Number(error.errcode) & 0xff : primaryCode(error.cause);
}
