import type { IncomingMessage } from "node:http";
import { isLoopbackHost } from "../../channels/direct-line/origins.ts";

/** As much of a request as tells where it came from. */
export type Arrival = Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string | undefined } };

/** What proxies add; with any of them the request came from elsewhere. */
const PROXY_HEADERS = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/**
 * Tells whether a request came from a browser on this machine that means this machine.
 *
 * The address alone does not say it: a page of any site can point its own name at 127.0.0.1 (DNS rebinding), which
 * shows in the `Host` header, and a proxy on this machine passes on what came from outside.
 *
 * @example
 * ```ts
 * isLoopbackRequest({ headers: { host: "evil.example:3978" }, socket: { remoteAddress: "127.0.0.1" } }); // false
 * ```
 */
export function isLoopbackRequest({ headers, socket }: Arrival): boolean {
  const address = (socket.remoteAddress ?? "").replace(/^::ffff:/i, "");
  return (
    address !== "" &&
    isLoopbackHost(address) &&
    isLoopbackHost(headers.host ?? "") &&
    PROXY_HEADERS.every((name) => headers[name] === undefined)
  );
}
