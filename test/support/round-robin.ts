import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** A plain proxy: each request and each WebSocket goes to the next server, whoever came before. */
export interface RoundRobin {
  url: string;
  /** Addresses of the servers; may be changed at any time. */
  targets: string[];
  /** How many requests and sockets each address got. */
  counts: Map<string, number>;
  close(): Promise<void>;
}

/**
 * Starts a proxy on a free port. A server that takes no connection is passed over; what was sent to one is never sent to
 * another: when the server goes meanwhile the client gets 502, or its socket is closed, and it may ask again.
 */
export async function startRoundRobin(targets: readonly string[]): Promise<RoundRobin> {
  const sockets = new Set<Duplex>();
  const counts = new Map<string, number>();
  const proxy: RoundRobin = { url: "", targets: [...targets], counts, close: () => close() };
  let turn = 0;
  const next = (): URL => {
    const target = proxy.targets[turn++ % proxy.targets.length] ?? "http://127.0.0.1:1";
    counts.set(target, (counts.get(target) ?? 0) + 1);
    return new URL(target);
  };
  /** Connects to the next server that is there. */
  const reach = async (): Promise<Socket | undefined> => {
    for (let tries = Math.max(1, proxy.targets.length); tries > 0; tries--) {
      const { port, hostname } = next();
      const socket = connect(Number(port), hostname);
      sockets.add(socket.once("close", () => sockets.delete(socket)));
      const isThere = await Promise.race([
        once(socket, "connect").then(() => true),
        once(socket, "close").then(() => false),
      ]).catch(() => false);
      if (isThere) return socket;
    }
    return undefined;
  };
  const server = createServer((incoming, outgoing) => void forward(incoming, { outgoing, reach }));
  server.on("upgrade", (incoming, client, head) => {
    sockets.add(client.once("close", () => sockets.delete(client)));
    void tunnel(incoming, { client, head, reach });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  proxy.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return proxy;
}

/** Connects to a server; nothing when none is there. */
type Reach = () => Promise<Socket | undefined>;

async function forward(
  incoming: IncomingMessage,
  { outgoing, reach }: { outgoing: ServerResponse; reach: Reach },
): Promise<void> {
  const fail = () => {
    if (!outgoing.headersSent) outgoing.writeHead(502);
    outgoing.end();
  };
  const socket = await reach();
  if (socket === undefined) return fail();
  const { method, url: path } = incoming;
  // The host stays as the client named it, as behind a usual proxy.
  const headers: IncomingHttpHeaders = { ...incoming.headers, connection: "close" };
  const asked = request({ method, path, headers, createConnection: () => socket });
  asked.on("response", (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on("error", () => outgoing.destroy());
    answer.pipe(outgoing);
  });
  asked.on("error", fail);
  outgoing.on("close", () => asked.destroy());
  incoming.pipe(asked);
}

async function tunnel(
  incoming: IncomingMessage,
  { client, head, reach }: { client: Duplex; head: Buffer; reach: Reach },
): Promise<void> {
  client.on("error", () => client.destroy());
  const back = await reach();
  if (back === undefined) return void client.destroy();
  const lines = incoming.rawHeaders.flatMap((name, at, all) =>
    at % 2 === 0 ? [`${name}: ${all[at + 1]}`] : [],
  );
  back.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  back.write(head);
  back.pipe(client);
  client.pipe(back);
  for (const [one, other] of [
    [back, client],
    [client, back],
  ] as const) {
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
  }
}
