import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isLoopbackHost } from "../channels/direct-line/origins.ts";

/** Who may read the metrics. */
export interface MetricsAccess {
  /** Key that opens them to everybody who sends it as `Authorization: Bearer`. @default none does */
  token?: string;
  /** Origin under which people reach the bot; where there is one, a proxy calls from this machine too. */
  publicUrl?: string;
}

/** Headers that a proxy adds: the caller behind it is somebody else. */
const FORWARDING = ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"] as const;

/**
 * Tells whether a request may read the metrics: with the key, or from this machine itself.
 *
 * @returns `undefined` if it may; else the status of the refusal: 401 where there is a key, 404 where there is none, so
 * that strangers do not learn that there is anything.
 */
export function refuseMetrics(request: IncomingMessage, access: MetricsAccess): 401 | 404 | undefined {
  if (carriesToken(request, access.token) || isFromThisMachine(request, access)) return undefined;
  return access.token === undefined ? 404 : 401;
}

function carriesToken(request: IncomingMessage, token: string | undefined): boolean {
  const shown = /^Bearer ([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (shown === undefined || token === undefined) return false;
  return timingSafeEqual(digest(shown), digest(token));
}

/** A browser that a foreign page has sent here names another host than this machine. */
function isFromThisMachine({ headers, socket }: IncomingMessage, { publicUrl }: MetricsAccess): boolean {
  const address = (socket.remoteAddress ?? "").replace(/^::ffff:/i, "");
  return (
    publicUrl === undefined &&
    isLoopbackHost(address) &&
    isLoopbackHost(headers.host ?? "") &&
    FORWARDING.every((name) => headers[name] === undefined)
  );
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
