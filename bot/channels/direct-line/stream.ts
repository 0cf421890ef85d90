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
  /** Open sockets. */
  count(): number;
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
  const addresses = new AddressCount(options.socketsPerAddress ?? 500);
  const upgrade = async (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    connection.on("error", () => connection.destroy());
    const address = clientAddress(request, { proxyHops: options.proxyHops ?? 0 });
    const isFull = addresses.isFull(address);
    const leave = addresses.add(address);
    const outcome = isFull ? "429 Too Many Requests" : await admitSafely(request, options);
    if (typeof outcome === "string") {
      leave();
      options.log.info("stream.refused", { status: outcome });
      connection.end(`HTTP/1.1 ${outcome}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    // Of a connection that has ended meanwhile nothing comes back.
    connection.once("close", leave);
    sockets.handleUpgrade(request, connection, head, (socket) => open(socket, outcome));
  };
  const onUpgrade = (request: IncomingMessage, connection: Duplex, head: Buffer) =>
    void upgrade(request, connection, head);
  const open = (socket: WebSocket, claims: Claims) => {
    socket.on("error", (error) => options.log.debug("stream.error", { message: error.message }));
    keepAlive(socket, options.pingIntervalInMs ?? 20_000);
    const { conversation: conversationId, watermark: after = 0 } = claims;
    const connection = connectionOf(claims);
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
    count: () => sockets.clients.size,
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

function connectionOf({ connection, jti }: Claims): string {
  return connection ?? jti;
}

async function admitSafely(request: IncomingMessage, options: StreamOptions): Promise<Claims | string> {
  try {
    return await admit(request, options);
  } catch (error) {
    // Thrown on it would end the process.
    options.log.error("stream.failed", describeError(error));
    return "503 Service Unavailable";
  }
}

/** The claims of a request that may have a socket, or the HTTP status of the refusal. */
async function admit(request: IncomingMessage, options: StreamOptions): Promise<Claims | string> {
  const [path = "", query = ""] = (request.url ?? "").split("?", 2);
  const conversationId = STREAM_PATH.exec(path)?.[1];
  if (!conversationId) return "404 Not Found";
  if (!options.origins.isAllowed(request.headers)) return "403 Forbidden";
  const verdict = options.signer.verify(new URLSearchParams(query).get("t") ?? "", "ticket");
  if ("failure" in verdict || verdict.claims.conversation !== conversationId) return "403 Forbidden";
  const { claims } = verdict;
  if (!isFromItsPage(claims, request.headers)) return "403 Forbidden";
  if (!(await options.hub.useTicket(claims.jti))) return "403 Forbidden";
  if (!(await options.hub.read(conversationId))) return "404 Not Found";
  await options.hub.claim(conversationId, connectionOf(claims));
  return claims;
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
