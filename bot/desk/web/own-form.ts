import type { IncomingHttpHeaders } from "node:http";
import { isLoopbackHost } from "../../channels/direct-line/origins.ts";
import { isFromOtherPage, isFromOwnPage } from "../../sign-in/own-page.ts";

/**
 * Tells whether a page of the desk sent a form. Closed by default, as `isFromOwnPage`.
 *
 * Who signed in did so under the public address, and the form must come from there. Who came by the first-run link
 * is on this machine, and the form must come from the very loopback address it is sent to.
 *
 * @param headers Headers of the request.
 * @param options.publicUrl Origin under which people reach the bot.
 * @param options.isLocal Whether the session is that of the first-run link.
 *
 * @example
 * ```ts
 * const headers = { host: "127.0.0.1:3978", origin: "http://127.0.0.1:3978" };
 * isOwnForm(headers, { isLocal: true }); // true
 * isOwnForm({ ...headers, origin: "http://localhost:4000" }, { isLocal: true }); // false
 * ```
 */
export function isOwnForm(
  headers: IncomingHttpHeaders,
  { publicUrl, isLocal }: { publicUrl?: string | undefined; isLocal: boolean },
): boolean {
  if (!isLocal) return isFromOwnPage(headers, publicUrl);
  const host = headers.host?.toLowerCase();
  return (
    host !== undefined &&
    isLoopbackHost(host) &&
    headers.origin === `http://${host}` &&
    !isFromOtherPage(headers)
  );
}
