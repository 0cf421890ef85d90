import { dayOf } from "../../calendar.ts";
import type { DeskBase } from "../desk-parts.ts";
import { expiringNotice } from "./offer-notices.ts";
import type { LiveRecord } from "./submission.ts";
import type { SubmissionStore } from "./submission-store.ts";

/** Days before the expiry on which owners are asked, farthest first. */
const REMINDERS_IN_DAYS = [30, 7] as const;
const DAY_IN_MS = 86_400_000;

/**
 * Asks the owners of rows that are about to expire whether they are still right: 30 and 7 days before, once each. Who was
 * away for the first gets the second alone. Of several processes that ask at once, one does.
 */
export async function remindOwners(base: DeskBase, store: SubmissionStore): Promise<void> {
  const today = dayOf(base.now());
  for (const record of await store.listLive()) {
    if (dueReminders(record, today).length > 0) await remind(record, { base, store, today });
  }
}

async function remind(
  seen: LiveRecord,
  { base, store, today }: { base: DeskBase; store: SubmissionStore; today: string },
): Promise<void> {
  await base.database.transact(async () => {
    // Another process may have asked meanwhile, or the owner renewed the row.
    const record = await store.readLive(seen);
    const due = record === undefined ? [] : dueReminders(record, today);
    if (record?.conversation === undefined || due.length === 0) return;
    // The revision stays: a reminder is no change of the row.
    await store.saveLive({ ...record, reminded: [...new Set([...record.reminded, ...due])] });
    await base.notices.add({ conversationId: record.conversation, reply: expiringNotice(record) });
  });
}

/** Days of the reminders that are due, those sent already too; none when all of them were sent. */
function dueReminders(record: LiveRecord, today: string): number[] {
  const { state, conversation, expires, reminded } = record;
  if (state !== "live" || conversation === undefined || expires === undefined || expires < today) return [];
  const days = Math.round((Date.parse(expires) - Date.parse(today)) / DAY_IN_MS);
  const due = REMINDERS_IN_DAYS.filter((before) => days <= before);
  return due.every((before) => reminded.includes(before)) ? [] : due;
}
