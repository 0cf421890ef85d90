import type { IncomingMessage } from "node:http";

/**
 * The network address of the client behind a request, as far as it can be believed.
 *
 * Each proxy adds the address it was called from at the right end of `X-Forwarded-For`; what stands further left may be
 * written by anybody. With fewer entries than proxies the request came past them, and the connection itself counts.
 *
 * @param options.proxyHops Proxies in front of the server, 0 or more; 0 believes no header.
 * @returns The address without port, IPv4 in its own form also where the socket wraps it; empty for a closed socket.
 *
 * @example With `X-Forwarded-For: 9.9.9.9, 203.0.113.7` from a proxy at 10.0.0.1
 * ```ts
 * clientAddress(request, { proxyHops: 1 }); // "203.0.113.7"
 * clientAddress(request, { proxyHops: 0 }); // "10.0.0.1"
 * ```
 */
export function clientAddress(
  request: Pick<IncomingMessage, "headers"> & { socket: { remoteAddress?: string } },
  options: { proxyHops: number },
): string {
  const socketAddress = plainAddress(request.socket.remoteAddress ?? "");
  if (options.proxyHops === 0) return socketAddress;
  const header = request.headers["x-forwarded-for"];
  const entries = (Array.isArray(header) ? header.join(",") : (header ?? "")).split(",");
  const entry = plainAddress(entries.at(-options.proxyHops)?.trim() ?? "");
  return entry === "" ? socketAddress : entry;
}

/** Some proxies write the port too, and a socket for both families writes IPv4 inside IPv6. */
function plainAddress(address: string): string {
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(address) ?? [];
  const bare = bracketed ?? address.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  return bare.replace(/^::ffff:(?=\d+\.)/i, "").toLowerCase();
}
