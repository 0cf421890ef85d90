import { dayOf } from "../../calendar.ts";
import { transact } from "../../state/transact.ts";
import type { DeskBase } from "../desk-parts.ts";
import { expiringNotice } from "./offer-notices.ts";
import type { SubmissionStore } from "./submission-store.ts";

/** Days before the expiry on which owners are asked, farthest first. */
const REMINDERS_IN_DAYS = [30, 7] as const;
const DAY_IN_MS = 86_400_000;

/**
 * Asks the owners of rows that are about to expire whether they are still right: 30 and 7 days before, once each. Who was
 * away for the first gets the second alone.
 */
export function remindOwners(base: DeskBase, store: SubmissionStore): void {
  const { database, notices, now } = base;
  const today = dayOf(now());
  for (const record of store.listLive()) {
    const { state, conversation, expires, reminded } = record;
    if (state !== "live" || conversation === undefined || expires === undefined || expires < today) continue;
    const days = Math.round((Date.parse(expires) - Date.parse(today)) / DAY_IN_MS);
    const due = REMINDERS_IN_DAYS.filter((before) => days <= before);
    if (due.every((before) => reminded.includes(before))) continue;
    transact(database, () => {
      // The revision stays: a reminder is no change of the row.
      store.saveLive({ ...record, reminded: [...new Set([...reminded, ...due])] });
      notices.add({ conversationId: conversation, reply: expiringNotice(record) });
    });
  }
}
