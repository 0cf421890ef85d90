/** Longest name of an activity that is looked at, in characters; those of the Web Chat have about 20. */
const MAX_CLIENT_ID_CHARS = 100;

/**
 * Name that a client gave an activity, as the Web Chat does, so that it knows its own again.
 *
 * @example
 * ```ts
 * clientIdOf({ channelData: { clientActivityID: "a1" } }); // "a1"
 * ```
 */
export function clientIdOf({ channelData }: { channelData?: unknown }): string | undefined {
  if (typeof channelData !== "object" || channelData === null) return undefined;
  if (!("clientActivityID" in channelData)) return undefined;
  const { clientActivityID: id } = channelData;
  return typeof id === "string" && id !== "" && id.length <= MAX_CLIENT_ID_CHARS ? id : undefined;
}
