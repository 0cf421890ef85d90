import type { Activity } from "botbuilder";

/** What tells two activities apart. */
export type ActivityIdentity = Pick<Partial<Activity>, "type" | "id" | "channelId"> & {
  conversation?: { id: string };
};

/**
 * Creates a filter that knows an activity it has seen: the Bot Framework service sends one again, within
 * seconds, when it hears nothing for about 15 s.
 *
 * @param options.maxRemembered How many activities are kept in mind, the newest. @default {10_000}
 * @returns Tells whether an activity was seen before; one without an id never was.
 *
 * @example
 * ```ts
 * const isRepeated = createRepeatFilter();
 * isRepeated({ type: "message", id: "1", channelId: "msteams", conversation: { id: "a" } }); // false
 * isRepeated({ type: "message", id: "1", channelId: "msteams", conversation: { id: "a" } }); // true
 * ```
 */
export function createRepeatFilter(
  options: { maxRemembered?: number } = {},
): (activity: ActivityIdentity) => boolean {
  const seen = new Set<string>();
  return ({ type, id, channelId, conversation }) => {
    if (!id) return false;
    const key = JSON.stringify([channelId, conversation?.id, id, type]);
    if (seen.has(key)) return true;
    seen.add(key);
    const oldest = seen.values().next();
    if (seen.size > (options.maxRemembered ?? 10_000) && !oldest.done) seen.delete(oldest.value);
    return false;
  };
}
