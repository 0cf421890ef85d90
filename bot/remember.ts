import { LRUCache } from "lru-cache";
import { oncePer } from "./once-per.ts";

/** Texts kept for each function; those that were longest not asked for go first. */
const MOST_KEPT = 1000;
/** Words of people are not kept for long. */
const LIFE_IN_MS = 600_000;

/**
 * Keeps for some minutes what was read in a text: people press the same buttons, and coordinators know how often the same is asked.
 *
 * @param read Must depend on nothing but the text, and give what nobody changes.
 * @param options.now Clock in milliseconds. @default the system's, which no change of the time of day moves
 *
 * @example
 * ```ts
 * const isHandoffRequest = remember((text) => REQUEST.test(text));
 * ```
 */
export function remember<Value>(
  read: (text: string) => Value,
  { now = () => performance.now() }: { now?: () => number } = {},
): (text: string) => Value {
  const kept = new LRUCache<string, { value: Value }>({
    max: MOST_KEPT,
    ttl: LIFE_IN_MS,
    perf: { now },
    ttlResolution: 0,
  });
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known.value;
    const value = read(text);
    kept.set(text, { value });
    return value;
  };
}

/** The same for what also depends on an object, such as a view of the knowledge; what was kept of one goes with it. */
export function rememberPer<Owner extends object, Value>(
  read: (owner: Owner, text: string) => Value,
): (owner: Owner, text: string) => Value {
  const readOf = oncePer((owner: Owner) => remember((words) => read(owner, words)));
  return (owner, text) => readOf(owner)(text);
}
