/** Hash of the empty string: Web Chat adds one style element without content and without our nonce. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Letters a host may have; anything else could add a directive of the sender's own. */
const HOST = /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/i;

/** What the policy depends on beside the nonce. */
export interface PolicyOptions {
  /** `Host` header of the request; a malformed one gets no WebSocket entry. */
  host: string | undefined;
  /** Origins of sites that may show the page in a frame. @default {none} */
  embeddingOrigins?: readonly string[];
  /** Origin in the addresses of the bot's own pictures, where it is not the page's. @default the page's */
  publicUrl?: string | undefined;
}

/**
 * Writes the Content-Security-Policy of a page: nothing from other hosts, nothing inline without the nonce.
 *
 * `img-src` matters most: Web Chat shows a Markdown picture of any host, so an answer that quotes a planted
 * picture could otherwise carry the conversation away in its address.
 *
 * @param nonce Fresh random value of this response, base64.
 * @param options See {@link PolicyOptions}.
 * @returns Value of the header.
 */
export function contentSecurityPolicy(nonce: string, options: PolicyOptions): string {
  const { host, embeddingOrigins, publicUrl } = options;
  const sockets = host && HOST.test(host) ? ` ws://${host} wss://${host}` : "";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}' ${EMPTY_STYLE}`,
    `img-src 'self' data: blob:${publicUrl === undefined ? "" : ` ${publicUrl}`}`,
    `connect-src 'self'${sockets}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${embeddingOrigins?.length ? embeddingOrigins.join(" ") : "'none'"}`,
  ].join("; ");
}

/**
 * Returns the headers of every HTML page.
 *
 * @param nonce Nonce of this response.
 * @param options See {@link PolicyOptions}.
 * @returns Header names and values; the page itself is never cached, because its nonce must not come twice.
 */
export function pageHeaders(nonce: string, options: PolicyOptions): Record<string, string> {
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": contentSecurityPolicy(nonce, options),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    Vary: "Accept-Language",
    "X-Content-Type-Options": "nosniff",
  };
}
