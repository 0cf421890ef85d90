import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { REASONS, type Reason } from "./asked-question.ts";
import type { QueueFilter } from "./question-queue.ts";

/** Periods that the queue can be narrowed to, in days. */
export const QUEUE_DAYS = [7, 30, 90] as const;

const DAY_IN_MS = 86_400_000;

/** What of the queue a page shows; what is absent is not narrowed. */
export interface QueueChoice {
  reason?: Reason;
  language?: Language;
  days?: number;
}

/** Reads from an address what is wanted; what is no choice of the page counts as none. */
export function readQueueChoice(query: URLSearchParams): QueueChoice {
  const reason = REASONS.find((one) => one === query.get("reason"));
  const language = LANGUAGES.find((one) => one === query.get("language"));
  const days = QUEUE_DAYS.find((one) => String(one) === query.get("days"));
  return { ...(reason && { reason }), ...(language && { language }), ...(days && { days }) };
}

/** The same for the queue itself. @param now Milliseconds since 1970. */
export function toQueueFilter({ days, ...choice }: QueueChoice, now: number): QueueFilter {
  return days === undefined ? choice : { ...choice, since: now - days * DAY_IN_MS };
}

/** Address of a page of the queue. */
export function queueAddress(choice: QueueChoice, page = 1): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...choice, ...(page > 1 && { page }) }))
    query.set(name, String(value));
  return query.size === 0 ? "/desk/queue" : `/desk/queue?${query}`;
}
