import type { StreamQuery } from "../../query/stream-query.ts";
import type { Alert } from "./alert.ts";

/**
 * Finds the alerts that words may mean, by what they watch: each material, group and place that was named must be
 * watched.
 *
 * @param named What was named, read like a question to the table.
 */
export function findMeantAlerts(alerts: readonly Alert[], named: StreamQuery): Alert[] {
  const wanted = thingsOf(named);
  return alerts.filter(({ query }) => {
    const watched = new Set(thingsOf(query));
    return wanted.length > 0 && wanted.every((thing) => watched.has(thing));
  });
}

/** Ids without their kind: a group and a material of one name are the same thing for whoever speaks of them. */
function thingsOf({ materials = [], categories = [], parks = [], places = [] }: StreamQuery): string[] {
  return [...materials, ...categories, ...parks, ...places].map((id) => id.slice(id.indexOf(":") + 1));
}
