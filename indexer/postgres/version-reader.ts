import type { Pool, QueryResultRow } from "pg";
import type { Reader } from "../../knowledge/languages.ts";
import { READERS } from "../../knowledge/languages.ts";

/** An opened version, as both legs ask it. */
export interface OpenVersion {
  pool: Pool;
  /** Number of the version in the tables. */
  number: number;
  /** With the ranks, as bits, that may see their passages. */
  segments: readonly { segment: number; readers: number }[];
  /** Position in the version of each passage's id; passages of other versions have none. */
  entryOf: ReadonlyMap<number, number>;
  /** Id of each passage by its position. */
  ids: readonly number[];
  outage: Outage;
}

/** A passage by its id and how well it answers. */
export interface RankedRow {
  passage: number;
  score: number;
}

/** A connection that was cut is not the question's fault: the pool has opened another by then. */
const PAUSES_IN_MS = [50, 250, undefined] as const;
/** How long nobody asks a server that was out of reach. */
const OUTAGE_IN_MS = 2000;
const LOST = /^(?:08|57P|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;

/** Bit of a reader in what is kept of a passage's readers. */
export function readerBit(reader: Reader): number {
  return 1 << READERS.indexOf(reader);
}

/**
 * Asks a statement that only reads; asks again when the connection was cut. The server keeps nothing of it: poolers that
 * hand a connection from one to another would not find what it kept.
 *
 * @returns Nothing when the server is out of reach, or was a moment ago.
 * @throws {Error} When the statement is refused.
 */
export async function readRows<Row extends QueryResultRow>(
  { pool, outage }: Pick<OpenVersion, "pool" | "outage">,
  statement: { text: string; values: unknown[] },
): Promise<Row[] | undefined> {
  if (outage.isNow()) return undefined;
  for (const pause of PAUSES_IN_MS) {
    try {
      return (await pool.query<Row>(statement)).rows;
    } catch (error) {
      if (!isLost(error)) throw error;
      if (pause === undefined) outage.begin(error as Error);
      else await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return undefined;
}

function isLost(error: unknown): boolean {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  return LOST.test(code) || /Connection terminated|timeout exceeded when trying to connect/i.test(message);
}

/** While the server is out of reach, questions do not each wait for it. */
export class Outage {
  readonly #onBegin: (error: Error) => void;
  #until = 0;

  /** @param onBegin Told of each try that failed. */
  constructor(onBegin: (error: Error) => void = () => {}) {
    this.#onBegin = onBegin;
  }

  isNow(): boolean {
    return performance.now() < this.#until;
  }

  begin(error: Error): void {
    this.#until = performance.now() + OUTAGE_IN_MS;
    this.#onBegin(error);
  }
}

/** How many are asked for before a further condition, which only this process knows, is applied to them. */
const OVERFETCH = 4;

/**
 * Takes the best that a further condition lets through: first of some more than are wanted, and when too few of these
 * pass, of all that pass. Never more than two statements. Passages of other versions, which the tables hold too, do not pass.
 *
 * @returns Nothing when the server is out of reach.
 * @param options.ask Gives the best rows; of the passages with these ids only, when ids are given.
 */
export async function takeAllowed(
  version: OpenVersion,
  options: {
    count: number;
    isAllowed: ((entry: number) => boolean) | undefined;
    ask: (search: { limit: number; ids?: readonly number[] }) => Promise<RankedRow[] | undefined>;
  },
): Promise<{ entry: number; score: number }[] | undefined> {
  const { count, isAllowed, ask } = options;
  const toEntries = (rows: readonly RankedRow[] | undefined) =>
    rows?.flatMap(({ passage, score }) => {
      const entry = version.entryOf.get(passage);
      return entry === undefined ? [] : [{ entry, score }];
    });
  const limit = OVERFETCH * count;
  const rows = await ask({ limit });
  if (rows === undefined) return undefined;
  const isLetThrough = (entry: number) => isAllowed?.(entry) !== false;
  const found = toEntries(rows)?.filter(({ entry }) => isLetThrough(entry)) ?? [];
  if (found.length >= count || rows.length < limit) return found.slice(0, count);
  const ids = version.ids.filter((_, entry) => isLetThrough(entry));
  return ids.length === 0 ? [] : toEntries(await ask({ limit: count, ids }));
}

/** Whether a version is no longer kept: after it two others were published, and this process opened none of them. */
export async function isGone(version: OpenVersion): Promise<boolean> {
  const rows = await readRows(version, {
    text: "SELECT 1 FROM index_version WHERE number = $1",
    values: [version.number],
  });
  return rows?.length === 0;
}
