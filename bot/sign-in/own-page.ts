import type { IncomingHttpHeaders } from "node:http";

/**
 * Tells whether a request that changes or asks something was made by a page of our own.
 *
 * Closed by default: a browser that says nothing of the page, or says `null`, is not believed.
 *
 * @param headers Headers of the request.
 * @param publicUrl Origin under which people reach the bot.
 *
 * @example
 * ```ts
 * isFromOwnPage({ origin: "https://chat.example.fi" }, "https://chat.example.fi"); // true
 * isFromOwnPage({}, "https://chat.example.fi"); // false
 * ```
 */
export function isFromOwnPage(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  return publicUrl !== undefined && headers.origin === publicUrl && !isFromOtherPage(headers);
}

/**
 * Tells whether a browser says that a page of another origin made the request. A link that a person typed or kept
 * (`none`) and a browser that says nothing are not such.
 */
export function isFromOtherPage(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  return site !== undefined && site !== "same-origin" && site !== "none";
}
