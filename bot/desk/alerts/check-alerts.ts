import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Reader } from "../../../knowledge/languages.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { describeError } from "../../log.ts";
import { transact } from "../../state/transact.ts";
import type { DeskBase } from "../desk-parts.ts";
import { type Alert, queryKey } from "./alert.ts";
import { composeNews } from "./alert-news.ts";
import type { AlertStore } from "./alert-store.ts";
import { lowerRank } from "./lower-rank.ts";

/** After so long other work gets its turn, in milliseconds. */
const SLICE_IN_MS = 8;

/** What a check does its work with. */
export interface CheckParts {
  base: Pick<DeskBase, "database" | "notices" | "log">;
  store: AlertStore;
  /** Rank of a person now; nobody known is `public`. */
  rankOf: (person: string) => Reader | undefined;
}

/** What a check did. */
export interface CheckFigures {
  alerts: number;
  /** Alerts with news. */
  told: number;
  /** Different queries that were run. */
  queries: number;
}

/** The rows of one query for one rank, worked out once for all alerts that ask the same. */
interface Present {
  rows: readonly StreamRecord[];
  /** Ids as a JSON list. */
  ids: string;
  /** Tells whether the rows are the same as at the last check. */
  mark: string;
}

/**
 * Looks for rows that active alerts do not know yet and puts a message for each alert with news into the notice box.
 * The rows are marked as known in the same transaction, so that a row is told of once even when the process dies.
 *
 * It works in slices of some milliseconds, so that chats go on meanwhile.
 *
 * @param view All that is known; each alert sees of it what its owner may see now, and no more than when it was made.
 */
export async function checkAlerts(view: KnowledgeView, parts: CheckParts): Promise<CheckFigures> {
  const present = new Map<string, Present>();
  const figures: CheckFigures = { alerts: 0, told: 0, queries: 0 };
  let sliceStarted = performance.now();
  for (const id of parts.store.activeIds()) {
    if (performance.now() - sliceStarted > SLICE_IN_MS) {
      await nextTurn();
      sliceStarted = performance.now();
    }
    figures.alerts += 1;
    try {
      if (checkOne(id, { view, parts, present })) figures.told += 1;
    } catch (error) {
      // One alert that cannot be told of keeps no other from being checked; it is tried again at the next change.
      parts.base.log.error("alert.not-checked", { id, ...describeError(error) });
    }
  }
  return { ...figures, queries: present.size };
}

/** @returns Whether there was news. */
function checkOne(
  id: number,
  context: { view: KnowledgeView; parts: CheckParts; present: Map<string, Present> },
): boolean {
  const { view, parts, present } = context;
  const { base, store, rankOf } = parts;
  // It may have been paused or deleted since the check began.
  const kept = store.read(id);
  if (kept === undefined || kept.alert.state !== "active") return false;
  const { alert, checked } = kept;
  const reader = lowerRank(alert.reader, rankNow(alert, rankOf));
  const seen = view.forReader(reader);
  const key = `${reader} ${queryKey(alert.query)}`;
  const found = present.get(key) ?? findPresent(alert, { view: seen, reader });
  present.set(key, found);
  if (found.mark === checked) return false;
  return transact(base.database, () => {
    const unseen = new Set(store.unseen(id, found.ids));
    store.markChecked(id, found.mark);
    if (unseen.size === 0) return false;
    const rows = found.rows.filter((row) => unseen.has(row.id));
    const reply = composeNews(alert, { view: seen, reader, rows });
    store.markSeen(id, [...unseen]);
    base.notices.add({ conversationId: alert.conversation, reply });
    return true;
  });
}

/** A shared conversation belongs to nobody, and everybody reads it. */
function rankNow({ person }: Alert, rankOf: CheckParts["rankOf"]): Reader {
  return (person === undefined ? undefined : rankOf(person)) ?? "public";
}

function findPresent(alert: Alert, { view, reader }: { view: KnowledgeView; reader: Reader }): Present {
  const { rows } = view.streams.run(alert.query, reader);
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const mark = createHash("sha1").update(`${reader} ${ids}`).digest("base64");
  return { rows, ids, mark };
}
