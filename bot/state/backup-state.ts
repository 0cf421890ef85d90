import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { MIGRATIONS } from "./migrations.ts";
import { openDatabase } from "./open-database.ts";
import { isDamaged } from "./state-trouble.ts";

/** Pages that are copied at once; a state of a gigabyte has a quarter of a million. */
const PAGES_AT_ONCE = 1_000_000;

/** What a backup holds. */
export interface BackupFacts {
  file: string;
  bytes: number;
  /** Version of its schema. */
  version: number;
}

/**
 * Copies the state into one file, while the bot may go on: the copy is the state of one moment.
 *
 * The file is written beside its place, checked, and moved there whole.
 *
 * @param options.state The bot's `STATE_FILE`.
 * @param options.target File to be written.
 * @param options.isForced Takes the place of a file that is there. @default {false}
 * @throws {Error} If there is no state, the target exists, or the copy is damaged; then no file is left behind.
 */
export async function backupState(options: {
  state: string;
  target: string;
  isForced?: boolean;
}): Promise<BackupFacts> {
  const { state, target, isForced = false } = options;
  await requireFile(state, `Cannot back up "${state}": there is no such file: name it with --state`);
  if (!isForced && (await isThere(target)))
    throw new Error(
      `Cannot back up into "${target}": the file is there already: name another, or add --force`,
    );
  await mkdir(dirname(target), { recursive: true });
  const beside = `${target}.${process.pid}.part`;
  const source = new DatabaseSync(state, { readOnly: true });
  try {
    await plainly(state, () => backup(source, beside, { rate: PAGES_AT_ONCE }));
    const version = await plainly(state, () => checkState(beside, state));
    await removeJournals(beside);
    await rename(beside, target);
    return { file: target, bytes: (await stat(target)).size, version };
  } finally {
    source.close();
    await removeJournals(beside);
    await rm(beside, { force: true });
  }
}

/**
 * Puts a backup in the place of the state, while the bot may go on: in one transaction, so that the bot sees the old
 * state or the new one. The state as it was is backed up first; a damaged one is moved aside as it is, for which the bot
 * must be stopped.
 *
 * @param options.backup File that {@link backupState} wrote, of this version of the program or an older one.
 * @param options.state The bot's `STATE_FILE`; made when there is none.
 * @param options.now Clock, in milliseconds since 1970. @default {Date.now}
 * @returns File in which the state as it was is kept; `undefined` when there was none.
 * @throws {Error} If the backup is absent, damaged or of a newer version; then the state is untouched.
 */
export async function restoreState(options: {
  backup: string;
  state: string;
  now?: () => number;
}): Promise<{ kept: string | undefined }> {
  const { backup: file, state, now = Date.now } = options;
  await requireFile(file, `Cannot restore "${file}": there is no such file`);
  const ready = `${state}.${process.pid}.restoring`;
  await mkdir(dirname(state), { recursive: true });
  try {
    await backupState({ state: file, target: ready, isForced: true });
    // An older backup gets the schema that the running bot has.
    openDatabase(ready).close();
    const stamp = new Date(now()).toISOString().replace(/[-:]|\.\d+/g, "");
    const kept = (await isThere(state)) ? `${state}.before-restore-${stamp}` : undefined;
    if (kept !== undefined) await keepState(state, kept);
    const source = new DatabaseSync(ready, { readOnly: true });
    try {
      await plainly(state, () => backup(source, state, { rate: PAGES_AT_ONCE }));
    } finally {
      source.close();
    }
    await plainly(state, () => checkState(state));
    return { kept };
  } finally {
    await removeJournals(ready);
    await rm(ready, { force: true });
  }
}

/** Looks through a whole database. @returns Version of its schema. @throws {Error} What is wrong with it. */
function checkState(file: string, name = file): number {
  const database = new DatabaseSync(file);
  try {
    const result = String(database.prepare("pragma integrity_check(1)").get()?.integrity_check);
    if (result !== "ok") {
      throw Object.assign(new Error(`Cannot use "${name}": it is damaged (${result})`), { errcode: 11 });
    }
    const version = Number(database.prepare("pragma user_version").get()?.user_version);
    if (version === 0) throw new Error(`Cannot use "${name}": it is no state of this program`);
    if (version > MIGRATIONS.length) {
      throw new Error(`Cannot use "${name}": a newer version of the program wrote it: update the program`);
    }
    return version;
  } finally {
    database.close();
  }
}

/** Backs up what is there; a damaged state is moved aside with its journals as it is, since nothing can be read of it. */
async function keepState(state: string, kept: string): Promise<void> {
  try {
    await backupState({ state, target: kept, isForced: true });
  } catch (error) {
    if (!isDamaged(error)) throw error;
    await rename(state, kept);
    for (const ending of JOURNALS)
      await rename(`${state}${ending}`, `${kept}${ending}`).catch(() => undefined);
  }
}

/** Puts SQLite's own words on a file's state into ours. */
async function plainly<Result>(file: string, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Error) || !("errcode" in cause)) throw cause;
    const what = isDamaged(cause) ? "it is no database, or damaged" : cause.message;
    throw new Error(`Cannot use "${file}": ${what}`, { cause });
  }
}

const JOURNALS = ["-wal", "-shm", "-journal"] as const;

async function removeJournals(file: string): Promise<void> {
  for (const ending of JOURNALS) await rm(`${file}${ending}`, { force: true });
}

async function requireFile(file: string, message: string): Promise<void> {
  if (!(await isThere(file))) throw new Error(message);
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
