import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { describeError, type Log } from "../../log.ts";
import { isFromItsPage } from "./authorise.ts";
import { clientAddress } from "./client-address.ts";
import type { ConversationHub } from "./conversation-hub.ts";
import type { OriginPolicy } from "./origins.ts";
import type { Claims, TokenSigner } from "./token.ts";

/** What the WebSocket side of the endpoint works with. */
export interface StreamOptions {
  hub: ConversationHub;
  signer: TokenSigner;
  origins: OriginPolicy;
  log: Log;
  /** Open sockets per network address; many people may share one. @default {500} */
  socketsPerAddress?: number;
  /** Proxies in front of the server that each add an address to `X-Forwarded-For`. @default {0} */
  proxyHops?: number;
  /** Pause between two pings of a socket; one that missed the last ping is closed. @default {20_000} */
  pingIntervalInMs?: number;
}

/** The running WebSocket side. */
export interface Stream {
  /** Closes all sockets; clients come back to whoever listens then. */
  close(): void;
}

/** Clients only send empty frames to keep the line up. */
const MAX_FRAME_BYTES = 1024;

const STREAM_PATH = /^\/v3\/directline\/conversations\/([\w-]{1,64})\/stream$/;

/**
 * Serves the WebSockets of the web chat on an HTTP server's upgrade requests.
 *
 * The address carries a ticket for one conversation, good for 60 seconds and one use, for browsers cannot send
 * a header here. Everything a client says on the socket is ignored.
 */
export function serveStream(server: Server, options: StreamOptions): Stream {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const usedTickets = new Map<string, number>();
  const addresses = new AddressCount(options.socketsPerAddress ?? 500);
  const onUpgrade = (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    connection.on("error", () => connection.destroy());
    const address = clientAddress(request, { proxyHops: options.proxyHops ?? 0 });
    const outcome = addresses.isFull(address)
      ? "429 Too Many Requests"
      : admit(request, { ...options, usedTickets });
    if (typeof outcome === "string") {
      options.log.info("stream.refused", { status: outcome });
      connection.end(`HTTP/1.1 ${outcome}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, connection, head, (socket) => {
      socket.on("close", addresses.add(address));
      open(socket, outcome);
    });
  };
  const open = (socket: WebSocket, claims: Claims) => {
    socket.on("error", (error) => options.log.debug("stream.error", { message: error.message }));
    keepAlive(socket, options.pingIntervalInMs ?? 20_000);
    const { conversation: conversationId, watermark: after = 0, connection = claims.jti } = claims;
    try {
      options.hub.attach(socket, { conversationId, after, connection });
    } catch (error) {
      // Thrown here it would end the process.
      options.log.error("stream.failed", describeError(error));
      socket.close(1011, "the server failed");
    }
  };
  server.on("upgrade", onUpgrade);
  return {
    close() {
      server.off("upgrade", onUpgrade);
      for (const socket of sockets.clients) {
        socket.close(1001, "the server stops");
        setTimeout(() => socket.terminate(), 500).unref();
      }
      sockets.close();
    },
  };
}

/** The claims of a request that may have a socket, or the HTTP status of the refusal. */
function admit(
  request: IncomingMessage,
  options: StreamOptions & { usedTickets: Map<string, number> },
): Claims | string {
  const [path = "", query = ""] = (request.url ?? "").split("?", 2);
  const conversationId = STREAM_PATH.exec(path)?.[1];
  if (!conversationId) return "404 Not Found";
  if (!options.origins.isAllowed(request.headers)) return "403 Forbidden";
  const verdict = options.signer.verify(new URLSearchParams(query).get("t") ?? "", "ticket");
  if ("failure" in verdict || verdict.claims.conversation !== conversationId) return "403 Forbidden";
  const { claims } = verdict;
  if (!isFromItsPage(claims, request.headers)) return "403 Forbidden";
  if (!useOnce(options.usedTickets, claims)) return "403 Forbidden";
  return options.hub.read(conversationId) ? claims : "404 Not Found";
}

/** Open sockets by network address. */
class AddressCount {
  readonly #max: number;
  readonly #counts = new Map<string, number>();

  constructor(max: number) {
    this.#max = max;
  }

  isFull(address: string): boolean {
    return (this.#counts.get(address) ?? 0) >= this.#max;
  }

  /** Counts a socket. @returns Counts it out again. */
  add(address: string): () => void {
    this.#counts.set(address, (this.#counts.get(address) ?? 0) + 1);
    return () => {
      const rest = (this.#counts.get(address) ?? 1) - 1;
      if (rest === 0) this.#counts.delete(address);
      else this.#counts.set(address, rest);
    };
  }
}

/** Notes a ticket as used. @returns `false` when it was before. Forgets those that are too old to matter. */
function useOnce(usedTickets: Map<string, number>, claims: Claims): boolean {
  if (usedTickets.has(claims.jti)) return false;
  for (const [jti, exp] of usedTickets) {
    if (exp >= claims.exp - 120) break;
    usedTickets.delete(jti);
  }
  usedTickets.set(claims.jti, claims.exp);
  return true;
}

function keepAlive(socket: WebSocket, intervalInMs: number): void {
  let isAlive = true;
  socket.on("pong", () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, intervalInMs);
  timer.unref();
  socket.on("close", () => clearInterval(timer));
}
