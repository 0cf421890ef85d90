import { randomUUID } from "node:crypto";
import { parseTraceParent } from "./traces.ts";

/** Ids that callers may choose; anything else could forge parts of a log line or fill it. */
const REQUEST_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{7,63}$/;

/**
 * The id of a request: the caller's `x-request-id`, else its trace (`traceparent`), else a new one.
 *
 * @param headers Header names in small letters.
 *
 * @example
 * ```ts
 * requestIdOf({ "x-request-id": "proxy-0000017" }); // "proxy-0000017"
 * requestIdOf({ "x-request-id": "a b" }); // a random UUID
 * ```
 */
export function requestIdOf(headers: Record<string, string | string[] | undefined>): string {
  const own = headers["x-request-id"];
  if (typeof own === "string" && REQUEST_ID.test(own)) return own;
  return parseTraceParent(headers.traceparent)?.trace ?? randomUUID();
}
