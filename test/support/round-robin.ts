import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
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
 * Starts a proxy on a free port. A server that does not answer gives 502; the client asks again, and then the next is
 * asked.
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
  const server = createServer((incoming, outgoing) => forward(incoming, { outgoing, target: next() }));
  server.on("upgrade", (incoming, client, head) => {
    const back = tunnel(incoming, { client, head, target: next() });
    for (const socket of [client, back]) sockets.add(socket.once("close", () => sockets.delete(socket)));
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

function forward(
  incoming: IncomingMessage,
  { outgoing, target }: { outgoing: ServerResponse; target: URL },
): void {
  const { method, url, headers } = incoming;
  // The host stays as the client named it, as behind a usual proxy.
  const asked = request({ hostname: target.hostname, port: target.port, method, path: url, headers });
  asked.on("response", (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  asked.on("error", () => {
    if (!outgoing.headersSent) outgoing.writeHead(502);
    outgoing.end();
  });
  incoming.pipe(asked);
}

function tunnel(
  incoming: IncomingMessage,
  { client, head, target }: { client: Duplex; head: Buffer; target: URL },
): Socket {
  const back = connect(Number(target.port), target.hostname, () => {
    const lines = incoming.rawHeaders.flatMap((name, at, all) =>
      at % 2 === 0 ? [`${name}: ${all[at + 1]}`] : [],
    );
    back.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    back.write(head);
    back.pipe(client);
    client.pipe(back);
  });
  for (const [one, other] of [
    [back, client],
    [client, back],
  ] as const) {
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
  }
  return back;
}
