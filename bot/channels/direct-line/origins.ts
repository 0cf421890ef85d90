/** Which addresses a server counts as its own. */
export interface OriginOptions {
  /** Origin people use; absent: the `Host` header decides. */
  publicUrl?: string;
  /** Origins of other sites that may call. */
  allowedOrigins: readonly string[];
  /** Address the server listens on. */
  host: string;
}

/** The two headers that say from where and to whom a request was sent. */
export interface OriginHeaders {
  origin?: string;
  host?: string;
}

/** Decides which pages may use the web chat, and names the address of its WebSocket. */
export interface OriginPolicy {
  /**
   * `true` for the page's own origin, a listed one, or none at all. Only browsers send an origin, so a missing
   * one says nothing; this guards people's browsers against other pages, not the server against programs.
   */
  isAllowed(headers: OriginHeaders): boolean;
  /** Origin of the WebSocket, such as `wss://chat.example.fi`; `undefined` for a `Host` that cannot be right. */
  streamOrigin(headers: OriginHeaders): string | undefined;
}

const HOST_HEADER = /^(\[[0-9a-f:]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i;

/**
 * Creates the policy for one server.
 *
 * Without a public address the `Host` header names the server's own origin. A server on loopback believes it
 * only when it names loopback: else any site could point its own name at 127.0.0.1 and count as the page itself.
 *
 * @example
 * ```ts
 * const policy = createOriginPolicy({ host: "127.0.0.1", allowedOrigins: [] });
 * policy.isAllowed({ origin: "http://localhost:3978", host: "localhost:3978" }); // true
 * policy.isAllowed({ origin: "https://evil.example", host: "localhost:3978" }); // false
 * ```
 */
export function createOriginPolicy(options: OriginOptions): OriginPolicy {
  const listed = new Set([...options.allowedOrigins, ...(options.publicUrl ? [options.publicUrl] : [])]);
  const isOwnHost = (host: string | undefined): host is string =>
    host !== undefined && HOST_HEADER.test(host) && (!isLoopbackHost(options.host) || isLoopbackHost(host));
  return {
    isAllowed({ origin, host }) {
      if (origin === undefined || listed.has(origin)) return true;
      return isOwnHost(host) && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
    },
    streamOrigin({ origin, host }) {
      if (options.publicUrl && !isLoopbackHost(host ?? "")) return options.publicUrl.replace(/^http/, "ws");
      if (!isOwnHost(host)) return undefined;
      // A proxy that ends TLS shows only in the page's origin.
      return `${origin === `https://${host.toLowerCase()}` ? "wss" : "ws"}://${host}`;
    },
  };
}

/**
 * Tells whether a host name or `Host` header means this machine alone.
 *
 * @example
 * ```ts
 * isLoopbackHost("127.0.0.1:3978"); // true
 * isLoopbackHost("0.0.0.0"); // false
 * ```
 */
export function isLoopbackHost(host: string): boolean {
  const name = host === "::1" ? host : host.replace(/:\d+$/, "").toLowerCase();
  return name === "localhost" || name === "::1" || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
}
