import { createRateLimit } from "../../channels/direct-line/rate-limit.ts";
import type { DeskVisit } from "./desk-visit.ts";

/** How often somebody may look at pages and change something, a minute. */
export interface DeskLimit {
  views: number;
  changes: number;
}

/** What one session may do. */
const PER_SESSION: DeskLimit = { views: 240, changes: 60 };
/** What one network address may do; the coordinators of a park may share it. */
const PER_ADDRESS: DeskLimit = { views: 960, changes: 240 };

/** Whether one more visit of a caller fits into the minute. */
export type IsWithinDeskLimit = (caller: string, method: DeskVisit["method"]) => boolean;

/** Creates the two limits. */
export function createDeskLimits(options: { now?: (() => number) | undefined }): {
  perSession: IsWithinDeskLimit;
  perAddress: IsWithinDeskLimit;
} {
  const create = ({ views, changes }: DeskLimit): IsWithinDeskLimit => {
    const limits = { views: createRateLimit(views, options), changes: createRateLimit(changes, options) };
    return (caller, method) => (method === "get" ? limits.views(caller) : limits.changes(caller));
  };
  return { perSession: create(PER_SESSION), perAddress: create(PER_ADDRESS) };
}
