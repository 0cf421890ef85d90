import { createHash } from "node:crypto";
import { createRest } from "../../../indexer/index.ts";
import type { Reader } from "../../../knowledge/languages.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { describeError } from "../../log.ts";
import type { DeskBase } from "../desk-parts.ts";
import { type Alert, queryKey } from "./alert.ts";
import { composeNews } from "./alert-news.ts";
import type { AlertStore, CheckedAlert } from "./alert-store.ts";
import { lowerRank } from "./lower-rank.ts";

/** Alerts that are read by one statement. */
const READ_AT_ONCE = 200;

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
  const rest = createRest();
  let last = 0;
  for (;;) {
    const some = await parts.store.active(last, READ_AT_ONCE);
    for (const kept of some) {
      await rest();
      last = kept.id;
      figures.alerts += 1;
      try {
        if (await checkOne(kept, { view, parts, present })) figures.told += 1;
      } catch (error) {
        // One alert that cannot be told of keeps no other from being checked; it is tried again at the next change.
        parts.base.log.error("alert.not-checked", { id: kept.id, ...describeError(error) });
      }
    }
    if (some.length < READ_AT_ONCE) return { ...figures, queries: present.size };
  }
}

/** @returns Whether there was news. */
async function checkOne(
  { id, alert, checked }: CheckedAlert,
  context: { view: KnowledgeView; parts: CheckParts; present: Map<string, Present> },
): Promise<boolean> {
  const { view, parts, present } = context;
  const { base, store, rankOf } = parts;
  if (alert === undefined) return false;
  const reader = lowerRank(alert.reader, rankNow(alert, rankOf));
  const seen = view.forReader(reader);
  const key = `${reader} ${queryKey(alert.query)}`;
  const found = present.get(key) ?? findPresent(alert, { view: seen, reader });
  present.set(key, found);
  if (found.mark === checked) return false;
  return base.database.transact(async () => {
    // It may have been paused or deleted since it was read, or been checked by another process.
    const now = await store.read(id);
    if (now?.alert?.state !== "active" || now.checked === found.mark) return false;
    const unseen = await store.unseen(id, found.ids);
    await store.markChecked(id, found.mark);
    if (unseen.size === 0) return false;
    const rows = found.rows.filter((row) => unseen.has(row.id));
    const reply = composeNews(alert, { view: seen, reader, rows });
    await store.markSeen(id, [...unseen]);
    await base.notices.add({ conversationId: alert.conversation, reply });
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
